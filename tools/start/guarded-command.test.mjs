import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/process-facts.mjs';
import { guardedCommand } from './guarded-command.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** A command that leaves a grandchild at work, which notes its own number. */
const withGrandchild = (file) => ['sh', '-c', `sleep 600 & echo $! > ${file}.part && mv ${file}.part ${file}; wait`];

async function numberIn(file) {
  while (!existsSync(file)) await sleep(10);
  return Number(readFileSync(file, 'utf8'));
}

const isGone = async (pid) => {
  while (isAlive(pid)) await sleep(10);
  return true;
};

test('it gives exit code and last words of a command', async () => {
  const { code, output } = await guardedCommand(['sh', '-c', 'echo out; echo err >&2; exit 4'], {});
  assert.equal(code, 4);
  assert.deepEqual(output.trim().split('\n').sort(), ['err', 'out']);
  assert.equal((await guardedCommand(['no-such-command'], {})).code, 127);
});

test('an abort ends the command with everything it started', async (t) => {
  const file = path.join(temporaryFolder(t), 'number');
  const stop = new AbortController();
  const running = guardedCommand(withGrandchild(file), { signal: stop.signal });
  const grandchild = await numberIn(file);
  stop.abort();
  assert.notEqual((await running).code, 0);
  assert.equal(await isGone(grandchild), true);
});

test('so does kill -9 of the process that asked for it', async (t) => {
  const folder = temporaryFolder(t);
  const program = path.join(folder, 'asker.mjs');
  const file = path.join(folder, 'number');
  writeFileSync(
    program,
    `import { guardedCommand } from ${JSON.stringify(new URL('./guarded-command.mjs', import.meta.url).href)};
     await guardedCommand(${JSON.stringify(withGrandchild(file))}, {});`,
  );
  const asker = fork(program);
  const grandchild = await numberIn(file);
  const gone = once(asker, 'exit');
  asker.kill('SIGKILL');
  await gone;
  assert.equal(await isGone(grandchild), true);
});
