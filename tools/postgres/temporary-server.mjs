import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './embedded-server.mjs';

/** Nothing in it is worth a wait for the disk. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/**
 * A server for tests: its folder goes at `stop`, and goes too when this process is killed. Same account, same
 * programs and same care for folders that others may not enter as the lasting one.
 */
export async function startTemporaryServer({ settings = {}, ...rest } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecall-'));
  chmodSync(folder, 0o755);
  const server = await startServer({ ...rest, folder, settings: { ...careless, ...settings } });
  const guard = guardOver(server.folder, folder);
  return {
    ...server,
    async stop() {
      await server.stop();
      clear(server.folder, folder);
      guard.disconnect();
    },
  };
}

/** Where the account cannot reach the temporary folder, the cluster is in a place of its own elsewhere. */
export function clear(cluster, folder) {
  for (const one of new Set([path.dirname(cluster), folder]))
    rmSync(one, { recursive: true, force: true, maxRetries: 5 });
}

function guardOver(cluster, folder) {
  const program = fileURLToPath(new URL('./temporary-guard.mjs', import.meta.url));
  const guard = spawn(process.execPath, [program, cluster, folder], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  guard.unref();
  guard.channel.unref();
  return guard;
}
