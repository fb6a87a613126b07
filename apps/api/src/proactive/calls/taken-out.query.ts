import type { Sql } from '../../platform/database/database.js';
import {
  isDueTwice,
  isSlotTaken,
  type LastMove,
  type LockedCall,
  reserveDay,
  type TakenOut,
} from './planned-call.query.js';

/** Leaves a day to a call: another one that was planned for it goes, with its tries to this one. Undefined: it was made or missed. */
export async function clearDay(
  sql: Sql,
  { id, accountId }: Pick<LockedCall, 'id' | 'accountId'>,
  on: string,
): Promise<TakenOut[] | undefined> {
  const there = await reserveDay(sql, accountId, on);
  if (!there) return undefined;
  const out = await takeOut(sql, [there.id], id);
  return there.isNew ? [] : out;
}

/** What the plan had for an account before a day goes, but for what somebody tried. */
export async function clearBefore(sql: Sql, accountId: string, day: string): Promise<TakenOut[]> {
  const before = await sql.rows<{ id: string }>(
    `SELECT p.id FROM planned_call p WHERE p.account_id = $1 AND p.state = 'planned' AND p.due_on < $2
       AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = p.id) FOR UPDATE`,
    [accountId, day],
  );
  return takeOut(
    sql,
    before.map(({ id }) => id),
  );
}

async function takeOut(sql: Sql, ids: readonly string[], heir: string | null = null): Promise<TakenOut[]> {
  const out = await sql.rows<TakenOut & Record<string, unknown>>(
    /* sql */ `
    SELECT to_jsonb(p) AS call,
      coalesce((SELECT jsonb_agg(to_jsonb(m)) FROM planned_call_move m WHERE m.planned_call_id = p.id), '[]') AS moves,
      coalesce((SELECT jsonb_agg(t.id) FROM call_attempt t WHERE t.planned_call_id = p.id), '[]') AS tries
    FROM planned_call p WHERE p.id = ANY ($1)`,
    [ids],
  );
  if (heir !== null)
    await sql.change('UPDATE call_attempt SET planned_call_id = $2 WHERE planned_call_id = ANY ($1)', [ids, heir]);
  await sql.change('DELETE FROM planned_call WHERE id = ANY ($1)', [ids]);
  return out;
}

/** At the account of the call that it went for, unless another one was made or touched for its day meanwhile. */
async function putBack(sql: Sql, heirId: string, { call, moves, tries }: TakenOut): Promise<void> {
  const heir = await sql.first<{ accountId: string }>(
    'SELECT account_id AS "accountId" FROM planned_call WHERE id = $1',
    [heirId],
  );
  if (!heir || (await isDueTwice(sql, { id: call.id, accountId: heir.accountId }, call.due_on))) return;
  await sql.change('INSERT INTO planned_call SELECT * FROM jsonb_populate_record(NULL::planned_call, $1)', [
    JSON.stringify({ ...call, account_id: heir.accountId }),
  ]);
  await sql.change(
    'INSERT INTO planned_call_move SELECT * FROM jsonb_populate_recordset(NULL::planned_call_move, $1)',
    [JSON.stringify(moves)],
  );
  await sql.change('UPDATE call_attempt SET planned_call_id = $2 WHERE id = ANY ($1)', [tries, call.id]);
}

/** As it was. Where its slot was given to another call meanwhile, the plan finds it a new one. */
export async function takeMoveBack(
  sql: Sql,
  callId: string,
  { id, before }: Pick<LastMove, 'id' | 'before'>,
): Promise<void> {
  const { staffId, slotAt, missedId, takenOut = [] } = before;
  const isTaken = staffId && slotAt ? await isSlotTaken(sql, { staffId, start: new Date(slotAt), callId }) : false;
  await sql.change('UPDATE planned_call_move SET undone_at = now() WHERE id = $1', [id]);
  await sql.change(
    /* sql */ `
    UPDATE planned_call p SET due_on = b."dueOn", earliest_on = b."earliestOn", grace_until = b."graceUntil",
      staff_id = b."staffId", slot_at = CASE WHEN $3 THEN NULL ELSE b."slotAt" END,
      on_day = CASE WHEN $3 THEN NULL ELSE b."onDay" END, retry_at = b."retryAt", unplaced = NULL,
      is_fixed = b."isFixed" AND NOT $3, is_asked_for = b."isAskedFor", revision = p.revision + 1
    FROM jsonb_to_record($2) AS b ("dueOn" date, "earliestOn" date, "graceUntil" date, "staffId" uuid, "slotAt" timestamptz,
        "onDay" date, "retryAt" timestamptz, "isFixed" boolean, "isAskedFor" boolean)
    WHERE p.id = $1`,
    [callId, JSON.stringify(before), isTaken],
  );
  if (missedId)
    await sql.change(
      `UPDATE planned_call SET state = 'planned', ended_at = NULL, team_id = NULL, department_id = NULL, revision = revision + 1
       WHERE id = $1 AND state = 'missed'`,
      [missedId],
    );
  for (const one of takenOut) await putBack(sql, callId, one);
}
