import { holdsAt } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';

export interface LowBounds {
  readonly csatMost: number | null;
  readonly npsMost: number | null;
  readonly cesMost: number | null;
  readonly dueMinutes: number;
}

export interface Present {
  readonly id: string;
  readonly dutyId: string;
  readonly isOpen: boolean;
  readonly kind: string;
  readonly score: number;
}

/** What is seen to already: of the same asking, ended or not, or else open about the same contact. */
export const presentOf = (
  sql: Sql,
  { askId, contactId }: { readonly askId: string | null; readonly contactId: string | null },
): Promise<Present | undefined> =>
  sql.first<Present & Record<string, unknown>>(
    /* sql */ `
    SELECT r.id, r.duty_id AS "dutyId", d.done_at IS NULL AS "isOpen", low.kind, low.score
    FROM (
      SELECT id FROM recovery WHERE ask_id = $1
      UNION SELECT o.id FROM answer a JOIN recovery o ON o.answer_id = a.id WHERE a.contact_id = $2 AND o.ended_at IS NULL
    ) same JOIN recovery r ON r.id = same.id JOIN duty d ON d.id = r.duty_id JOIN answer low ON low.id = r.answer_id
    WHERE d.done_at IS NULL OR r.ask_id = $1
    ORDER BY d.done_at NULLS FIRST, r.id LIMIT 1 FOR UPDATE OF r`,
    [askId, contactId],
  );

export interface Credited {
  readonly accountId: string | null;
  readonly account: string | null;
  readonly accountZh: string | null;
  readonly departmentId: string;
  readonly ownerId: string | null;
}

/**
 * Whose a low answer is to see to: whoever leads the credited team now, the supervisor before a stand-in; where that is
 * nobody, or only the credited rep or whoever is complained of, the head of its department, or their stand-in.
 */
export const creditedOf = (sql: Sql, answerId: string): Promise<Credited | undefined> =>
  sql.first<Credited & Record<string, unknown>>(
    /* sql */ `
    SELECT acc.id AS "accountId", acc.name AS account, acc.name_zh AS "accountZh",
      a.handling_department_id AS "departmentId", (
        SELECT l.staff_id FROM leadership l
        WHERE ${holdsAt('l', 'now()')} AND l.staff_id IS DISTINCT FROM a.rep_id
          AND (l.team_id = a.team_id AND l.role IN ('supervisor', 'stand-in')
            OR l.department_id = a.handling_department_id AND l.role IN ('head', 'stand-in'))
          AND NOT EXISTS (SELECT FROM complaint k WHERE k.contact_id = a.contact_id AND k.rep_concerned_id = l.staff_id)
        ORDER BY l.team_id IS NULL, l.role = 'stand-in', l."from" DESC LIMIT 1
      ) AS "ownerId"
    FROM answer a LEFT JOIN account acc ON acc.id = a.account_id WHERE a.id = $1`,
    [answerId],
  );

export const insertRecovery = (
  sql: Sql,
  { id, dutyId, askId, answerId }: { id: string; dutyId: string; askId: string | null; answerId: string },
): Promise<number> =>
  sql.change('INSERT INTO recovery (id, duty_id, ask_id, answer_id, newest_id) VALUES ($1, $2, $3, $4, $4)', [
    ...[id, dutyId, askId, answerId],
  ]);

export const noteNewest = (sql: Sql, id: string, answerId: string): Promise<number> =>
  sql.change('UPDATE recovery SET newest_id = $2 WHERE id = $1', [id, answerId]);

/** Whose low answer this was. */
export const openedBy = (sql: Sql, answerId: string): Promise<{ dutyId: string }[]> =>
  sql.rows<{ dutyId: string }>(
    `SELECT duty_id AS "dutyId" FROM recovery WHERE (answer_id = $1 OR newest_id = $1) AND ended_at IS NULL`,
    [answerId],
  );
