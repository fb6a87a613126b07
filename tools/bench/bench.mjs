import { fork } from 'node:child_process';
import { join } from 'node:path';
import { startTemporaryServer } from '../postgres/temporary-server.mjs';
import { alarms } from './alarms.mjs';
import { throughDatabase } from './alarms/through-database.mjs';
import { booking } from './booking.mjs';
import { commitToFigure } from './commit-to-figure.mjs';
import { contactsPerSecond } from './contacts-per-second.mjs';
import { figureSizes } from './figure-sizes.mjs';
import { finding } from './finding.mjs';
import { firstLoad } from './first-load.mjs';
import { importing } from './importing.mjs';
import { keyAccounts } from './key-accounts.mjs';
import { lists } from './lists.mjs';
import { machine } from './machine.mjs';
import { planning } from './planning.mjs';
import { startToAnswer } from './start-to-answer.mjs';
import { table } from './table.mjs';
import { client, makeWorld } from './world.mjs';

/**
 * npm run bench [-- contacts live figures finding lists care importing planning booking alarms start load]: measures in one run, against a durable database of its own, and
 * prints tables with ratios. Nothing here is a test.
 */
const root = join(import.meta.dirname, '../..');
const parts = new Set(process.argv.slice(2));
const isAsked = (part) => parts.size === 0 || parts.has(part);
const onProgress = (text) => process.stderr.write(`  ${text} ...\n`);

// As durable as in real use: what is measured is acknowledged after it is on the disk.
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const settings = { ...durable, max_connections: 300, max_wal_size: '8GB', maintenance_work_mem: '512MB' };
const server = await startTemporaryServer({ settings, onProgress });
let databases = 0;

async function makeDatabase() {
  databases += 1;
  const name = `bench_${databases}`;
  const admin = await client(server.url);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const { migrate } = await import(join(root, 'apps/api/dist/migrate.js'));
  await migrate({ DATABASE_URL: url.href, DATABASE_POOL: 4 });
  const sql = await client(url.href);
  const world = await makeWorld(sql, 32);
  await sql.end();
  return { databaseUrl: url.href, world };
}

function startApi(databaseUrl) {
  const child = fork(join(root, 'apps/api/dist/main.js'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', DEMO: 'no' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    child.once('message', ({ url }) => resolve({ url, stop, pid: child.pid }));
  });
}

const tables = [];
try {
  const version = (
    await (async () => {
      const sql = await client(server.url);
      const { rows } = await sql.query('SHOW server_version');
      await sql.end();
      return rows[0].server_version;
    })()
  ).split(' ')[0];
  const { databaseUrl, world } = await makeDatabase();
  if (isAsked('start')) tables.push(await startToAnswer({ startApi, databaseUrl, onProgress }));
  const api = await startApi(databaseUrl);
  const context = { url: api.url, databaseUrl, world, onProgress };
  if (isAsked('load')) tables.push(await firstLoad(context));
  if (isAsked('contacts')) tables.push(await contactsPerSecond(context));
  if (isAsked('live')) tables.push(await commitToFigure(context));
  await api.stop();
  if (isAsked('figures')) tables.push(await figureSizes({ startApi, makeDatabase, onProgress }));
  if (isAsked('finding')) tables.push(await finding({ startApi, makeDatabase, onProgress }));
  if (isAsked('lists')) tables.push(await lists({ startApi, makeDatabase, onProgress }));
  if (isAsked('care')) tables.push(await keyAccounts({ startApi, makeDatabase, onProgress }));
  if (isAsked('importing')) tables.push(await importing({ startApi, makeDatabase, onProgress }));
  if (isAsked('planning')) tables.push(await planning({ onProgress }));
  if (isAsked('booking')) tables.push(await booking({ onProgress }));
  if (isAsked('alarms')) tables.push(await alarms({ onProgress }), await throughDatabase({ makeDatabase, onProgress }));
  console.log(`\n${machine(version)}\n`);
  for (const rows of tables) console.log(`${table(rows)}\n`);
} finally {
  await server.stop();
}
