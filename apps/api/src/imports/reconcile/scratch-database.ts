import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { Refusal } from '../refusal.js';

const prefix = 'forecall_reconcile_';

/** A new empty database on the server of the given address, for the time of the work. */
export async function withScratchDatabase<Result>(
  url: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `${prefix}${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`;
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  await onServer(url, dropLeftovers);
  await onServer(url, async (client) => {
    try {
      await client.query(`CREATE DATABASE ${name}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refusal(`Figures are compared in a database of their own, which this sign-in may not make: ${why}`);
    }
  });
  try {
    return await work(scratch.href);
  } finally {
    await onServer(url, (client) => dropWhenFree(client, name));
  }
}

/** A worker of the server's own (autovacuum) may be in it, which only a superuser can send away: it leaves soon. */
async function dropWhenFree(client: Client, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      const isOccupied = error instanceof DatabaseError && (error.code === '42501' || error.code === '55006');
      if (!isOccupied || tries === 50) throw error;
      await pause(200);
    }
  }
}

const leftAfterSeconds = 600;

/** Those of killed runs: nobody is connected to them, and they are not of this moment. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT d.datname FROM pg_database d
     WHERE d.datname ~ $1 AND split_part(d.datname, '_', 3)::bigint < $2
       AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)`,
    [`^${prefix}[0-9]{10}_[0-9a-f]{8}$`, Math.floor(Date.now() / 1000) - leftAfterSeconds],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`);
}

async function onServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
