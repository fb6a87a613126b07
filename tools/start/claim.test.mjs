import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { claim, claimWhenFree, holderOf } from './claim.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** Another process that claims the file and says whether it got it. */
async function claimant(t, file, facts = {}) {
  const program = path.join(temporaryFolder(t), 'claimant.mjs');
  writeFileSync(
    program,
    `import { claim } from ${JSON.stringify(new URL('./claim.mjs', import.meta.url).href)};
     const { holder } = await claim(${JSON.stringify(file)}, ${JSON.stringify(facts)});
     process.send({ got: !holder });
     setInterval(() => {}, 1000);`,
  );
  const child = fork(program);
  t.after(() => child.kill('SIGKILL'));
  const [{ got }] = await once(child, 'message');
  return { got, child, kill: () => Promise.all([once(child, 'exit'), child.kill('SIGKILL')]) };
}

const claimIn = (t) => path.join(temporaryFolder(t), 'some.claim');

test('one process at a time holds a claim; another is told what the holder says of itself', async (t) => {
  const file = claimIn(t);
  const first = await claim(file, { url: 'http://127.0.0.1:1' });
  first.update({ stopping: true });
  const second = await claim(file);
  assert.equal(second.holder.url, 'http://127.0.0.1:1');
  assert.equal(second.holder.stopping, true);
  assert.equal(second.holder.pid, process.pid);
  first.release();
  assert.equal(existsSync(file), false);
  (await claim(file)).release();
});

test('a claim passes to the one who waits as soon as it is free', async (t) => {
  const file = claimIn(t);
  const first = await claim(file);
  let waited;
  const second = claimWhenFree(file, { onWait: (holder) => (waited = holder.pid) });
  while (waited === undefined) await new Promise(setImmediate);
  first.release();
  assert.equal(waited, process.pid);
  (await second).release();
});

test('the claim of a killed process is free', async (t) => {
  const file = claimIn(t);
  const dead = await claimant(t, file);
  assert.equal(dead.got, true);
  await dead.kill();
  assert.equal(existsSync(file), true);
  const next = await claim(file);
  assert.equal(next.holder, undefined);
  next.release();
});

test('neither the same process number nor another server on the port keeps a dead claim alive', async (t) => {
  const file = claimIn(t);
  const program = spawn('sleep', ['600']);
  const echo = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  t.after(() => {
    program.kill();
    echo.close();
  });
  await once(echo, 'listening');
  writeFileSync(file, JSON.stringify({ pid: program.pid, port: echo.address().port, token: 'dead' }));
  assert.equal(await holderOf(file), undefined);
  const next = await claim(file);
  assert.equal(next.holder, undefined);
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
  next.release();
});

test('a holder that is too busy to answer still holds', async (t) => {
  const file = claimIn(t);
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  writeFileSync(file, JSON.stringify({ pid: process.pid, port: silent.address().port, token: 'busy' }));
  assert.equal((await holderOf(file)).pid, process.pid);
  silent.close();
});

test('an entry that was cut short is cleared', async (t) => {
  const file = claimIn(t);
  writeFileSync(file, '{"pid":');
  (await claim(file)).release();
  assert.equal(existsSync(file), false);
});

test('of many that find a dead claim at once exactly one gets it', async (t) => {
  const file = claimIn(t);
  writeFileSync(file, JSON.stringify({ pid: process.pid, port: 1, token: 'dead' }));
  const all = await Promise.all(Array.from({ length: 8 }, () => claimant(t, file)));
  assert.equal(all.filter(({ got }) => got).length, 1);
});
