import { followAlarm } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { addInputs, type InputRow, lockWatched, saveWatched, type WatchedDepartment } from './watched.query.js';

/** Any number, the same in every process: whoever holds it turns what is due into evidence. */
const alarmLock = 7_301_004;
/** So many waiting lines go at once; more go with the next look. */
export const takenAtOnce = 20_000;

interface DueMinute {
  readonly departmentId: string;
  readonly minute: Date;
  readonly contacts: number;
  readonly complaints: number;
}

export interface Taken {
  /** Lines that waited. */
  readonly lines: number;
  /** Departments of which an alarm was raised, or has ebbed. */
  readonly changed: readonly string[];
}

/**
 * Turns the minutes that ended before `before` into evidence, in their order, and raises alarms: all of it in the caller's
 * transaction, so that nothing is taken twice or lost and one process raises one alarm. `raisedAt`: when an alarm that
 * a minute raised became known. Undefined when another process is at it.
 */
export async function takeDue(
  sql: Sql,
  { before, raisedAt }: { readonly before: Date; readonly raisedAt: (minute: Date) => Date },
): Promise<Taken | undefined> {
  const lock = await sql.first<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [alarmLock]);
  if (!lock?.held) return undefined;
  const { lines, minutes } = await removeDue(sql, before);
  if (minutes.length === 0) return { lines, changed: [] };
  const departments = await lockWatched(sql, [...new Set(minutes.map(({ departmentId }) => departmentId))]);
  const changed = new Set<string>();
  const [inputs, saved]: [InputRow[], WatchedDepartment[]] = [[], []];
  for (const department of departments) {
    let now = department;
    for (const due of minutes.filter(({ departmentId }) => departmentId === now.departmentId)) {
      now = await followed(sql, now, due, raisedAt(due.minute), () => changed.add(now.departmentId));
      inputs.push({ ...due, n: now.n, kind: 'contacts' });
    }
    saved.push(now);
  }
  await addInputs(sql, inputs);
  await saveWatched(sql, saved);
  return { lines, changed: [...changed] };
}

async function followed(
  sql: Sql,
  { departmentId, n, baselineId, watched: before }: WatchedDepartment,
  { minute, contacts, complaints }: DueMinute,
  at: Date,
  changed: () => void,
): Promise<WatchedDepartment> {
  const input = { kind: 'contacts', at: minute.getTime(), contacts, complaints } as const;
  const { watched, event } = followAlarm(before, input);
  const next = { departmentId, n: n + 1, baselineId, watched };
  if (event) changed();
  if (event === 'raised') await raise(sql, next, minute, at);
  if (event === 'ebbed')
    await sql.change(
      'UPDATE alarm SET ebbed_at = $2, revision = revision + 1 WHERE department_id = $1 AND outcome IS NULL AND ebbed_at IS NULL',
      [departmentId, at],
    );
  return next;
}

const raise = (sql: Sql, { departmentId, n, baselineId, watched }: WatchedDepartment, minute: Date, at: Date) =>
  sql.change(
    `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[uuid(), departmentId, baselineId, n, at, new Date(watched.evidence.since ?? minute.getTime())],
      ...[watched.evidence.contacts, watched.evidence.complaints],
    ],
  );

/** What waited is gone with the transaction; of departments that are no more nothing is left to watch. */
async function removeDue(sql: Sql, before: Date): Promise<{ lines: number; minutes: DueMinute[] }> {
  const rows = await sql.prepared<DueMinute & { lines: number } & Record<string, unknown>>(
    'alarms due',
    /* sql */ `
    WITH due AS (
      DELETE FROM alarm_pending WHERE id IN (
        SELECT id FROM alarm_pending WHERE minute < date_trunc('minute', $1::timestamptz) ORDER BY minute, id LIMIT ${takenAtOnce})
      RETURNING *
    )
    SELECT d.department_id AS "departmentId", d.minute, sum(d.contacts)::int AS contacts, sum(d.complaints)::int AS complaints,
      count(*)::int AS lines, EXISTS (SELECT FROM department WHERE id = d.department_id) AS "isThere"
    FROM due d GROUP BY d.department_id, d.minute ORDER BY d.department_id, d.minute`,
    [before],
  );
  return {
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    minutes: rows
      .filter(({ isThere, contacts, complaints }) => isThere === true && (contacts !== 0 || complaints !== 0))
      .map(({ departmentId, minute, contacts, complaints }) => ({ departmentId, minute, contacts, complaints })),
  };
}
