import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { argumentsOf, isAlive } from '../postgres/process-facts.mjs';
import { root } from './checkout.mjs';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const STOP_WITHIN_MS = 20_000;
const LEAVE_WITHIN_MS = 10_000;

const program = path.join(root, 'apps/api/dist/main.js');
const pidFile = (data) => path.join(data, 'api.pid');

/**
 * The API as a child. The channel between us ends it when we are killed; its own process group keeps Ctrl-C from it,
 * so that it is asked to stop once, and before the database.
 */
export function startApi({ data, environment, onProgress }) {
  mkdirSync(data, { recursive: true });
  const log = openLog(path.join(data, 'api.log'));
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  closeSync(log.fd);
  writeFileSync(pidFile(data), String(child.pid));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ message: error.message }));
    child.on('exit', (code, signal) =>
      resolve({ code, signal, message: signal ? `ended by ${signal}` : `ended with ${code}` }),
    );
  });
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message?.type === 'ready') resolve(message);
      if (message?.type === 'progress') onProgress(message.text);
    });
  });
  return {
    ready,
    ended,
    logFile: log.file,
    said: log.written,
    async stop() {
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(giveUp);
      rmSync(pidFile(data), { force: true });
    },
  };
}

/** The API of a killed start ends by itself; one that hangs is ended, or it would hold the port. */
export async function endLeftoverApi(data, onWait) {
  const pid = Number(textOf(pidFile(data)));
  const isOurs = () => pid > 0 && isAlive(pid) && argumentsOf(pid).some((word) => word.includes(program));
  for (const begun = Date.now(); isOurs(); await sleep(50)) {
    if (Date.now() - begun < LEAVE_WITHIN_MS) continue;
    onWait('Ending what a killed start left running');
    process.kill(pid, 'SIGKILL');
    await sleep(100);
  }
}

function openLog(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  const from = statSync(file).size;
  return { fd, file, written: () => readFileSync(file).subarray(from).toString() };
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
