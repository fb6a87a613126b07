import { worded } from '../report.js';
import type { ReconcileMap } from './map.js';
import type { Line } from './reconcile-file.js';
import type { Compared } from './reconcile-folder.js';

const mostDifferences = 50;
const mostByDefinition = 10;
const grouped = new Intl.NumberFormat('en-GB');
const number = (count: number): string => grouped.format(count);

/** What a comparison found, to be read in a terminal. */
export function outcomeLines({ imported, outcome, refusedRows, milliseconds }: Compared, map: ReconcileMap): string[] {
  const left = Object.entries(imported.leftOut).map(([why, count]) => `, ${number(count)} left out (${why})`);
  const lines = [
    `  ${number(imported.rowsRead)} rows read, ${number(imported.rowsTaken)} taken, ${number(imported.rowsRefused)} refused${left.join('')}`,
    ...refusedRows.flatMap(worded).map((line) => `    ${line}`),
    ...more(imported.rowsRefused - refusedRows.length),
    `  figures by ${map.clock === 'arrival' ? 'arrival' : 'the end of the contact'} (clock=${map.clock})`,
  ];
  for (const [section, { figures, groups }] of outcome.compared) {
    const different = outcome.different.filter((line) => line.section === section).length;
    const inGroups = groups > 1 ? ` in ${number(groups)} groups` : '';
    lines.push(`  ${section}: ${number(figures)} compared${inGroups}, ${number(different)} different`);
  }
  if (outcome.byDefinition.size > 0) {
    lines.push('  Different by definition:');
    const all = [...outcome.byDefinition].map(
      ([figure, { why, line, compared, differing }]) =>
        `    ${figure}: ours ${line.ours}, theirs ${line.theirs} (${named(line)}); ${number(differing)} of ${number(compared)} differ: ${why}`,
    );
    lines.push(...all.slice(0, mostByDefinition), ...more(all.length - mostByDefinition));
  }
  if (outcome.notCompared.size > 0) {
    lines.push('  Not compared:');
    for (const [what, { why, sections, count }] of outcome.notCompared) {
      const where =
        sections.size > 0 ? ` (${[...sections].join(', ')}${count > 1 ? `: ${number(count)} times` : ''})` : '';
      lines.push(`    ${what}${where}: ${why}`);
    }
  }
  if (outcome.different.length > 0) {
    lines.push('  DIFFERENT:');
    const all = outcome.different.map(
      (line) => `    ${named(line)} ${line.figure}: ours ${line.ours}, theirs ${line.theirs}`,
    );
    lines.push(...all.slice(0, mostDifferences), ...more(all.length - mostDifferences));
  }
  lines.push(
    `  ${number(outcome.figures)} figures compared, ${number(outcome.different.length)} different, in ${(milliseconds / 1000).toFixed(1)} s`,
  );
  return lines;
}

const named = ({ section, key }: Line): string => (key === '' ? section : `${section} ${key}`);
const more = (count: number): string[] => (count > 0 ? [`    and ${number(count)} more`] : []);
