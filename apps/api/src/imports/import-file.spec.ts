import { Database } from '../platform/database/database.js';
import { importCases, importedRows } from '../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { verifyTallies } from '../tallies/verify.js';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { makeOrganisation } from './organisation.js';
import { readPreset } from './preset/preset-file.js';
import type { RefusedRow } from './batch/batch.query.js';
import { importFile } from './import-file.js';
import type { RowFault } from './reading/fault.js';

interface World {
  readonly database: Database;
  close(): Promise<void>;
}

async function newWorld(): Promise<World> {
  const testDatabase: TestDatabase = await createTestDatabase();
  const dataSource = await new DataSource(
    dataSourceOptions({ DATABASE_URL: testDatabase.url, DATABASE_POOL: 4 }),
  ).initialize();
  const database = new Database(dataSource);
  await makeOrganisation(database, { name: 'Beichen Systems', zone: 'Asia/Shanghai' });
  const close = async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  };
  return { database, close };
}

describe('importing a file', () => {
  let world: World;
  let database: Database;

  beforeEach(async () => {
    world = await newWorld();
    ({ database } = world);
  });
  afterEach(() => world.close());

  const refusedRows = () =>
    database.rows<RefusedRow<RowFault>>('SELECT line, errors AS faults FROM import_row ORDER BY line');

  it.each(importCases('ok'))('takes $name as its preset says', async ({ file, preset, json }) => {
    const imported = await importFile(database, { path: file, preset: readPreset(preset).preset });
    expect(await refusedRows()).toEqual([]);
    const expected = json('rows.json') as { reason: string | null }[];
    const told = expected.map((row) => ({ ...row, reason: row.reason ?? '' }));
    expect(await importedRows(database)).toEqual(told);
    expect(imported.rowsTaken).toBe(expected.length);
    expect(await verifyTallies(database)).toEqual([]);
    // The same file once more adds nothing.
    const again = await importFile(database, { path: file, preset: readPreset(preset).preset });
    expect(again).toMatchObject({ state: 'done', rowsTaken: 0, rowsRefused: 0, rowsThere: expected.length });
    expect(await importedRows(database)).toEqual(told);
  });

  it.each(importCases('not-ok').filter(({ has }) => has('refused.json')))(
    'refuses the rows of $name with their line, column and fault',
    async ({ file, preset, json }) => {
      const imported = await importFile(database, { path: file, preset: readPreset(preset).preset });
      const refused = await refusedRows();
      const faults = refused.flatMap(({ line, faults }) =>
        faults.map(({ column, code }) => `${line} ${column ?? '-'} ${code}`),
      );
      expect(faults).toEqual(json('refused.json'));
      expect(imported.rowsRefused).toBe(refused.length);
      expect(await importedRows(database)).toHaveLength(imported.rowsTaken);
    },
  );
});

describe('importing a file that cannot be read as a whole', () => {
  let world: World;

  // Nothing of such a file stays, so that the next finds the same world.
  beforeAll(async () => {
    world = await newWorld();
  });
  afterAll(() => world.close());

  it.each(importCases('not-ok').filter(({ has }) => has('refusal.txt')))(
    'refuses $name, and nothing of it stays',
    async ({ file, preset, text }) => {
      const { database } = world;
      const request = { path: file, preset: readPreset(preset).preset };
      const [code, message = ''] = text('refusal.txt').split('\n');
      const refusal = { code, message: expect.stringContaining(message) as string };
      await expect(importFile(database, request)).rejects.toMatchObject(refusal);
      expect(await importedRows(database)).toEqual([]);
      const states = await database.rows(`SELECT 1 FROM import_batch WHERE state <> 'failed'`);
      expect(states).toEqual([]);
    },
  );
});
