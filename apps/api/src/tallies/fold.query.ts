import type { Sql } from '../platform/database/database.js';
import { liveChannel } from '../platform/personal/live-channel.js';
import { foldLock } from './fold-lock.js';
import { toAlarms } from './to-alarms.js';
import { addToTally, summedDifferences, tallyTables } from './tally-table.js';

/** At most this many differences go at once, so that one fold stays short. */
export const foldBatch = 20_000;

export interface Folded {
  /** How many differences were moved; the batch size means that more may wait. */
  readonly moved: number;
  readonly complaints: number;
}

const tallySteps = tallyTables.map((tally, index) => `t${index} AS (${addToTally(tally, 'lines')})`);

/**
 * Moves committed differences into the tallies, raises the version of every scope they touch, numbers the new
 * complaints of each scope's stream, hands on what alarms are fed by, and notifies, all in one statement of the caller's
 * transaction.
 */
const foldSql = `
  WITH moved AS (
    DELETE FROM tally_delta
    WHERE EXISTS (SELECT 1 FROM organisation) AND id IN (SELECT id FROM tally_delta ORDER BY id LIMIT ${foldBatch})
    RETURNING *
  ),
  lines AS (${summedDifferences('moved')}),
  paged AS (${toAlarms('moved')}),
  ${tallySteps.join(',\n')},
  arrived AS (
    DELETE FROM feed_pending WHERE id IN (SELECT id FROM feed_pending ORDER BY id LIMIT 1000) RETURNING id, complaint_id
  ),
  numbered AS (
    SELECT 'department:' || c.answerable_department_id AS scope, a.complaint_id,
      row_number() OVER (PARTITION BY c.answerable_department_id ORDER BY a.id) AS place
    FROM arrived a JOIN complaint p ON p.id = a.complaint_id JOIN contact c ON c.id = p.contact_id
  ),
  fed AS (
    INSERT INTO feed (scope, n, complaint_id)
    SELECT n.scope, n.place + coalesce((SELECT max(f.n) FROM feed f WHERE f.scope = n.scope), 0), n.complaint_id FROM numbered n
    RETURNING scope
  ),
  touched AS (
    SELECT 'department:' || answerable_department_id AS scope FROM lines
    UNION SELECT 'department:' || handling_department_id FROM lines
    UNION SELECT scope FROM fed
  ),
  raised AS (
    INSERT INTO scope_version (scope, version) SELECT scope, 1 FROM touched ORDER BY scope
    ON CONFLICT (scope) DO UPDATE SET version = scope_version.version + 1, changed_at = now()
    RETURNING scope
  ),
  told AS (
    SELECT pg_notify('${liveChannel}', '') WHERE EXISTS (SELECT 1 FROM raised)
  )
  SELECT (SELECT count(*)::int FROM moved) AS moved, (SELECT count(*)::int FROM fed) AS complaints,
    (SELECT count(*)::int FROM told) AS told`;

/** Undefined when another process is folding at this moment. */
export async function fold(sql: Sql): Promise<Folded | undefined> {
  const lock = await sql.first<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [foldLock]);
  if (!lock?.held) return undefined;
  const [folded] = await sql.prepared<Folded & Record<string, unknown>>('fold', foldSql);
  return folded;
}

/** Folds all that is committed, in the caller's transaction; waits for whoever folds at this moment. */
export async function foldAll(sql: Sql): Promise<void> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [foldLock]);
  while ((await fold(sql))?.moved === foldBatch);
}
