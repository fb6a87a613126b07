import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from './free-port.mjs';
import { isLoopback, readSettings } from './settings.mjs';

test('alone on this machine the demo comes by itself; elsewhere only when asked for', () => {
  assert.equal(readSettings({}).demo, 'yes');
  assert.equal(readSettings({ HOST: 'localhost' }).demo, 'yes');
  assert.equal(readSettings({ HOST: '0.0.0.0' }).demo, 'no');
  assert.equal(readSettings({ DATABASE_URL: 'postgres://db/x' }).demo, 'no');
  assert.equal(readSettings({ DATABASE_URL_FILE: '/run/secrets/x' }).demo, 'no');
  assert.equal(readSettings({ HOST: '0.0.0.0', DEMO: 'yes' }).demo, 'yes');
  assert.equal(readSettings({ DATABASE_URL: 'postgres://db/x', DEMO: 'yes' }).demo, 'yes');
  assert.equal(readSettings({ DEMO: 'no' }).demo, 'no');
});

test('loopback is 127.x.x.x, ::1 and localhost', () => {
  assert.deepEqual(
    ['127.0.0.1', '127.1.2.3', '::1', 'localhost', '0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org'].map(
      isLoopback,
    ),
    [true, true, true, true, false, false, false, false],
  );
});

test('wrong settings are told in words', () => {
  assert.throws(() => readSettings({ PORT: '70000' }), /PORT is "70000"/);
  assert.throws(() => readSettings({ PORT: 'http' }), /PORT is "http"/);
  assert.throws(() => readSettings({ DEMO: 'maybe' }), /DEMO is "maybe"/);
});

test('a port that nobody asked for by name gives way to the next free one', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  t.after(() => taken.close());
  await once(taken, 'listening');
  const wish = { host: '127.0.0.1', port: taken.address().port };
  assert.ok((await freePort({ ...wish, portIsGiven: false })) > wish.port);
  await assert.rejects(freePort({ ...wish, portIsGiven: true }), /taken by another program/);
});

test('an address of another machine is refused in words', async () => {
  await assert.rejects(freePort({ host: '192.0.2.1', port: 3000 }), /no address of this machine/);
});
