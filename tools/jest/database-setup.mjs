import { join } from 'node:path';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');

/**
 * Before the API specs: a PostgreSQL server (TEST_DATABASE_URL, or the embedded one in a folder of its own) and, in it,
 * one migrated template database that each spec file clones.
 */
export default async function setUp() {
  const server = process.env.TEST_DATABASE_URL ? undefined : await startEmbedded();
  const serverUrl = process.env.TEST_DATABASE_URL ?? server.url;
  const template = `forecall_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  const { migrate } = await import(join(root, 'apps/api/dist/platform/database/migrate.js'));
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  await migrate({ DATABASE_URL: url.href, DATABASE_POOL: 4 });
  process.env.FORECALL_TEST_SERVER = serverUrl;
  process.env.FORECALL_TEST_TEMPLATE = template;
  globalThis.forecallTestDatabase = { server, admin, template };
}

async function startEmbedded() {
  const { startServer } = await import('../postgres/embedded-server.mjs');
  return startServer({ temporary: true });
}
