import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { type Batch, batchById, openBatchOfFile } from './batch/batch.query.js';
import { importFile, finishImport } from './import-file.js';
import { makeOrganisation } from './organisation.js';
import { readPreset, shippedPresets } from './preset/preset-file.js';
import type { ImportPreset } from '@forecall/contracts';
import { presetFor } from './preset/recognise.js';
import { keptPresets } from './presets/known-presets.js';
import { runCommand, withDatabase } from './program.js';
import { Refusal } from './refusal.js';
import { described, printBatches, printRefused, progressPrinter, summary } from './report.js';
import { undoBatch } from './undo-batch.js';

const usage = `npm run import -- FILE [--preset NAME]    import a file; NAME is a preset's (shipped or kept on the screen), or the path of one's own (.json)
npm run import -- FILE --preset NAME --resume    go on with an import that was interrupted
npm run import -- --undo BATCH           take a batch out again, with the staff, reasons and customers only it made
npm run import -- --refused BATCH        all rows of a batch that were refused, and why
npm run import -- --batches              the last batches
npm run import -- --presets              the presets that come with the program

--organisation NAME   what to call the organisation where there is none yet
docs/import-presets.md says how to write a preset.`;

const options = {
  preset: { type: 'string' },
  resume: { type: 'boolean', default: false },
  undo: { type: 'string' },
  refused: { type: 'string' },
  batches: { type: 'boolean', default: false },
  presets: { type: 'boolean', default: false },
  organisation: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function parseCommand() {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

async function main(config: Config): Promise<number> {
  const { values, positionals } = parseCommand();
  const [path] = positionals;
  if (values.presets) {
    for (const { preset } of shippedPresets()) console.log(`${preset.name}  ${preset.title}`);
    return 0;
  }
  const isOther = values.undo !== undefined || values.refused !== undefined || values.batches;
  if (values.help || positionals.length > 1 || (path === undefined) !== isOther) {
    if (values.help) console.log(usage);
    else console.error(usage);
    return values.help ? 0 : 2;
  }
  return withDatabase(config, async (database) => {
    if (values.undo !== undefined) return undo(database, values.undo);
    if (values.refused !== undefined) return printRefused(database, values.refused);
    if (values.batches || path === undefined) return printBatches(database);
    return importPath(database, path, values);
  });
}

async function importPath(
  database: Database,
  path: string,
  values: { preset?: string; resume: boolean; organisation?: string },
): Promise<number> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`There is no file ${path}.`);
  const preset = await presetOf(database, path, values.preset);
  const department = preset.unit?.department;
  const name = values.organisation ?? (typeof department === 'string' ? department : preset.source);
  if (await makeOrganisation(database, { name, zone: preset.zone }))
    console.log(`There was no organisation yet: made "${name}", with its days in ${preset.zone}.`);
  const left = await leftBatch(database, path, preset, values.resume);
  const printer = progressPrinter();
  const watched = printer.watch(async (id) => batchById(database, id));
  try {
    const onRefused = printer.refused;
    const batch = left
      ? (watched.begin(left.id), await finishImport(database, left.id, { onRefused }))
      : await importFile(database, { path, preset, onRefused, onBegun: watched.begin });
    console.log(summary(batch, printer.seconds()));
    return batch.state === 'done' ? 0 : 1;
  } finally {
    watched.end();
  }
}

/** The one that is named, of those that people keep too; else the one that knows the file's columns. */
async function presetOf(database: Database, path: string, name: string | undefined): Promise<ImportPreset> {
  const kept = await keptPresets(database);
  if (name !== undefined) return kept.find((preset) => preset.name === name) ?? readPreset(name).preset;
  const known = [...kept.map((preset) => ({ preset, path: preset.name })), ...shippedPresets()];
  return (await presetFor(path, known)).preset;
}

/** The batch of this file that an interrupted import left, where it is to go on; without that it is named. */
async function leftBatch(
  database: Database,
  path: string,
  preset: ImportPreset,
  resume: boolean,
): Promise<Batch | undefined> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const left = await openBatchOfFile(database, hash.digest(), preset.name);
  if (!left && resume)
    throw new Refusal('There is nothing to resume: no import of this file by this preset was interrupted.');
  if (left && !resume) {
    throw new Refusal(
      `The import of ${basename(path)} was interrupted: batch ${described(left)}\n` +
        `Go on with it: the same command with --resume. Take it out: npm run import -- --undo ${left.id}`,
    );
  }
  return left;
}

async function undo(database: Database, id: string): Promise<number> {
  const { rowsUndone } = await undoBatch(database, id);
  console.log(`Batch ${id} is undone: ${rowsUndone} contacts deleted, with all that came with them.`);
  return 0;
}

await runCommand(main);
