import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { startServer } from './embedded-server.mjs';
import { ask, testFolder } from './server-under-test.mjs';

test('a new server is durable, speaks UTF-8, and lets in only who knows the password, on loopback only', async (t) => {
  const folder = testFolder(t);
  const server = await startServer({ folder });
  const settings = await ask(
    server.adminUrl,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
      'listen_addresses', 'unix_socket_directories', 'server_encoding', 'password_encryption', 'TimeZone')`,
  );
  assert.deepEqual(Object.fromEntries(settings.map((row) => [row.name, row.setting])), {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    server_encoding: 'UTF8',
    password_encryption: 'scram-sha-256',
    TimeZone: 'UTC',
  });
  const methods = await ask(server.adminUrl, 'select distinct auth_method from pg_hba_file_rules');
  assert.deepEqual(methods, [{ auth_method: 'scram-sha-256' }]);
  const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
  await assert.rejects(ask(wrong, 'select 1'), { code: '28P01' });
  assert.equal(statSync(path.join(server.folder, 'access.json')).mode & 0o777, 0o600);
  assert.equal(
    readFileSync(path.join(server.folder, 'access.json'), 'utf8').includes(new URL(server.url).password),
    true,
  );
  await server.stop();
  await assert.rejects(ask(server.url, 'select 1'), { code: 'ECONNREFUSED' });
});

test('the application is no superuser, makes databases, and sorts Chinese by an ICU collation', async (t) => {
  const server = await startServer({ folder: testFolder(t) });
  const [role] = await ask(server.url, 'select rolsuper, rolcreatedb from pg_roles where rolname = current_user');
  assert.deepEqual(role, { rolsuper: false, rolcreatedb: true });
  await ask(server.url, 'create database clone template forecall', 'drop database clone');
  const names = "(values ('张'), ('李'), ('阿'), ('王')) v(name)";
  const byPinyin = await ask(server.url, `select name from ${names} order by name collate "zh-x-icu"`);
  assert.deepEqual(
    byPinyin.map((row) => row.name),
    ['阿', '李', '王', '张'],
  );
  const [folded] = await ask(server.url, "select upper('größe élan') as upper");
  assert.equal(folded.upper, 'GRÖßE ÉLAN');
  await server.stop();
});

test('a second start finds the data of the first, and takes other settings', async (t) => {
  const folder = testFolder(t);
  const first = await startServer({ folder });
  await ask(first.url, 'create table kept (n int)', 'insert into kept values (42)');
  await first.stop();
  const second = await startServer({ folder, settings: { work_mem: '7MB' } });
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 42 }]);
  assert.deepEqual(await ask(second.url, 'show work_mem'), [{ work_mem: '7MB' }]);
  assert.notEqual(second.pid, first.pid);
  await second.stop();
});

test('stop ends open connections, and says so through `ended`', async (t) => {
  const server = await startServer({ folder: testFolder(t) });
  const sleeping = ask(server.url, 'select pg_sleep(600)');
  const refused = assert.rejects(sleeping);
  await server.stop();
  await refused;
  assert.equal((await server.ended).code, 0);
});

test('two starts at once share one server', async (t) => {
  const folder = testFolder(t);
  const both = await Promise.all([startServer({ folder }), startServer({ folder })]);
  assert.equal(both[0].pid, both[1].pid);
  assert.deepEqual(both.map((server) => server.adopted).sort(), [false, true]);
  await both[0].leave();
  assert.deepEqual(await ask(both[1].url, 'select 1 as n'), [{ n: 1 }]);
  await both[1].leave();
  assert.equal((await both[0].ended).code ?? 0, 0);
  await assert.rejects(ask(both[1].url, 'select 1'), { code: 'ECONNREFUSED' });
});
