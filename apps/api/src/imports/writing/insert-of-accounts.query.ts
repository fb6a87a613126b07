import { v7 as uuid } from 'uuid';
import { attributionColumns, attributionJoins, holdsAt } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { Inserting } from './insert-rows.query.js';
import type { ResolvedRow } from './resolve-rows.js';

/** Answers about the relationship, credited to the rep in care, team and department of their own day. Gives the count. */
export async function insertAccountAnswers(
  sql: Sql,
  rows: readonly ResolvedRow[],
  { batchId, source }: Inserting,
): Promise<Set<number>> {
  const entries = rows.flatMap(({ line, draft, externalId, accountId, unit }) =>
    draft.accountAnswers.map(({ at, ...answer }, n) => ({
      ...{ ...answer, id: uuid(), line, at: new Date(at).toISOString(), account_id: accountId },
      ...{ external_id: `${externalId}/${n}`, handling_department_id: unit?.departmentId },
    })),
  );
  if (entries.length === 0) return new Set();
  const inserted = await sql.rows<{ id: string }>(
    /* sql */ `
    INSERT INTO answer (
      id, account_id, kind, item, scale, score, text, entered_how, at, rep_id, source, external_id, batch_id, team_id,
      supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id
    )
    SELECT event.id, event.account_id, kind, item, scale, score, text, 'import', event.at, event.rep_id, $2, external_id, $3,
      ${attributionColumns('event')}
    FROM (
      SELECT x.*, NULL::uuid AS reason_id, NULL::uuid AS answerable_department_id, (
        SELECT c.staff_id FROM account_care c
        WHERE c.account_id = x.account_id AND c.part = 'rep' AND ${holdsAt('c', 'x.at')} LIMIT 1
      ) AS rep_id
      FROM json_to_recordset($1) AS x (
        id uuid, account_id uuid, kind text, item text, scale smallint, score smallint, text text, at timestamptz,
        external_id text, handling_department_id uuid
      )
    ) event ${attributionJoins('event')}
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`,
    [JSON.stringify(entries), source, batchId],
  );
  const ids = new Set(inserted.map(({ id }) => id));
  return new Set(entries.flatMap(({ id, line }) => (ids.has(id) ? [line] : [])));
}

/** Revenue by month; a month that is there already stays as it is. Gives, by line, whether it is new or differs. */
export async function insertRevenue(
  sql: Sql,
  rows: readonly ResolvedRow[],
  { batchId }: Inserting,
): Promise<ReadonlyMap<number, 'new' | 'there' | 'differs'>> {
  const entries = rows.flatMap(({ line, draft: { revenue }, accountId }) =>
    revenue && accountId ? [{ line, account_id: accountId, ...revenue }] : [],
  );
  if (entries.length === 0) return new Map();
  const found = await sql.rows<{ line: number; state: 'new' | 'there' | 'differs' }>(
    /* sql */ `
    WITH told AS (
      SELECT *, row_number() OVER (PARTITION BY account_id, month ORDER BY line) AS nth
      FROM json_to_recordset($1) AS x (line integer, account_id uuid, month date, amount numeric)
    ), made AS (
      INSERT INTO revenue_month (account_id, month, amount, batch_id)
      SELECT account_id, month, round(amount, 2), $2 FROM told WHERE nth = 1
      ON CONFLICT DO NOTHING RETURNING account_id, month, amount
    )
    SELECT t.line, CASE
        WHEN m.account_id IS NOT NULL AND t.nth = 1 THEN 'new'
        WHEN coalesce(m.amount, r.amount) = round(t.amount, 2) THEN 'there' ELSE 'differs' END AS state
    FROM told t LEFT JOIN made m USING (account_id, month) LEFT JOIN revenue_month r USING (account_id, month)`,
    [JSON.stringify(entries), batchId],
  );
  return new Map(found.map(({ line, state }) => [line, state]));
}
