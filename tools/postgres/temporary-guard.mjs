// Outlives the process that started a temporary server by a moment: ends the server and clears its folder.
import { existsSync } from 'node:fs';
import { lockOf, endOfProcess, stopPostmaster } from './postmaster.mjs';
import { clear } from './temporary-server.mjs';

const [cluster, folder] = process.argv.slice(2);

process.on('disconnect', async () => {
  const pid = existsSync(cluster) ? lockOf(cluster)?.pid : undefined;
  if (pid) {
    const alive = setInterval(() => {}, 1000);
    await stopPostmaster(cluster, pid, endOfProcess(pid));
    clearInterval(alive);
  }
  clear(cluster, folder);
});
