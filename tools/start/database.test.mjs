import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTemporaryServer } from '../postgres/temporary-server.mjs';
import { provideDatabase } from './database.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const given = (environment) => provideDatabase({ data: '/nonexistent', environment, say: () => {} });

test('a database of the user is checked and left alone; its address may come from a file', async (t) => {
  const server = await startTemporaryServer();
  t.after(() => server.stop());
  const file = path.join(temporaryFolder(t), 'address');
  writeFileSync(file, `${server.url}\n`);
  for (const environment of [{ DATABASE_URL: server.url }, { DATABASE_URL_FILE: file }]) {
    const database = await given(environment);
    assert.deepEqual([database.url, database.isOwn], [server.url, false]);
    await database.stop();
    // Left alone, but not held: the connection of the check is gone after a moment.
    while ((await server.otherClients()) > 0) await sleep(10);
  }
  const wrong = server.url.replace(/:[^:@]+@/, ':wrong-password@');
  await assert.rejects(given({ DATABASE_URL: wrong }), ({ message }) => {
    assert.match(message, /password authentication failed/);
    return !message.includes('wrong-password');
  });
});

test('an address that is none, leads nowhere or stands in no file is told in words', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(given({ DATABASE_URL: 'mysql://x' }), /no address of the form postgres:/);
  await assert.rejects(
    given({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }),
    /127.0.0.1:1\/c.*nothing answers there/,
  );
  for (const file of [folder, path.join(folder, 'address')])
    await assert.rejects(given({ DATABASE_URL_FILE: file }), /there is no file/);
});

/** Says what a PostgreSQL of that version says to a sign-in and to the question for its version. */
async function serverOfVersion(t, version) {
  const message = (type, ...parts) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const int16 = (n) => Buffer.from([n >> 8, n & 255]);
  const int32 = (n) => Buffer.concat([int16(n >> 16), int16(n & 65_535)]);
  const ready = message('Z', Buffer.from('I'));
  const column = [Buffer.from('version\0'), int32(0), int16(0), int32(25), int16(0xffff), int32(0), int16(0)];
  const answer = [
    message('T', int16(1), ...column),
    message('D', int16(1), int32(version.length), Buffer.from(version)),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]));
      socket.on('data', (chunk) => chunk[0] === 81 && socket.write(Buffer.concat(answer)));
    });
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return `postgres://a:b@127.0.0.1:${server.address().port}/c`;
}

test('PostgreSQL 15 and newer are taken, older ones refused by name', async (t) => {
  await given({ DATABASE_URL: await serverOfVersion(t, '15.2 (Debian 15.2-1)') });
  const old = await serverOfVersion(t, '14.9');
  await assert.rejects(given({ DATABASE_URL: old }), /is PostgreSQL 14\.9: Forecall needs 15 or newer/);
});
