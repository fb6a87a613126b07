import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../platform/database/database.js';
import type { Preset } from '../preset/preset.js';
import { Refusal } from '../refusal.js';
import { type Batch, batchOfFile } from './batch.query.js';
import { lockBatch } from './batch-lock.js';

/**
 * The interrupted batch of this file that is to be resumed; undefined for a file that is new. A file that is in already,
 * or whose import was interrupted, is refused with the batch by name and what can be done about it.
 */
export async function batchToGoOnWith(
  database: Database,
  { sha256, preset, resume }: { sha256: Buffer; preset: Preset; resume: boolean },
): Promise<Batch | undefined> {
  const earlier = await batchOfFile(database, sha256, preset.name);
  if (!earlier) {
    if (resume) throw new Refusal('There is nothing to resume: no import of this file by this preset was interrupted.');
    return undefined;
  }
  if (earlier.state === 'done') {
    throw new Refusal(
      `This file is in already, by the same preset: batch ${described(earlier)}.\n` +
        `To import it again, take that out first: npm run import -- --undo ${earlier.id}`,
    );
  }
  if (!(await isLeft(database, earlier.id)))
    throw new Refusal(`This file is being imported at this moment: batch ${described(earlier)}.`);
  if (earlier.undoBeganAt) {
    throw new Refusal(
      `The undo of this file's batch was interrupted. Finish it first: npm run import -- --undo ${earlier.id}`,
    );
  }
  if (!resume)
    throw new Refusal(`The import of this file was interrupted: batch ${described(earlier)}.\n${waysOn(earlier)}`);
  if (!isDeepStrictEqual(earlier.definition, JSON.parse(JSON.stringify(preset)))) {
    throw new Refusal(
      `The preset ${preset.name} has changed since batch ${earlier.id} began, so it cannot go on by the same rules.\n` +
        `Take it out and begin anew: npm run import -- --undo ${earlier.id}`,
    );
  }
  return earlier;
}

/** Nobody is at work on it: the process that was has ended. */
export async function isLeft(database: Database, batchId: string): Promise<boolean> {
  const lock = await lockBatch(database, batchId);
  await lock?.release();
  return lock !== undefined;
}

export const described = ({ id, fileName, preset, createdAt, rowsTaken, rowsRead }: Batch): string =>
  `${id} (${fileName}, preset ${preset}, begun ${createdAt.toISOString()}, ${rowsTaken} of ${rowsRead} rows taken)`;

export const waysOn = ({ id, undoBeganAt }: Batch): string =>
  (undoBeganAt ? '' : 'Go on with it: the same command with --resume. ') +
  `Take it out: npm run import -- --undo ${id}`;
