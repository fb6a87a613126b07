import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '../../platform/config/config.js';
import { withDatabase } from '../program.js';
import { importFile } from '../import-file.js';
import { makeOrganisation } from '../organisation.js';
import { type AskReport, withFigureRoute } from './figure-route.js';
import type { ReportQuery } from './map.js';
import type { Outcome } from './reconcile-file.js';
import { daysOf, type FileToCompare } from './reconcile-folder.js';
import { withScratchDatabase } from './scratch-database.js';

type Cells = readonly (readonly unknown[])[];

/** Compares the lines of a report as it is exported with the rows of a source's own, one by one. */
export async function compareReport(
  { name, theirs, query }: { name: string; theirs: Cells; query: ReportQuery },
  ask: AskReport,
  outcome: Outcome,
): Promise<void> {
  const ours = linesOf(await ask(query));
  outcome.count(name, Math.max(ours.length, theirs.length));
  for (let n = 0; n < Math.max(ours.length, theirs.length); n++) {
    const [left, right] = [ours[n]?.join(', ') ?? 'no line', theirs[n]?.join(', ') ?? 'no line'];
    if (left !== right)
      outcome.different.push({ section: name, key: `line ${n + 1}`, figure: 'report', ours: left, theirs: right });
  }
}

const linesOf = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

export const isRows = (content: unknown): content is unknown[][] =>
  Array.isArray(content) && content.length > 0 && content.every((row) => Array.isArray(row));

/** Reports that were published about smaller files of the same preset, each imported into a database of its own. */
export async function compareExamples(
  config: Config,
  folder: string,
  { file, map }: FileToCompare,
  outcome: Outcome,
): Promise<void> {
  for (const { table, report, as } of map.examples) {
    const [path, published, query] = [join(folder, table), join(folder, report), map.reports[as]];
    if (!query || !existsSync(path) || !existsSync(published)) continue;
    await withScratchDatabase(config.DATABASE_URL, async (url) => {
      const scratch = { ...config, DATABASE_URL: url };
      const period = await withDatabase(scratch, async (database) => {
        await makeOrganisation(database, { name: file.preset.source, zone: file.preset.zone });
        await importFile(database, { path, preset: file.preset });
        return daysOf(database, file.preset.zone);
      });
      const theirs = linesOf(readFileSync(published, 'utf8'));
      await withFigureRoute(scratch, ({ report: ask }) =>
        compareReport({ name: basename(report), theirs, query: withPeriod(query, period) }, ask, outcome),
      );
    });
  }
}

/** The report's days: from the first to the last of the rows. */
export const withPeriod = (query: ReportQuery, { from, last }: { from: string; last: string }): ReportQuery => ({
  ...query,
  period: `${from}..${last}`,
});
