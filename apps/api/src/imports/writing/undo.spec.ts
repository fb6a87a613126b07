import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import { importCases } from '../../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { verifyTallies } from '../../tallies/verify.js';
import { makeOrganisation } from '../organisation.js';
import { readPreset } from '../preset/preset-file.js';
import { importFile } from './import-file.js';
import { undoBatch } from './undo.js';

describe('undoing an import', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    const options = dataSourceOptions({ DATABASE_URL: testDatabase.url, DATABASE_POOL: 4 });
    dataSource = await new DataSource(options).initialize();
    database = new Database(dataSource);
    await makeOrganisation(database, { name: 'Beichen Systems', zone: 'Asia/Shanghai' });
  });
  afterEach(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  const complaintCase = importCases('ok').find(({ name }) => name === 'complaints')!;
  const importComplaints = () =>
    importFile(database, {
      path: complaintCase.file,
      preset: readPreset(complaintCase.preset).preset,
      resume: false,
    });
  const count = async (table: string) =>
    (await database.first<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))?.count;

  it('takes contacts, complaints and their steps out, and leaves what they made of the organisation', async () => {
    await database.change(
      `INSERT INTO clock_rule (id, kind, unit, amount) VALUES (gen_random_uuid(), 'answer', 'calendar-days', 30)`,
    );
    const { batchId } = await importComplaints();
    expect(await count('complaint')).toBe(2);
    // What is imported within the time of a promise has its clock, met where its course says so.
    expect(await database.rows('SELECT met_at IS NOT NULL AS met FROM clock ORDER BY 1')).toEqual([
      ...[{ met: false }, { met: true }],
    ]);
    const undone = await undoBatch(database, batchId);
    expect(undone).toMatchObject({ deleted: 4, kept: 0 });
    for (const table of ['contact', 'complaint', 'complaint_step', 'clock', 'answer'])
      expect(await count(table)).toBe(0);
    expect(await count('staff')).toBe(2);
    expect(await verifyTallies(database)).toEqual([]);
  });

  it('keeps the contacts that people have added to since', async () => {
    const { batchId } = await importComplaints();
    await database.change(
      `INSERT INTO complaint (id, contact_id, first_received_at)
       SELECT gen_random_uuid(), id, started_at FROM contact WHERE external_id = 'C-2'`,
    );
    await database.change(
      `UPDATE complaint SET about_contact_id = (SELECT id FROM contact WHERE external_id = 'C-3') WHERE batch_id IS NULL`,
    );
    expect(await undoBatch(database, batchId)).toMatchObject({ deleted: 2, kept: 2 });
    expect(await database.rows('SELECT external_id FROM contact ORDER BY 1')).toEqual([
      { external_id: 'C-2' },
      { external_id: 'C-3' },
    ]);
    expect(await verifyTallies(database)).toEqual([]);
  });

  it('goes on where it was interrupted, and until then the file neither comes again nor is resumed', async () => {
    const { batchId } = await importComplaints();
    await database.change(`UPDATE import_batch SET state = 'running', undo_began_at = now()`);
    await database.change(
      `DELETE FROM contact WHERE external_id = (SELECT min(external_id) FROM contact WHERE complaint_mark = 0)`,
    );
    for (const resume of [false, true]) {
      const again = importFile(database, {
        path: complaintCase.file,
        preset: readPreset(complaintCase.preset).preset,
        resume,
      });
      await expect(again).rejects.toThrow(`Finish it first: npm run import -- --undo ${batchId}`);
    }
    expect(await undoBatch(database, batchId)).toMatchObject({ deleted: 3, kept: 0 });
    expect(await verifyTallies(database)).toEqual([]);
    expect(await importComplaints()).toMatchObject({ taken: 4, refused: 0 });
  });

  it('is refused for a batch that is not there or holds no rows', async () => {
    const { batchId } = await importComplaints();
    await undoBatch(database, batchId);
    await expect(undoBatch(database, batchId)).rejects.toThrow('holds no rows: it is undone');
    await expect(undoBatch(database, 'nonsense')).rejects.toThrow('There is no batch nonsense');
  });
});
