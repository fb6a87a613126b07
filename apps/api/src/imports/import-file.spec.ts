import { Database } from '../platform/database/database.js';
import { importCases, importedRows } from '../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { verifyTallies } from '../tallies/verify.js';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { makeOrganisation } from './organisation.js';
import { readPreset } from './preset/preset-file.js';
import type { RefusedRow } from './writing/resolve-rows.js';
import { importFile } from './writing/import-file.js';

describe('importing a file', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await new DataSource(
      dataSourceOptions({ DATABASE_URL: testDatabase.url, DATABASE_POOL: 4 }),
    ).initialize();
    database = new Database(dataSource);
    await makeOrganisation(database, { name: 'Beichen Systems', zone: 'Asia/Shanghai' });
  });
  afterEach(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  const refusedRows = () => database.rows<RefusedRow>('SELECT line, errors AS faults FROM import_row ORDER BY line');

  it.each(importCases('ok'))('takes $name as its preset says', async ({ file, preset, json }) => {
    const imported = await importFile(database, { path: file, preset: readPreset(preset).preset, resume: false });
    expect(await refusedRows()).toEqual([]);
    const expected = json('rows.json') as { reason: string | null }[];
    expect(await importedRows(database)).toEqual(expected.map((row) => ({ ...row, reason: row.reason ?? '' })));
    expect(imported.taken).toBe(expected.length);
    expect(await verifyTallies(database)).toEqual([]);
  });

  it.each(importCases('not-ok').filter(({ has }) => has('refused.json')))(
    'refuses the rows of $name with their line, column and fault',
    async ({ file, preset, json }) => {
      const imported = await importFile(database, { path: file, preset: readPreset(preset).preset, resume: false });
      const refused = await refusedRows();
      const faults = refused.flatMap(({ line, faults }) =>
        faults.map(({ column, code }) => `${line} ${column ?? '-'} ${code}`),
      );
      expect(faults).toEqual(json('refused.json'));
      expect(imported.refused).toBe(refused.length);
      expect(await importedRows(database)).toHaveLength(imported.taken);
    },
  );

  it.each(importCases('not-ok').filter(({ has }) => has('refusal.txt')))(
    'refuses $name as a whole, and nothing of it stays',
    async ({ file, preset, text }) => {
      const request = { path: file, preset: readPreset(preset).preset, resume: false };
      const [code, message = ''] = text('refusal.txt').split('\n');
      const refusal = { code, message: expect.stringContaining(message) as string };
      await expect(importFile(database, request)).rejects.toMatchObject(refusal);
      expect(await importedRows(database)).toEqual([]);
      const states = await database.rows(`SELECT 1 FROM import_batch WHERE state <> 'failed'`);
      expect(states).toEqual([]);
    },
  );
});
