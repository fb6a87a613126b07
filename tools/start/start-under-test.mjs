import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/process-facts.mjs';
import { root } from './checkout.mjs';

/** `node tools/start.mjs`, or another command of this checkout, on a data folder of the test's own. */
export function begin(t, data, command = [process.execPath, 'tools/start.mjs'], more = {}) {
  const { npm_lifecycle_event: _, ...environment } = process.env;
  const env = { ...environment, FORECALL_DATA: data, PORT: '0', DEMO: 'no', DATABASE_URL: '', ...more };
  const child = spawn(command[0], command.slice(1), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = { child, said: '', ended: once(child, 'close').then(([code, signal]) => signal ?? code) };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (run.said += text));
  t.after(() => child.kill('SIGTERM'));
  return run;
}

/** Waits for the address; the test's own time limit bounds the wait. */
export async function ready(run) {
  let isOver = false;
  void run.ended.then(() => (isOver = true));
  while (!run.said.includes('Ctrl-C stops it')) {
    if (isOver) throw new Error(`The start ended:\n${run.said}`);
    await sleep(20);
  }
  return /^ {2}(http\S+)$/m.exec(run.said)[1];
}

export async function isHealthy(url) {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

/** Numbers of the processes of a start, by what they are. */
export function processesOf(data) {
  const textOf = (name) => readFileSync(path.join(data, name), 'utf8');
  const numberIn = (name) => Number.parseInt(textOf(name), 10);
  const holderOf = (name) => JSON.parse(textOf(name)).pid;
  return {
    outer: holderOf('start.claim'),
    inner: holderOf('serve.claim'),
    api: numberIn('api.pid'),
    database: numberIn('postgres/postmaster.pid'),
  };
}

export async function allGone(...pids) {
  while (pids.some(isAlive)) await sleep(20);
}

/** What a start holds while it runs, of which nothing may be left after an orderly stop. */
export const heldIn = (data) => readdirSync(data).filter((name) => name.endsWith('.claim') || name === 'api.pid');
