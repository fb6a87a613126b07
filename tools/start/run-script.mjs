// The inner half of tools/run.mjs, on the project's own Node: database, then the program, whose exit code is ours.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { dataFolder, root } from './checkout.mjs';
import { provideDatabase } from './database.mjs';
import { told } from './problem.mjs';
import { stopSignals } from './stop-signals.mjs';

const stop = stopSignals();
process.on('message', ({ type }) => type === 'stop' && stop.abort());
process.on('disconnect', () => stop.abort());

const [script, ...args] = process.argv.slice(2);

process.exit(
  await told(async () => {
    const database = await provideDatabase({ data: dataFolder(), environment: process.env, say: () => {} });
    try {
      return await run(database);
    } finally {
      await database.leave();
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
