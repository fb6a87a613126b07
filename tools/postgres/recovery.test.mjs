import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startServer } from './embedded-server.mjs';
import { isAlive } from './process-facts.mjs';
import { ask, isRoot, kill, startElsewhere, testFolder } from './server-under-test.mjs';

test('the server of a killed starter is adopted with its data, and can be stopped', async (t) => {
  const folder = testFolder(t);
  const orphaned = await startElsewhere(folder);
  await ask(orphaned.url, 'create table kept (n int)', 'insert into kept values (1)');
  await kill(orphaned.child);
  assert.equal(isAlive(orphaned.pid), true);
  const server = await startServer({ folder });
  assert.deepEqual([server.adopted, server.pid, server.url], [true, orphaned.pid, orphaned.url]);
  assert.deepEqual(await ask(server.url, 'select n from kept'), [{ n: 1 }]);
  await server.stop();
  assert.equal(isAlive(orphaned.pid), false);
  await server.ended;
});

test('a killed server starts again with everything committed, though a connection of it is still at work', async (t) => {
  const folder = testFolder(t);
  const first = await startServer({ folder });
  await ask(first.url, 'create table kept (n int)', 'insert into kept values (2)');
  const busy = assert.rejects(ask(first.url, 'select count(*) from generate_series(1, 1e12)'));
  while ((await first.otherClients()) < 1) await sleep(10);
  process.kill(first.pid, 'SIGKILL');
  assert.equal((await first.ended).signal, 'SIGKILL');
  const second = await startServer({ folder });
  assert.equal(second.adopted, false);
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 2 }]);
  await busy;
  await second.stop();
});

/** The lock file a killed server leaves behind, with the number of another process in it. */
async function leaveLock(folder, edit) {
  const server = await startServer({ folder });
  const file = path.join(server.folder, 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  process.kill(server.pid, 'SIGKILL');
  await server.ended;
  writeFileSync(file, edit(lines, statSync(server.folder)).join('\n'));
  return server;
}

test('a lock file whose process number another program has now is cleared; that program is left alone', async (t) => {
  const folder = testFolder(t);
  let stranger;
  const dead = await leaveLock(folder, (lines, { uid, gid }) => {
    // Under the server's account: only then does PostgreSQL itself mistake it for a twin.
    stranger = spawn('sleep', ['600'], isRoot ? { uid, gid } : {});
    t.after(() => stranger.kill());
    return [String(stranger.pid), ...lines.slice(1)];
  });
  const server = await startServer({ folder });
  assert.deepEqual([server.adopted, stranger.exitCode, isAlive(stranger.pid)], [false, null, true]);
  assert.notEqual(server.pid, dead.pid);
  assert.equal((await ask(server.url, 'select 1 as n'))[0].n, 1);
  await server.stop();
});

test('a server of another folder behind the number and port of a stale lock is neither adopted nor stopped', async (t) => {
  const other = await startServer({ folder: testFolder(t) });
  const otherLock = readFileSync(path.join(other.folder, 'postmaster.pid'), 'utf8').split('\n');
  const folder = testFolder(t);
  await leaveLock(folder, (lines) => [otherLock[0], lines[1], lines[2], otherLock[3], ...lines.slice(4)]);
  const server = await startServer({ folder });
  assert.equal(server.adopted, false);
  assert.notEqual(server.pid, other.pid);
  await server.stop();
  assert.equal((await ask(other.url, 'select 1 as n'))[0].n, 1);
  await other.stop();
});

test('a start killed while it makes the database leaves nothing that hinders the next', async (t) => {
  const folder = testFolder(t);
  const starter = fork(fileURLToPath(new URL('./start-and-stay.fixture.mjs', import.meta.url)), [folder]);
  const unfinished = () =>
    existsSync(folder) && readdirSync(folder).find((name) => name.startsWith('postgres.unfinished'));
  while (!existsSync(path.join(folder, unfinished() ?? '-', 'cluster', 'base'))) await sleep(2);
  await kill(starter);
  assert.equal(existsSync(path.join(folder, 'postgres')), false);
  const server = await startServer({ folder });
  assert.equal((await ask(server.url, 'select 1 as n'))[0].n, 1);
  await server.stop();
  // The killed start's own child may outlive it by a moment and write on; then a later start clears the rest.
  while (unfinished()) await (await startServer({ folder })).stop();
});

test('a folder of another kind and a database of another version are refused in words', async (t) => {
  const folder = testFolder(t);
  const server = await startServer({ folder });
  await server.stop();
  const made = path.join(server.folder, 'PG_VERSION');
  const version = readFileSync(made, 'utf8');
  writeFileSync(made, '12\n');
  await assert.rejects(startServer({ folder }), /made by PostgreSQL 12, and PostgreSQL 18/);
  renameSync(made, `${made}.away`);
  await assert.rejects(startServer({ folder }), /should hold the database, but is something else/);
  renameSync(`${made}.away`, made);
  writeFileSync(made, version);
});
