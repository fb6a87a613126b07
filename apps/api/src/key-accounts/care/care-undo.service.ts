import { Injectable } from '@nestjs/common';
import type { UndoCare } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict } from '../../platform/http/problem.js';
import { lockToDirect } from '../account-lock.query.js';

/** Which acts write which rows, and which two rows of an account cannot hold at one time. */
const written = {
  account_class: { acts: ['account.classed'], same: 'true', told: `t.class` },
  account_care: {
    acts: ['account.care-given', 'account.care-ended'],
    same: `k.part = t.part AND (t.part = 'rep' OR k.staff_id = t.staff_id)`,
    told: `(SELECT s.name FROM staff s WHERE s.id = t.staff_id)`,
  },
} as const;

type CareTable = keyof typeof written;

/**
 * Takes back what somebody has just done to an account's class or care, so that it is as before: no row of a mistake
 * stays in the history. For a quarter of an hour, for whoever did it, and only while nothing else followed.
 */
@Injectable()
export class CareUndoService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  undo(viewer: Viewer, accountId: string, table: CareTable, asked: UndoCare): Promise<void> {
    return this.database.transaction(async (sql) => {
      const { id, name } = await lockToDirect(sql, viewer, accountId);
      const { made, ended } = asked;
      if (!(await isLastAct(sql, viewer, accountId, table, asked))) throw tooLate();
      const gone = made === null ? undefined : await takeAway(sql, table, accountId, made);
      const back = ended === null ? undefined : await reopen(sql, table, { accountId, id: ended, at: gone?.from });
      await this.trail.record(sql, viewer, {
        ...{ act: 'account.care-undone', entity: 'account', id, name },
        before: gone ? { what: gone.told } : null,
        after: back ? { what: back.told } : null,
        undo: { of: table },
      });
    });
  }
}

/**
 * The last act of this kind on the account is theirs, was minutes ago, and did just what is to be taken back. An undo is
 * such an act itself: after it there is nothing more to take back.
 */
const isLastAct = async (
  sql: Sql,
  viewer: Viewer,
  accountId: string,
  table: CareTable,
  { made, ended }: UndoCare,
): Promise<boolean> => {
  const last = await sql.first<{ isAsked: boolean }>(
    `SELECT by_sign_in_id = $2 AND at > now() - interval '15 minutes' AND act <> 'account.care-undone'
       AND undo = jsonb_build_object('made', $5::uuid, 'ended', $6::uuid) AS "isAsked"
     FROM audit_entry WHERE entity = 'account' AND entity_id = $1::text
       AND (act = ANY ($3) OR act = 'account.care-undone' AND undo ->> 'of' = $4)
     ORDER BY n DESC LIMIT 1`,
    [accountId, viewer.signInId, [...written[table].acts], table, made, ended],
  );
  return last?.isAsked ?? false;
};

async function takeAway(
  sql: Sql,
  table: CareTable,
  accountId: string,
  id: string,
): Promise<{ from: string; told: string }> {
  const [gone] = await sql.rows<{ from: string; told: string }>(
    `DELETE FROM ${table} t WHERE t.id = $1 AND t.account_id = $2 AND t."to" IS NULL
     RETURNING t."from"::text AS "from", ${written[table].told} AS told`,
    [id, accountId],
  );
  if (!gone) throw tooLate();
  return gone;
}

/** `at`: when it had to end for the one that is taken away. */
async function reopen(
  sql: Sql,
  table: CareTable,
  { accountId, id, at }: { readonly accountId: string; readonly id: string; readonly at: string | undefined },
): Promise<{ told: string }> {
  const [back] = await sql.rows<{ told: string }>(
    `UPDATE ${table} t SET "to" = NULL
     WHERE t.id = $1 AND t.account_id = $2 AND t."to" IS NOT NULL AND t."to" = coalesce($3::timestamptz, t."to")
       AND NOT EXISTS (SELECT FROM ${table} k WHERE k.account_id = t.account_id AND k."from" >= t."to" AND ${written[table].same})
     RETURNING ${written[table].told} AS told`,
    [id, accountId, at ?? null],
  );
  if (!back) throw tooLate();
  return back;
}

const tooLate = () =>
  conflict('undo-too-late', 'This can no longer be undone: too much time has passed, or it was changed since.');
