import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimWhenFree } from '../start/claim.mjs';
import { packagedBinaries, versionOf } from './binaries.mjs';
import { accessTo, checkMajor, clearUnfinished, hasCluster, makeCluster } from './cluster.mjs';
import { endOfProcess, startPostmaster, stopPostmaster } from './postmaster.mjs';
import { reachableBinaries } from './reachable-binaries.mjs';
import { runningServer } from './running-server.mjs';
import { serverAccount } from './server-account.mjs';
import { addressOf, beSeen, countOthers, ensureDatabase } from './server-database.mjs';
import { databaseFolder, reachablePlace } from './server-place.mjs';

/**
 * The real PostgreSQL of the npm packages on a data folder of its own; makes, starts or adopts it.
 * `settings` are server settings by name; `binaries` is a folder with bin/ of another PostgreSQL.
 * `ended` resolves when the server is gone, however it came to it. The server outlives a killed caller.
 */
export async function startServer({
  folder,
  binaries,
  settings = {},
  elsewhere,
  onProgress = () => {},
  onNotice = onProgress,
}) {
  const found = databaseFolder(folder, { elsewhere });
  const claimFile = path.join(found.data, 'database.claim');
  return alone(claimFile, async () => {
    const server = await startClaimed({ found, binaries, settings, elsewhere, onProgress, onNotice });
    return handle({ ...server, claimFile, seen: await beSeen(server.access, server.port) });
  });
}

/** Starts and stops of one folder come one after the other. */
async function alone(claimFile, work) {
  const claimed = await claimWhenFree(claimFile);
  try {
    return await work();
  } finally {
    claimed.release();
  }
}

async function startClaimed({ found, binaries: given, settings, elsewhere, onProgress, onNotice }) {
  const account = serverAccount(path.join(found.folder, 'postgres'));
  const place = reachablePlace(found, account, { elsewhere, onNotice });
  const cluster = path.join(place, 'postgres');
  const original = given ?? packagedBinaries();
  const version = versionOf(original);
  if (hasCluster(cluster)) {
    checkMajor(cluster, version);
    const access = accessTo(cluster);
    const running = await runningServer(cluster, access, onProgress);
    // Programs of another version have come in meanwhile: better a short stop than files that do not fit.
    if (running?.version.split(' ')[0] === version) {
      await ensureDatabase(access, running.port);
      return { cluster, access, version, adopted: true, ...running, ended: endOfProcess(running.pid) };
    }
    if (running) await stopPostmaster(cluster, running.pid, endOfProcess(running.pid));
  }
  clearUnfinished(place);
  const binaries = reachableBinaries(original, version, account, elsewhere);
  if (!hasCluster(cluster)) {
    onProgress('Making an empty database');
    await makeCluster({ place, cluster, binaries, version, account, durable: settings.fsync !== 'off' });
  }
  const access = accessTo(cluster);
  const started = await startPostmaster({ binaries, cluster, account, settings, onProgress });
  await ensureDatabase(access, started.port);
  started.detach();
  return { cluster, access, version, adopted: false, ...started };
}

function handle({ cluster, access, version, adopted, pid, port, ended, claimFile, seen }) {
  const stopNow = () => stopPostmaster(cluster, pid, ended);
  const otherClients = () => countOthers(access, port, seen);
  return {
    url: addressOf(access.application, port),
    adminUrl: addressOf(access.superuser, port, 'postgres'),
    folder: cluster,
    version,
    pid,
    adopted,
    ended,
    otherClients,
    stop: () => alone(claimFile, stopNow),
    /** The last one out stops it. */
    leave: () => alone(claimFile, async () => ((await isDeserted(otherClients)) ? stopNow() : seen.end())),
  };
}

/** The connections of a program that has just ended take a moment to go. */
async function isDeserted(otherClients) {
  for (let looks = 0; looks < 10; looks++) {
    if ((await otherClients().catch(() => 0)) === 0) return true;
    await sleep(100);
  }
  return false;
}
