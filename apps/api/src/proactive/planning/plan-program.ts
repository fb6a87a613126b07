import { workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import { planIfAsked } from './plan-if-asked.js';

const { databaseUrl } = workerData as { databaseUrl: string };
const dataSource = await new DataSource(
  dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: 1 }),
).initialize();
try {
  await planIfAsked(new Database(dataSource), new Date());
} finally {
  await dataSource.destroy();
}
