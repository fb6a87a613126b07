import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../postgres/process-facts.mjs';
import { freePort } from './free-port.mjs';
import { allGone, begin, heldIn, isHealthy, processesOf, ready } from './start-under-test.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** A data folder that the account of the database can enter. */
function dataFolderOf(t) {
  const folder = temporaryFolder(t);
  chmodSync(folder, 0o755);
  return path.join(folder, 'data');
}

async function stop(run) {
  run.child.kill('SIGTERM');
  assert.equal(await run.ended, 0);
}

test('a start serves; a second one tells its address and leaves; a signal, also twice, stops all in order', async (t) => {
  const data = dataFolderOf(t);
  const run = begin(t, data);
  const url = await ready(run);
  assert.equal(await isHealthy(url), true);
  const processes = processesOf(data);

  const second = begin(t, data);
  assert.equal(await second.ended, 1);
  assert.match(second.said, new RegExp(`already runs here since .*: ${url}`));
  assert.equal(await isHealthy(url), true);

  run.child.kill('SIGINT');
  run.child.kill('SIGINT');
  assert.equal(await run.ended, 0);
  assert.match(run.said, /Stopping\n[^\n]*Stopped\n$/);
  assert.equal(Object.values(processes).some(isAlive), false);
  assert.deepEqual(heldIn(data), []);
  assert.equal(existsSync(path.join(data, 'postgres/postmaster.pid')), false);
});

test('it listens at the port it is given, and shows the address that people type', async (t) => {
  const port = String(await freePort({ host: '127.0.0.1', port: 20_000 + (process.pid % 20_000), portIsGiven: false }));
  const run = begin(t, dataFolderOf(t), undefined, { PORT: port, PUBLIC_URL: 'https://calls.example.org' });
  assert.equal(await ready(run), 'https://calls.example.org');
  assert.match(run.said, new RegExp(`Ready, listening on http://127.0.0.1:${port}$`, 'm'));
  assert.equal(await isHealthy(`http://127.0.0.1:${port}`), true);
  const taken = begin(t, dataFolderOf(t), undefined, { PORT: port });
  assert.equal(await taken.ended, 1);
  assert.match(taken.said, new RegExp(`Port ${port} on 127.0.0.1 is taken by another program`));
  await stop(run);
});

test('a port that another program takes while the application starts is left to it', async (t) => {
  const wished = await freePort({ host: '127.0.0.1', port: 3000, portIsGiven: false });
  const run = begin(t, dataFolderOf(t), undefined, { PORT: '' });
  while (!run.said.includes('Starting the application')) await sleep(5);
  const other = createServer().listen(wished, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const url = await ready(run);
  assert.notEqual(url, `http://127.0.0.1:${wished}`);
  assert.equal(await isHealthy(url), true);
  assert.match(run.said, new RegExp(`Port ${wished} was taken meanwhile`));
  await stop(run);
});

for (const [killed, words] of [
  ['api', /The application ended by SIGKILL/],
  ['database', /The database ended by SIGKILL/],
]) {
  test(`kill -9 of the ${killed} stops the rest with words and code 1; the next start works`, async (t) => {
    const data = dataFolderOf(t);
    const run = begin(t, data);
    await ready(run);
    const processes = processesOf(data);
    process.kill(processes[killed], 'SIGKILL');
    assert.equal(await run.ended, 1);
    assert.match(run.said, words);
    assert.equal(Object.values(processes).some(isAlive), false);
    const next = begin(t, data);
    assert.equal(await isHealthy(await ready(next)), true);
    await stop(next);
  });
}

test('kill -9 of the inner process leaves an orphaned database, which the next start adopts and stops', async (t) => {
  const data = dataFolderOf(t);
  const run = begin(t, data);
  await ready(run);
  const processes = processesOf(data);
  process.kill(processes.inner, 'SIGKILL');
  assert.equal(await run.ended, 1);
  assert.match(run.said, /ended by SIGKILL.*the next start recovers by itself/);
  const next = begin(t, data);
  assert.equal(await isHealthy(await ready(next)), true);
  assert.match(next.said, /still running from before/);
  assert.equal(processesOf(data).database, processes.database);
  await stop(next);
  await allGone(...Object.values(processes));
});

test('kill -9 of the outer process stops the rest; a start at once waits for that', async (t) => {
  const data = dataFolderOf(t);
  const run = begin(t, data);
  await ready(run);
  const processes = processesOf(data);
  process.kill(processes.outer, 'SIGKILL');
  const next = begin(t, data);
  assert.equal(await isHealthy(await ready(next)), true);
  await allGone(...Object.values(processes));
  await stop(next);
});

test('kill -9 of npm stops what it started', async (t) => {
  const data = dataFolderOf(t);
  const run = begin(t, data, ['npm', 'start']);
  const url = await ready(run);
  const processes = processesOf(data);
  run.child.kill('SIGKILL');
  await allGone(...Object.values(processes));
  assert.equal(await isHealthy(url), false);
  assert.deepEqual(heldIn(data), []);
});

test('a stop while it is still starting leaves nothing behind', async (t) => {
  const data = dataFolderOf(t);
  const run = begin(t, data);
  while (!run.said.includes('Making an empty database')) await new Promise((resolve) => setTimeout(resolve, 5));
  run.child.kill('SIGTERM');
  assert.equal(await run.ended, 0);
  assert.deepEqual(heldIn(data), []);
  assert.equal(existsSync(path.join(data, 'postgres/postmaster.pid')), false);
});
