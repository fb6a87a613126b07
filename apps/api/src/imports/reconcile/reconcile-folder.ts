import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { addDays, localDay } from '@forecall/domain';
import { z } from 'zod';
import type { Config } from '../../platform/config/config.js';
import type { Sql } from '../../platform/database/database.js';
import { makeOrganisation } from '../organisation.js';
import { besidePreset, type PresetFile, readJson, readPreset, shippedPresets } from '../preset/preset-file.js';
import { recognise } from '../preset/recognise.js';
import { withDatabase } from '../program.js';
import { Refusal } from '../refusal.js';
import type { Batch, RefusedRow } from '../batch/batch.query.js';
import { importFile } from '../import-file.js';
import type { RowFault } from '../reading/fault.js';
import { withFigureRoute } from './figure-route.js';
import { ReconcileMap } from './map.js';
import { compareExamples } from './reconcile-report.js';
import { compareFigures, comparePublished, type Outcome } from './reconcile-file.js';
import { withScratchDatabase } from './scratch-database.js';

/** Enough to see what is wrong; a batch that stays keeps them all. */
const mostRefusedKept = 20;

export interface FileToCompare {
  readonly path: string;
  readonly file: PresetFile;
  readonly map: ReconcileMap;
}

/** A table of the folder that is not compared. */
export interface SkippedFile {
  readonly name: string;
  readonly why: string;
}

export interface Compared {
  readonly imported: Batch;
  readonly outcome: Outcome;
  readonly refusedRows: readonly RefusedRow<RowFault>[];
  readonly milliseconds: number;
}

/**
 * The files of a folder that a preset knows; or, with a preset chosen, those that it knows or the only table there is.
 * Of several files of one preset the largest is the one that the figures are of, unless they name their file. A folder
 * without any is refused, unless it may have none: the tables of reference values are the data of their items.
 */
export async function filesToCompare(
  folder: string,
  presetName: string | undefined,
  mayBeNone = false,
): Promise<{ readonly files: FileToCompare[]; readonly skipped: SkippedFile[] }> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`There is no folder ${folder}.`);
  const presets = presetName === undefined ? shippedPresets() : [readPreset(presetName)];
  const tables = tablesIn(folder);
  const found: FileToCompare[] = [];
  const skipped: SkippedFile[] = [];
  for (const { path } of tables) {
    const only = presetName !== undefined && tables.length === 1 ? presets[0] : undefined;
    const file = only ?? (await recognise(path, presets));
    if (!file) {
      skipped.push({ name: basename(path), why: 'no preset knows its columns' });
      continue;
    }
    const map = mapOf(file);
    const isFirst = found.every((other) => other.file !== file);
    if (isFirst || map.under === 'file') found.push({ path, file, map });
    else skipped.push({ name: basename(path), why: `a larger file of the preset ${file.preset.name} is there` });
  }
  if (found.length > 0 || mayBeNone)
    return {
      files: found.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      skipped: skipped.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  const names = presets.map(({ preset }) => preset.name).join(', ');
  throw new Refusal(`No file in ${folder} has the columns of a preset (${names}). Choose one with --preset.`);
}

/** The largest first. */
const tablesIn = (folder: string): { path: string; bytes: number }[] =>
  readdirSync(folder)
    .filter((name) => !/\.(json|md|xlsx?|pdf)$/i.test(name) && !name.startsWith('.'))
    .map((name) => ({ path: join(folder, name), facts: statSync(join(folder, name)) }))
    .filter(({ facts }) => facts.isFile())
    .map(({ path, facts }) => ({ path, bytes: facts.size }))
    .toSorted((a, b) => b.bytes - a.bytes);

function mapOf(file: PresetFile): ReconcileMap {
  const { reconcile, name } = file.preset;
  if (reconcile === undefined) throw new Refusal(`The preset ${name} has no map of figures (its key "reconcile").`);
  return readJson(besidePreset(file, reconcile), ReconcileMap);
}

const Expected = z.record(z.string(), z.unknown());
const Published = z.object({
  figures: z.array(
    z.object({
      name: z.string(),
      value: z.unknown(),
      decimals: z.int().optional(),
      agrees: z.boolean().optional(),
    }),
  ),
});

/** Imports one file into a database of its own and compares the figure route with the figures in the folder. */
export async function compareFile(
  config: Config,
  folder: string,
  { path, file, map }: FileToCompare,
): Promise<Compared> {
  const expected = sectionsOf(folder, path, map);
  const begun = performance.now();
  const refusedRows: RefusedRow<RowFault>[] = [];
  return withScratchDatabase(config.DATABASE_URL, async (url) => {
    const scratch = { ...config, DATABASE_URL: url };
    const { imported, period } = await withDatabase(scratch, async (database) => {
      await makeOrganisation(database, { name: file.preset.source, zone: file.preset.zone });
      const done = await importFile(database, {
        path,
        preset: file.preset,
        onRefused: (more) => refusedRows.push(...more.slice(0, mostRefusedKept - refusedRows.length)),
      });
      return { imported: done, period: await daysOf(database, file.preset.zone) };
    });
    const outcome = await withFigureRoute(scratch, async ({ figure, report }) => {
      const comparing = { map, route: figure, report, period, counts: countsOf(imported) };
      const found = await compareFigures(expected, comparing);
      const published = map.published && join(folder, map.published.file);
      if (published && existsSync(published))
        await comparePublished(readJson(published, Published).figures, comparing, found);
      return found;
    });
    await compareExamples(config, folder, { path, file, map }, outcome);
    return { imported, outcome, refusedRows, milliseconds: performance.now() - begun };
  });
}

const countsOf = ({ rowsRead, rowsTaken, rowsRefused, leftOut }: Batch) => ({
  ...{ read: rowsRead, taken: rowsTaken, refused: rowsRefused },
  leftOut: Object.values(leftOut).reduce((sum, count) => sum + count, 0),
});

/** The days of the contacts that are there: the first, the last, and the one after it. */
export async function daysOf(sql: Sql, zone: string): Promise<{ from: string; last: string; to: string }> {
  const rows = await sql.first<{ first: Date | null; last: Date | null }>(
    'SELECT min(started_at) AS first, max(ended_at) AS last FROM contact',
  );
  const { first, last } = rows ?? {};
  if (!first || !last) throw new Refusal('No row of the file was taken, so there is nothing to compare.');
  const lastDay = localDay(last, zone);
  return { from: localDay(first, zone), last: lastDay, to: addDays(lastDay, 1) };
}

/** The sections of the folder's figures; under the name of the file where the map says so. */
function sectionsOf(folder: string, path: string, map: ReconcileMap): Record<string, unknown> {
  const expectedPath = join(folder, map.expected);
  if (!existsSync(expectedPath)) throw new Refusal(`The folder has no ${map.expected}.`);
  const whole = readJson(expectedPath, Expected);
  if (map.under === undefined) return whole;
  const name = basename(path, extname(path));
  const own = Expected.safeParse(whole[name]);
  if (own.success) return own.data;
  throw new Refusal(`${expectedPath} has no figures under "${name}", the name of the file.`);
}
