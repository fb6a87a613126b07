// The inner half of tools/run.mjs, on the project's own Node: database, then the program, whose exit code is ours.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, root, serveClaim, startClaim } from './checkout.mjs';
import { holderOf } from './claim.mjs';
import { provideDatabase } from './database.mjs';
import { told } from './problem.mjs';
import { stopSignals } from './stop-signals.mjs';

const stop = stopSignals();
process.on('message', ({ type }) => type === 'stop' && stop.abort());
process.on('disconnect', () => stop.abort());

const [script, ...args] = process.argv.slice(2);
const data = dataFolder();

process.exit(
  await told(async () => {
    const database = await provideDatabase({ data, environment: process.env, say: () => {} });
    try {
      return await run(database);
    } finally {
      if (database.isOwn && !(await isUsedByOthers(database))) await database.stop();
    }
  }),
);

function run(database) {
  const child = spawn(process.execPath, ['--enable-source-maps', path.resolve(root, script), ...args], {
    // File names are meant from where the command was typed.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...(database.isOwn && { DATABASE_URL: database.url, EMBEDDED: '1' }) },
    stdio: 'inherit',
  });
  const end = () => child.kill('SIGTERM');
  stop.signal.addEventListener('abort', end);
  if (stop.signal.aborted) end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A start that is at work, or another command; the last one out stops the server. */
async function isUsedByOthers(database) {
  if ((await holderOf(startClaim(data))) || (await holderOf(serveClaim(data)))) return true;
  // The connections of the program that has just ended take a moment to go.
  for (let looks = 0; looks < 10; looks++) {
    if ((await database.otherClients().catch(() => 0)) === 0) return false;
    await sleep(100);
  }
  return true;
}
