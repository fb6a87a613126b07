import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { readConfig } from '../platform/config/config.js';
import { migrate } from '../migrate.js';
import { rebuildTallies } from './rebuild.js';
import { verifyTallies } from './verify.js';

const usage = `npm run tallies -- verify    compare every tally with a recount of the rows; ends with 1 where one differs
npm run tallies -- rebuild   count all anew, then compare`;

/** npm run tallies -- verify | rebuild */
async function main(act: string | undefined): Promise<number> {
  if (act === '--help') {
    console.log(usage);
    return 0;
  }
  if (act !== 'verify' && act !== 'rebuild') {
    console.error(usage);
    return 2;
  }
  const config = readConfig(process.env);
  await migrate(config);
  const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
  const database = new Database(dataSource);
  try {
    if (act === 'rebuild')
      await database.transaction((sql) => rebuildTallies((text, values) => sql.rows(text, values ?? [])));
    const begunMs = Date.now();
    const differences = await verifyTallies(database, undefined, (table, place, of) => {
      const seconds = Math.round((Date.now() - begunMs) / 1000);
      console.log(`${String(seconds).padStart(5)} s  comparing ${table} with the rows (${place} of ${of})`);
    });
    for (const { table, key, atom, tallied, recounted } of differences) {
      console.log(`${table}  ${key}  ${atom}: tallied ${tallied}, recounted ${recounted}`);
    }
    console.log(
      differences.length === 0
        ? 'Every tally agrees with the rows.'
        : `${differences.length} differences (at most 100 are shown).`,
    );
    return differences.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

process.exitCode = await main(process.argv[2]);
