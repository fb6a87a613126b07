import { parentPort, workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import { withFile } from '../batch/batch-file.js';
import { workOn } from '../batch/work.js';
import { previewFile } from '../checking/preview.js';
import { detectFile } from '../detecting/detect-file.js';
import { companyZone } from '../organisation.js';
import { presetsThatKnow } from '../presets/known-presets.js';
import { Refusal } from '../refusal.js';
import type { ThreadAnswer, ThreadData } from './thread-task.js';

/** One for the lock on the batch, one for the work. */
const connections = 2;
/** So much of a long file is looked at before it is checked as a whole. */
const firstPieces = 16;

const { task, databaseUrl } = workerData as ThreadData;

async function run(database: Database): Promise<unknown> {
  switch (task.kind) {
    case 'work':
      await workOn(database, task.batchId);
      return null;
    case 'preview':
      return withFile(
        database,
        task.batchId,
        async (path) => previewFile(path, task.definition, { companyZone: await companyZone(database) }),
        { firstPieces },
      );
    case 'detect':
      return withFile(
        database,
        task.batchId,
        async (path) => ({
          detection: await detectFile(path, task.given),
          presets: await presetsThatKnow(database, path),
        }),
        { firstPieces },
      );
  }
}

const options = dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: connections });
const dataSource = await new DataSource(options).initialize();
let answer: ThreadAnswer;
try {
  answer = { result: await run(new Database(dataSource)) };
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const { code, message, values } = error;
  answer = { refusal: { code, message, values } };
} finally {
  await dataSource.destroy();
}
parentPort?.postMessage(answer);
