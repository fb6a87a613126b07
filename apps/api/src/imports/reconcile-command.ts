import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config/config.js';
import { runCommand } from './program.js';
import { compareFile, filesToCompare } from './reconcile/reconcile-folder.js';
import { outcomeLines } from './reconcile/outcome-lines.js';
import { Refusal } from './refusal.js';

const usage = `npm run reconcile -- FOLDER [--preset NAME]

Imports each file of the folder that a preset knows into a database of its own, and compares the figures of the program
with the folder's expected.json. Ends with 1 where a figure differs.`;

async function main(config: Config): Promise<number> {
  const { folder, preset } = parsed();
  const files = await filesToCompare(folder, preset);
  let isDifferent = false;
  for (const file of files) {
    console.log(`${basename(file.path)}, by the preset ${file.file.preset.name}`);
    const compared = await compareFile(config, folder, file);
    for (const line of outcomeLines(compared, file.map)) console.log(line);
    isDifferent ||= compared.outcome.different.length > 0 || compared.outcome.figures === 0;
  }
  return isDifferent ? 1 : 0;
}

function parsed(): { folder: string; preset: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { preset: { type: 'string' } }, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0) return { folder, preset: values.preset };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  throw new Refusal(usage);
}

await runCommand(main);
