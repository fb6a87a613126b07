import { atomsOf, differencesSql } from './trigger-sql.js';
import { foldLock } from './fold-lock.js';
import { toAlarms } from './to-alarms.js';
import { dimensions, fillTally, tallyTables } from './tally-table.js';

const dimensionList = dimensions.join(', ');

type Run = (text: string, values?: unknown[]) => Promise<unknown>;

/** Everything a recount finds in the rows, as differences from nothing; a common table expression named `recount`. */
export function recountSql(): string {
  const contactAtoms = atomsOf('contact');
  const answerAtoms = atomsOf('answer');
  const zeros = (count: number) => Array.from({ length: count }, () => '0').join(', ');
  return `recount AS (
    SELECT ${dimensionList}, ${contactAtoms.join(', ')}, ${answerAtoms.map((atom) => `0 AS ${atom}`).join(', ')}
    FROM (${differencesSql('contact', '(SELECT 1 AS r_sign) s, contact r')}) c
    UNION ALL
    SELECT ${dimensionList}, ${zeros(contactAtoms.length)}, ${answerAtoms.join(', ')}
    FROM (${differencesSql('answer', '(SELECT 1 AS r_sign) s, answer r')}) a
  )`;
}

/**
 * Counts everything anew from the rows, within the caller's transaction. The rows are read once, into the differences,
 * and each tally is summed from those. Writers wait meanwhile: their differences would otherwise be lost or counted
 * twice.
 */
export async function rebuildTallies(run: Run): Promise<void> {
  // Millions of differences are summed in memory, not sorted on the disk.
  await run(`SET LOCAL work_mem = '256MB'`);
  await run('SELECT pg_advisory_xact_lock($1)', [foldLock]);
  await run('LOCK TABLE contact, answer, tally_delta IN SHARE ROW EXCLUSIVE MODE');
  // What was not folded yet is counted anew with the rest, but alarms are fed by nothing else.
  await run(toAlarms('tally_delta'));
  await run(`TRUNCATE tally_delta, ${tallyTables.map(({ table }) => table).join(', ')}`);
  const columns = [...dimensions, ...atomsOf('contact'), ...atomsOf('answer')].join(', ');
  await run(`WITH ${recountSql()} INSERT INTO tally_delta (${columns}) SELECT ${columns} FROM recount`);
  await run('ANALYZE tally_delta');
  for (const tally of tallyTables) await run(fillTally(tally, 'tally_delta'));
  await run('TRUNCATE tally_delta');
}
