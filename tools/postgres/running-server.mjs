import { realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../start/problem.mjs';
import { lockOf } from './postmaster.mjs';
import { isAlive, isServerOn } from './process-facts.mjs';
import { askAsSuperuser } from './server-database.mjs';

const ANSWER_WITHIN_MS = 120_000;

/**
 * The server that already runs on this cluster: one whose starter was killed, or one that another command uses.
 * It must be a server on this very folder by its command line, take our password, and say the same folder itself.
 * A lock file of a process that is gone, or whose number another program has now, is cleared.
 */
export async function runningServer(cluster, access, onProgress) {
  const begun = Date.now();
  for (let told = false; ; await sleep(50)) {
    const lock = lockOf(cluster);
    if (!lock) return undefined;
    if (!isAlive(lock.pid)) return undefined;
    if (!isServerOn(cluster, lock.pid)) {
      // The server itself would take any living process of that number for its twin. One more look, for the case that
      // the process ended, or began, between the two looks.
      if (isSame(lock, lockOf(cluster)) && !isServerOn(cluster, lock.pid)) rmSync(path.join(cluster, 'postmaster.pid'));
      return undefined;
    }
    const answer = lock.port ? await identity(access, lock.port) : undefined;
    if (answer) {
      if (isSameFolder(answer.folder, cluster)) return { ...lock, version: answer.version };
      throw new Problem(`Process ${lock.pid} is a server on ${cluster}, but another answers on its port ${lock.port}.`);
    }
    if (Date.now() - begun > ANSWER_WITHIN_MS) {
      throw new Problem(
        `The database (process ${lock.pid}) runs but does not answer. End that process and start again.`,
      );
    }
    if (!told && Date.now() - begun > 3000) onProgress('Waiting for the database that is already running');
    told ||= Date.now() - begun > 3000;
  }
}

async function identity(access, port) {
  try {
    const [row] = await askAsSuperuser(
      access,
      port,
      "select current_setting('data_directory') as folder, current_setting('server_version') as version",
    );
    return row;
  } catch (error) {
    if (error.code === '28P01') throw new Problem('The running database does not accept the password kept beside it.');
    return undefined;
  }
}

const isSame = (lock, other) => lock.pid === other?.pid && lock.port === other.port;

function isSameFolder(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
