import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own for one spec file: a clone of the migrated template (about 0.1 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { FORECALL_TEST_SERVER: serverUrl, FORECALL_TEST_TEMPLATE: template } = process.env;
  if (!serverUrl || !template) throw new Error('The API specs run through jest with their database set-up.');
  // The process in the name tells what a killed run left behind.
  const name = `forecall_spec_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(serverUrl, name) };
}

/** Plain first: it waits for the server's own vacuum, which no test may end by force. */
async function drop(serverUrl: string, name: string): Promise<void> {
  const plain = `DROP DATABASE IF EXISTS ${name}`;
  await onServer(serverUrl, plain).catch(() => onServer(serverUrl, `${plain} WITH (FORCE)`));
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
