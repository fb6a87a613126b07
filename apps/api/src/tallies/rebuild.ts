import { atomsOf, differencesSql } from './trigger-sql.js';
import { addToTally, tallyTables } from './tally-table.js';

type Run = (text: string, values?: unknown[]) => Promise<unknown>;

/** Everything a recount finds in the rows, as differences from nothing; a common table expression named `recount`. */
export function recountSql(): string {
  const dimensions = 'minute, handling_department_id, answerable_department_id, channel, team_id, rep_id, reason_id';
  const contactAtoms = atomsOf('contact');
  const answerAtoms = atomsOf('answer');
  const zeros = (count: number) => Array.from({ length: count }, () => '0').join(', ');
  return `recount AS (
    SELECT ${dimensions}, ${contactAtoms.join(', ')}, ${answerAtoms.map((atom) => `0 AS ${atom}`).join(', ')}
    FROM (${differencesSql('contact', '(SELECT 1 AS r_sign) s, contact r')}) c
    UNION ALL
    SELECT ${dimensions}, ${zeros(contactAtoms.length)}, ${answerAtoms.join(', ')}
    FROM (${differencesSql('answer', '(SELECT 1 AS r_sign) s, answer r')}) a
  )`;
}

/**
 * Counts everything anew from the rows, within the caller's transaction. Writers wait meanwhile: their differences
 * would otherwise be lost or counted twice.
 */
export async function rebuildTallies(run: Run): Promise<void> {
  await run('LOCK TABLE contact, answer, tally_delta IN SHARE ROW EXCLUSIVE MODE');
  await run(`TRUNCATE tally_delta, ${tallyTables.map(({ table }) => table).join(', ')}`);
  for (const tally of tallyTables) await run(`WITH ${recountSql()} ${addToTally(tally, 'recount')}`);
}
