import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { endOfProcess, lockOf, stopPostmaster } from './postmaster.mjs';

export const isRoot = process.getuid?.() === 0;

const program = fileURLToPath(new URL('./start-and-stay.fixture.mjs', import.meta.url));

/** A folder that others may enter or, with 0o700, not; whatever server is left in it is ended after the test. */
export function testFolder(t, mode = 0o755) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecall-test-'));
  chmodSync(folder, mode);
  t.after(async () => {
    for (const cluster of [path.join(folder, '.data/postgres'), path.join(folder, 'postgres')]) {
      const pid = lockOf(cluster)?.pid;
      if (pid) await stopPostmaster(cluster, pid, endOfProcess(pid));
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** Another process that starts the server and holds it; resolves with what it says. */
export async function startElsewhere(folder, ...user) {
  const child = fork(program, [folder, ...user.map(String)]);
  const [facts] = await once(child, 'message');
  return { child, ...facts };
}

export async function kill(child) {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export async function ask(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let rows = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
