import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startTemporaryServer } from '../postgres/temporary-server.mjs';

const migrations = join(import.meta.dirname, '../../apps/api/dist/migrate.js');

/**
 * A PostgreSQL for tests with one migrated template database in it, which each spec file clones: the server at
 * TEST_DATABASE_URL, else one of this run alone, from TEST_POSTGRES_BINARIES (a folder with bin/) or the packages.
 * `prepare` may fill the template.
 */
export async function startTemplateDatabase({ prepare } = {}) {
  const server = process.env.TEST_DATABASE_URL
    ? undefined
    : await startTemporaryServer({ binaries: process.env.TEST_POSTGRES_BINARIES });
  const serverUrl = process.env.TEST_DATABASE_URL ?? server.url;
  const template = databaseName('template');
  await onServer(serverUrl, `CREATE DATABASE ${template}`);
  const url = databaseUrl(serverUrl, template);
  const { migrate } = await import(migrations);
  await migrate({ DATABASE_URL: url, DATABASE_POOL: 4 });
  await prepare?.(url);
  return {
    serverUrl,
    template,
    async stop() {
      await dropDatabase(serverUrl, template);
      await server?.stop();
    },
  };
}

/** A clone of the template (about 0.1 s); the caller drops it. */
export async function cloneTemplate({ serverUrl, template }) {
  const name = databaseName('spec');
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => dropDatabase(serverUrl, name),
  };
}

/** By force, but for the server's own vacuum, which only the server may end: it does so for whoever asks without. */
async function dropDatabase(serverUrl, name) {
  const drop = `DROP DATABASE IF EXISTS ${name}`;
  await onServer(serverUrl, `${drop} WITH (FORCE)`).catch((error) => {
    if (error.code !== '42501') throw error;
    return onServer(serverUrl, drop);
  });
}

const databaseName = (kind) => `forecall_${kind}_${process.pid}_${randomBytes(4).toString('hex')}`;

function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
