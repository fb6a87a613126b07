import { spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../start/problem.mjs';
import { plainEnvironment } from './cluster.mjs';
import { backendsIn, isAlive, isServerOn } from './process-facts.mjs';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const OTHERS_MAY_LEAVE_MS = 3000;

const fixedSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
const usualSettings = { timezone: 'UTC', log_timezone: 'UTC', log_checkpoints: 'off' };

/** Starts the server on a free port and waits until it takes connections, however long its recovery may need. */
export async function startPostmaster({ binaries, cluster, account, settings, onProgress }) {
  const begun = Date.now();
  for (let attempt = 1; ; attempt++) {
    const log = openLog(cluster, account);
    const child = spawn(path.join(binaries, 'bin', 'postgres'), await serverArguments(cluster, settings), {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: '/',
      env: plainEnvironment,
      // Its own process group: Ctrl-C in the terminal must reach those who write first, and the database last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    closeSync(log.fd);
    const ended = endOf(child);
    const lock = await ready(child, ended, cluster, onProgress);
    if (lock) return { pid: child.pid, port: lock.port, ended, detach: () => child.unref() };
    const reason = log.written();
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(reason);
    const othersLeft = /pre-existing shared memory block|lock file "postmaster\.pid"/.test(reason);
    if (!(portTaken && attempt < 10) && !(othersLeft && Date.now() - begun < 60_000)) {
      throw new Problem(
        `The database does not start: ${(await ended).message}\n${reason.trim().split('\n').slice(-8).join('\n')}`,
      );
    }
    if (othersLeft) await letOthersLeave(cluster, Date.now() - begun);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Awaited. */
export async function stopPostmaster(cluster, pid, ended) {
  for (const [signal, waitMs] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 15_000],
    ['SIGKILL', 5000],
  ]) {
    if (!isServerOn(cluster, pid)) break;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH')
        throw new Problem(`The database (process ${pid}) cannot be stopped: ${error.message}`);
    }
    if (await endsWithin(ended, waitMs)) break;
  }
}

async function endsWithin(ended, waitMs) {
  const giveUp = new AbortController();
  const late = sleep(waitMs, false, { signal: giveUp.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), late]);
  giveUp.abort();
  return inTime;
}

/** For a server that is not our child there is no event to wait for. */
export async function endOfProcess(pid) {
  while (isAlive(pid)) await sleep(100, undefined, { ref: false });
  return { message: `process ${pid} is gone` };
}

/** First lines of postmaster.pid: process, folder, start time, port, socket folder, address, memory key, state. */
export function lockOf(cluster) {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function serverArguments(cluster, settings) {
  const all = { ...usualSettings, ...settings, ...fixedSettings, port: await freePort() };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(child, ended, cluster, onProgress) {
  let over = false;
  void ended.then(() => (over = true));
  for (let nextWord = Date.now() + 5000; !over; await sleep(10)) {
    const lock = lockOf(cluster);
    if (lock?.pid === child.pid && lock.state === 'ready') return lock;
    if (Date.now() < nextWord) continue;
    nextWord += 5000;
    onProgress('The database replays what its last, unclean end left over');
  }
  return undefined;
}

function endOf(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ message: error.message }));
    child.on('exit', (code, signal) =>
      resolve({ code, signal, message: signal ? `ended by ${signal}` : `ended with ${code}` }),
    );
  });
}

/** Servers of connections notice the death of their postmaster only between two statements. */
async function letOthersLeave(cluster, waitedMs) {
  await sleep(100);
  if (waitedMs < OTHERS_MAY_LEAVE_MS) return;
  for (const pid of backendsIn(cluster)) {
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
  }
}

function openLog(cluster, account) {
  const file = path.join(cluster, 'server.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  if (account) fchownSync(fd, account.uid, account.gid);
  const from = statSync(file).size;
  return { fd, written: () => readFileSync(file).subarray(from).toString() };
}
