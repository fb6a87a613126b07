import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import { importCases } from '../../testing/import-folders.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { tallyTables } from '../../tallies/tally-table.js';
import { verifyTallies } from '../../tallies/verify.js';
import { makeOrganisation } from '../organisation.js';
import { readPreset } from '../preset/preset-file.js';
import { importFile } from '../import-file.js';
import { undoBatch } from '../undo-batch.js';

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
    });
  const count = async (table: string) =>
    (await database.first<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))?.count;

  const all = [
    ...[
      'contact',
      'complaint',
      'complaint_step',
      'clock',
      'answer',
      'staff',
      'membership',
      'account',
      'reason',
      'team',
    ],
    ...['department', 'import_stage', 'import_file'],
  ];

  it('takes contacts, complaints and all that only it made out, and keeps the batch', async () => {
    await database.change(
      `INSERT INTO clock_rule (id, kind, unit, amount) VALUES (gen_random_uuid(), 'answer', 'calendar-days', 30)`,
    );
    const { id } = await importComplaints();
    expect(await count('complaint')).toBe(2);
    expect(await count('staff')).toBe(2);
    // What is imported within the time of a promise has its clock, met where its course says so.
    expect(await database.rows('SELECT met_at IS NOT NULL AS met FROM clock ORDER BY 1')).toEqual([
      ...[{ met: false }, { met: true }],
    ]);
    expect(await undoBatch(database, id)).toMatchObject({ state: 'undone', rowsTaken: 4, rowsUndone: 4 });
    for (const table of [...all, ...tallyTables.map(({ table }) => table)])
      expect(`${await count(table)} of ${table}`).toBe(`0 of ${table}`);
    expect(await verifyTallies(database)).toEqual([]);
    expect(await importComplaints()).toMatchObject({ rowsTaken: 4, rowsRefused: 0, rowsThere: 0 });
  });

  it('is refused with a list as long as people have worked on its rows, and then changes nothing', async () => {
    const { id } = await importComplaints();
    const before = await Promise.all(all.map(count));
    await database.change(
      `INSERT INTO complaint (id, contact_id, first_received_at, about_contact_id)
       SELECT gen_random_uuid(), c.id, c.started_at, about.id FROM contact c, contact about
       WHERE c.external_id = 'C-2' AND about.external_id = 'C-3'`,
    );
    await database.change(`UPDATE account SET revision = 2`);
    const [account] = await database.rows<{ name: string }>('SELECT name FROM account ORDER BY id LIMIT 1');
    const refusal = undoBatch(database, id).catch((error: unknown) => (error as Error).message);
    expect(await refusal).toMatch(/^People have worked on \d+ of its rows since/);
    expect(await refusal).toContain('contact 2026-');
    expect(await refusal).toContain(': complaint');
    expect(await refusal).toContain(`account ${account?.name ?? ''}: changed`);
    await database.change('DELETE FROM complaint WHERE batch_id IS NULL');
    await database.change('UPDATE account SET revision = 1');
    expect(await Promise.all(all.map(count))).toEqual(before);
    expect((await undoBatch(database, id)).state).toBe('undone');
  });

  it('leaves what another import uses too to that one', async () => {
    const first = await importComplaints();
    const second = await importFile(database, {
      path: complaintCase.file,
      preset: { ...readPreset(complaintCase.preset).preset, source: 'another' },
    });
    expect(second.rowsTaken).toBe(4);
    await undoBatch(database, first.id);
    expect(await count('staff')).toBe(2);
    expect(await count('contact')).toBe(4);
    await undoBatch(database, second.id);
    for (const table of all) expect(`${await count(table)} of ${table}`).toBe(`0 of ${table}`);
    expect(await verifyTallies(database)).toEqual([]);
  });

  it('goes on where it was interrupted', async () => {
    const { id } = await importComplaints();
    await database.change(`UPDATE import_batch SET state = 'undoing', rows_undone = 1`);
    await database.change(
      `DELETE FROM contact WHERE external_id = (SELECT min(external_id) FROM contact WHERE complaint_mark = 0)`,
    );
    expect(await undoBatch(database, id)).toMatchObject({ state: 'undone', rowsUndone: 4 });
    expect(await verifyTallies(database)).toEqual([]);
  });

  it('is refused for a batch that is not there or holds no rows', async () => {
    const { id } = await importComplaints();
    await undoBatch(database, id);
    await expect(undoBatch(database, id)).rejects.toThrow('holds no rows: it is undone');
    await expect(undoBatch(database, 'nonsense')).rejects.toThrow('There is no batch nonsense');
  });
});
