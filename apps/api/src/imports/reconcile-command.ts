import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import { runCommand } from './program.js';
import { compareFile, filesToCompare } from './reconcile/reconcile-folder.js';
import { together } from './reconcile/reference/reading.js';
import { referenceFiles } from './reconcile/reference/reference-file.js';
import { agreesWith } from './reconcile/reference/reference-item.js';
import { countsOf, referenceLines } from './reconcile/reference/reference-lines.js';
import { outcomeLines } from './reconcile/outcome-lines.js';
import { Refusal } from './refusal.js';

const usage = `npm run reconcile -- FOLDER [--preset NAME]

Imports each file of the folder that a preset knows into a database of its own, and compares the figures of the program
with the folder's expected.json. Compares files of reference values (intervals, control charts, run rules, queues, agreement
of raters) with its own functions, item by item. Says which files and items it left alone, and ends with 1 where a figure
differs or cannot be read.`;

async function main(config: Config): Promise<number> {
  const asked = parsed();
  if (!asked) {
    console.log(usage);
    return 0;
  }
  const { folder, preset } = asked;
  const references = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? referenceFiles(folder) : [];
  for (const line of references.flatMap(referenceLines)) console.log(line);
  if (references.length > 0) console.log(`Reference values: ${countsOf(together(references))}`);
  const isReferenceDifferent = references.some(({ items, faults }) => faults.length > 0 || !items.every(agreesWith));
  const { files, skipped } = await filesToCompare(folder, preset, references.length > 0 && preset === undefined);
  for (const { name, why } of skipped) console.log(`${name}: skipped, ${why}`);
  let isDifferent = isReferenceDifferent;
  for (const file of files) {
    console.log(`${basename(file.path)}, by the preset ${file.file.preset.name}`);
    const compared = await compareFile(config, folder, file);
    for (const line of outcomeLines(compared, file.map)) console.log(line);
    isDifferent ||= compared.outcome.different.length > 0 || compared.outcome.figures === 0;
  }
  return isDifferent ? 1 : 0;
}

const options = { preset: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

/** Undefined: only help was asked for. */
function parsed(): { folder: string; preset: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) return undefined;
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0) return { folder, preset: values.preset };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  throw new Refusal(usage);
}

await runCommand(main);
