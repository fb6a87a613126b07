import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { entities } from '../../entities.js';
import { migrations } from '../../migrations/index.js';
import type { Config } from '../config/config.js';

export function dataSourceOptions(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: 'forecall',
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsRun: false,
    synchronize: false,
    logging: false,
    // An idle connection that breaks (restart of the database) must not end the process.
    poolErrorHandler: () => undefined,
    // Our statements are many and short: compiling them costs more than it saves.
    extra: { keepAlive: true, options: '-c jit=off' },
  };
}
