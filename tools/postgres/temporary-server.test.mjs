import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-facts.mjs';
import { ask, kill, testFolder } from './server-under-test.mjs';
import { startTemporaryServer } from './temporary-server.mjs';

test('a temporary server is quick rather than durable, and its folder is gone after stop', async () => {
  const server = await startTemporaryServer({ settings: { work_mem: '5MB' } });
  const settings = await ask(
    server.url,
    "select current_setting('fsync') as fsync, current_setting('work_mem') as work_mem",
  );
  assert.deepEqual(settings, [{ fsync: 'off', work_mem: '5MB' }]);
  await server.stop();
  assert.equal(existsSync(path.dirname(server.folder)), false);
  assert.equal(isAlive(server.pid), false);
});

test('it goes with its folder when the process that started it is killed', async (t) => {
  const program = path.join(testFolder(t), 'start.mjs');
  const url = new URL('./temporary-server.mjs', import.meta.url);
  writeFileSync(
    program,
    `const { startTemporaryServer } = await import(${JSON.stringify(url.href)});
     const { folder, pid } = await startTemporaryServer();
     process.send({ folder, pid });
     setInterval(() => {}, 1000);`,
  );
  const child = fork(program);
  const [{ folder, pid }] = await once(child, 'message');
  await kill(child);
  // The test's own time limit bounds the wait.
  while (isAlive(pid) || existsSync(path.dirname(folder))) await sleep(20);
  assert.equal(existsSync(folder), false);
});
