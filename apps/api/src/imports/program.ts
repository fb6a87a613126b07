import { DataSource } from 'typeorm';
import { migrate } from '../migrate.js';
import { type Config, ConfigError, readConfig } from '../platform/config/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from './refusal.js';

/** Runs work on the migrated database at an address. */
export async function withDatabase<Result>(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  await migrate(config);
  const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
  try {
    return await work(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

/** A command's exit code: its own, or 1 with what the user has to put right. Other errors keep their stack. */
export async function runCommand(command: (config: Config) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(readConfig(process.env));
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Refusal || error instanceof ConfigError ? error.message : error);
  }
}

/** Aborted by the first Ctrl-C or end of the parent; the second ends at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort());
  }
  return stop.signal;
}
