import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { makeOrganisation } from './organisation.js';
import { readPreset, shippedPresets } from './preset/preset-file.js';
import { presetFor } from './preset/recognise.js';
import { runCommand, stopSignal, withDatabase } from './program.js';
import { Refusal } from './refusal.js';
import { progressPrinter, printBatches, printRefused, summary } from './report.js';
import { described, isLeft, waysOn } from './writing/earlier-batch.js';
import { unfinishedBatches } from './writing/batch.query.js';
import { importFile } from './writing/import-file.js';
import { undoBatch } from './writing/undo.js';

const usage = `npm run import -- FILE [--preset NAME]    import a file; NAME is a preset's, or the path of one's own (.json)
npm run import -- FILE --preset NAME --resume    go on with an import that was interrupted
npm run import -- --undo BATCH           take a batch out again
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
  const { preset } = values.preset ? readPreset(values.preset) : await presetFor(path, shippedPresets());
  const { department } = preset.unit;
  const name = values.organisation ?? (typeof department === 'string' ? department : preset.source);
  if (await makeOrganisation(database, { name, zone: preset.zone }))
    console.log(`There was no organisation yet: made "${name}", with its days in ${preset.zone}.`);
  await nameUnfinished(database, basename(path));
  const printer = progressPrinter();
  const imported = await importFile(database, {
    path,
    preset,
    resume: values.resume,
    signal: stopSignal(),
    onProgress: (progress) => printer.report(progress),
  });
  console.log(summary(imported, preset, printer.seconds()));
  return imported.isStopped ? 130 : 0;
}

/** Batches of other files that a killed import left behind; what became of this file is said when it is looked at. */
async function nameUnfinished(database: Database, fileName: string): Promise<void> {
  for (const batch of await unfinishedBatches(database)) {
    if (batch.fileName === fileName || !(await isLeft(database, batch.id))) continue;
    const what = batch.undoBeganAt ? 'The undo of a batch was interrupted' : 'An import was interrupted';
    console.error(`${what}: ${described(batch)}\n${waysOn(batch)}`);
  }
}

async function undo(database: Database, id: string): Promise<number> {
  let printedAt = Date.now();
  const { deleted, kept } = await undoBatch(database, id, (count) => {
    if (Date.now() - printedAt < 2000) return;
    printedAt = Date.now();
    console.log(`${count} rows deleted`);
  });
  console.log(`Batch ${id} is undone: ${deleted} contacts deleted, with their answers and complaints.`);
  if (kept > 0) console.log(`${kept} contacts stay, because people have added to them since.`);
  console.log('Staff, accounts, reasons, teams and departments that it made stay.');
  return 0;
}

await runCommand(main);
