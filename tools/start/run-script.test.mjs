import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './checkout.mjs';
import { begin, processesOf, ready } from './start-under-test.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const script = `
  import pg from ${JSON.stringify(pathToFileURL(path.join(root, 'node_modules/pg/esm/index.mjs')).href)};
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // Two that make the table at once would trip over each other.
  await client.query('select pg_advisory_lock(1)');
  await client.query('create table if not exists runs (n serial)');
  const { rows } = await client.query('insert into runs default values returning n');
  console.log('run', rows[0].n, 'args', process.argv.slice(2).join(), 'at', process.env.FORECALL_URL);
  process.exit(7);`;

function scene(t) {
  const folder = temporaryFolder(t, { 'script.mjs': script });
  chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  return {
    data,
    run: (...args) => begin(t, data, [process.execPath, 'tools/run.mjs', path.join(folder, 'script.mjs'), ...args]),
  };
}

test('a program runs on our database, started for it and stopped after it, and its code is handed on', async (t) => {
  const { data, run } = scene(t);
  const first = run('a', 'b');
  assert.equal(await first.ended, 7);
  assert.match(first.said, /^run 1 args a,b at undefined$/m);
  const second = run();
  assert.equal(await second.ended, 7);
  assert.match(second.said, /^run 2 /m);
  assert.equal(existsSync(path.join(data, 'postgres/postmaster.pid')), false);
});

test('beside a start it uses the running database, knows the address, and leaves both alone', async (t) => {
  const { data, run } = scene(t);
  const start = begin(t, data);
  const url = await ready(start);
  const { database } = processesOf(data);
  const beside = run();
  assert.equal(await beside.ended, 7);
  assert.match(beside.said, new RegExp(`^run 1 args {2}at ${url}$`, 'm'));
  assert.equal(processesOf(data).database, database);
  assert.equal((await fetch(`${url}/api/health`)).status, 200);
  start.child.kill('SIGTERM');
  assert.equal(await start.ended, 0);
});

test('of two programs at once the last one out stops the database', async (t) => {
  const { data, run } = scene(t);
  const both = [run(), run()];
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [7, 7]);
  assert.equal(existsSync(path.join(data, 'postgres/postmaster.pid')), false);
});

test('a program that is not there is told by Node, and the database is stopped', async (t) => {
  const { data } = scene(t);
  const run = begin(t, data, [process.execPath, 'tools/run.mjs', 'no/such/program.js']);
  assert.equal(await run.ended, 1);
  assert.match(run.said, /Cannot find module/);
  assert.equal(existsSync(path.join(data, 'postgres/postmaster.pid')), false);
});
