import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { packagedBinaries, versionOf } from './binaries.mjs';
import { startServer } from './embedded-server.mjs';
import { serverAccount } from './server-account.mjs';
import { reachableBinaries } from './reachable-binaries.mjs';
import { ask, isRoot, kill, startElsewhere, testFolder } from './server-under-test.mjs';

const asRoot = isRoot ? test : () => {};

/** Start, stop, and what was said on the way. */
async function run(folder, elsewhere, ...statements) {
  const notices = [];
  const server = await startServer({ folder, elsewhere, onNotice: (text) => notices.push(text) });
  const rows = await ask(server.url, ...statements);
  await server.stop();
  return { place: path.dirname(server.folder), notices, rows };
}

function closedCheckout(t) {
  const checkout = testFolder(t, 0o700);
  return { checkout, data: path.join(checkout, '.data'), elsewhere: path.join(testFolder(t), 'forecall') };
}

test("the server runs under an account that is not root, and its files are that account's alone", async (t) => {
  const server = await startServer({ folder: testFolder(t) });
  const owner = statSync(server.folder);
  assert.notEqual(owner.uid, 0);
  assert.equal(owner.mode & 0o777, 0o700);
  await server.stop();
});

asRoot('a data folder made under a strict umask can still be entered by the server', async (t) => {
  const data = path.join(testFolder(t), 'a', 'b');
  const before = process.umask(0o077);
  try {
    assert.equal((await run(data, '/nonexistent', 'select 1')).place, data);
  } finally {
    process.umask(before);
  }
  assert.equal(statSync(path.join(data, 'postgres')).mode & 0o777, 0o700);
});

asRoot('below a folder of mode 0700 the database is kept elsewhere, said once, and found again', async (t) => {
  const { data, elsewhere } = closedCheckout(t);
  const first = await run(data, elsewhere, 'create table kept (n int)', 'insert into kept values (3)');
  assert.equal(path.dirname(first.place), elsewhere);
  assert.match(first.notices[0], /may not enter .*\.data: the database is kept in /);
  const second = await run(data, elsewhere, 'select n from kept');
  assert.deepEqual(second, { place: first.place, notices: [], rows: [{ n: 3 }] });
});

asRoot(
  'a moved checkout keeps its database elsewhere, a copy of it gets its own, a new .data begins afresh',
  async (t) => {
    const { data, checkout, elsewhere } = closedCheckout(t);
    const first = await run(data, elsewhere, 'create table kept (n int)');
    const copy = path.join(checkout, 'copy');
    cpSync(data, copy, { recursive: true });
    const copied = await run(copy, elsewhere, "select to_regclass('kept')::text as kept");
    assert.notEqual(copied.place, first.place);
    assert.deepEqual(copied.rows, [{ kept: null }]);
    const moved = path.join(checkout, 'moved');
    cpSync(data, moved, { recursive: true });
    rmSync(data, { recursive: true });
    assert.equal((await run(moved, elsewhere, 'select from kept')).place, first.place);
    assert.notEqual((await run(data, elsewhere, 'select 1')).place, first.place);
  },
);

asRoot('a database in the checkout is not replaced by an empty one when its folder is closed later', async (t) => {
  const { checkout, data, elsewhere } = closedCheckout(t);
  chmodSync(checkout, 0o755);
  const first = await run(data, elsewhere, 'select 1');
  assert.equal(first.place, data);
  chmodSync(checkout, 0o700);
  await assert.rejects(startServer({ folder: data, elsewhere }), /may no longer enter that folder/);
});

asRoot('programs that the account cannot run are copied once, and what a killed copier left is cleared', async (t) => {
  const account = serverAccount('/nonexistent');
  const elsewhere = path.join(testFolder(t), 'forecall');
  const closed = path.join(testFolder(t, 0o700), 'native');
  cpSync(packagedBinaries(), closed, { recursive: true, verbatimSymlinks: true });
  const leftover = `postgresql-1.2-abc.unfinished-${2 ** 22 + 1}`;
  mkdirSync(path.join(elsewhere, leftover), { recursive: true });
  const copy = reachableBinaries(closed, '18.4', account, elsewhere);
  assert.match(path.basename(copy), /^postgresql-18\.4-[0-9a-f]{8}$/);
  assert.deepEqual(readdirSync(elsewhere), [path.basename(copy)]);
  assert.match(
    execFileSync(path.join(copy, 'bin/postgres'), ['--version'], { encoding: 'utf8', uid: account.uid }),
    /18/,
  );
  const made = statSync(copy).ctimeMs;
  assert.equal(reachableBinaries(closed, '18.4', account, elsewhere), copy);
  assert.equal(statSync(copy).ctimeMs, made);
});

asRoot('an ordinary user runs it under the own account; root afterwards runs it as that user', async (t) => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const group = Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' }));
  const folder = testFolder(t, 0o700);
  chownSync(folder, nobody, group);
  const account = { uid: nobody, gid: group, name: 'nobody' };
  const binaries = reachableBinaries(packagedBinaries(), versionOf(packagedBinaries()), account);
  const started = await startElsewhere(folder, nobody, group, binaries);
  assert.equal(started.problem, undefined);
  assert.equal(statSync(started.folder).uid, nobody);
  await ask(started.url, 'create table kept (n int)');
  started.child.send('stop');
  await new Promise((resolve) => started.child.on('exit', resolve));
  const server = await startServer({ folder, binaries });
  assert.deepEqual(await ask(server.url, 'select from kept'), []);
  assert.equal(statSync(server.folder).uid, nobody);
  await server.stop();
});

asRoot('a database of another user is refused in words', async (t) => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const folder = testFolder(t);
  const server = await startServer({ folder });
  await server.stop();
  chmodSync(folder, 0o777);
  const refused = await startElsewhere(folder, nobody, nobody);
  assert.match(refused.problem, /belongs to postgres: it was made by a start as root or as that user/);
  await kill(refused.child).catch(() => {});
});
