import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');
/** Every name carries the process that made it, so that what a killed run left can be told from what is in use. */
const namePattern = /^forecall_(?:template|spec)_(\d+)_/;

/**
 * A PostgreSQL for tests with one migrated template database in it, which each spec file clones: the server at
 * TEST_DATABASE_URL, else an embedded one that does not wait for its disk. `prepare` may fill the template.
 */
export async function startTemplateDatabase({ prepare } = {}) {
  const server = process.env.TEST_DATABASE_URL ? undefined : await startEmbedded();
  const serverUrl = process.env.TEST_DATABASE_URL ?? server.url;
  if (server) await dropLeftovers(serverUrl);
  const template = databaseName('template');
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${template}`));
  const url = databaseUrl(serverUrl, template);
  const { migrate } = await import(join(root, 'apps/api/dist/platform/database/migrate.js'));
  await migrate({ DATABASE_URL: url, DATABASE_POOL: 4 });
  await prepare?.(url);
  return {
    serverUrl,
    template,
    async stop() {
      await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
      // Another run may be at work on the same server.
      if (server && (await server.otherClients()) === 0) await server.stop();
    },
  };
}

/** A clone of the template (about 0.1 s); the caller drops it. */
export async function cloneTemplate({ serverUrl, template }) {
  const name = databaseName('spec');
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function startEmbedded() {
  const { startServer } = await import('../postgres/embedded-server.mjs');
  return startServer({
    folder: join(root, '.data/tests'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
}

const databaseName = (kind) => `forecall_${kind}_${process.pid}_${randomBytes(4).toString('hex')}`;

function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropLeftovers(serverUrl) {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database');
    for (const { datname } of rows) {
      const pid = Number(namePattern.exec(datname)?.[1]);
      if (pid && !isAlive(pid)) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function onServer(connectionString, ask) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
