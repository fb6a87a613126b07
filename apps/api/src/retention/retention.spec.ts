import { v7 as uuid } from 'uuid';
import { Jobs } from '../platform/jobs/jobs.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { aDepartment, anOrganisation, aStaff } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { retentions } from './retention.query.js';
import { retentionQueue } from './retention-queue.js';
import { chunkRows, retentionName } from './retention.service.js';

describe('what is kept', () => {
  let test: TestApp;
  let staffId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    staffId = await aStaff(test.database);
  });
  afterAll(() => test.close());

  /** Whichever processes hear the clock, one of them does it. */
  async function night(): Promise<object> {
    await test.database.change('WITH jobs AS (DELETE FROM pgboss.job) DELETE FROM schedule_run');
    const schedules = test.app.get(Schedules);
    await Promise.all([1, 2, 3].map(() => schedules.claim(retentionName, 'day', retentionQueue)));
    await test.app.get(Jobs).runDue();
    const runs = await test.database.rows<{ outcome: object }>(
      'SELECT outcome FROM schedule_run WHERE finished_at IS NOT NULL',
    );
    expect(runs).toHaveLength(1);
    return runs[0]?.outcome ?? {};
  }

  it('of notifications goes 90 days after it was read, and a year after it was told at all', async () => {
    const told = (kind: string, at: string, readAt: string | null) =>
      test.database.change(
        `INSERT INTO notification (id, staff_id, kind, thing, at, read_at)
         VALUES ($1, $2, $3, 'duty:1', now() - $4::interval, now() - $5::interval)`,
        [uuid(), staffId, kind, at, readAt],
      );
    await told('read-long-ago', '92 days', '91 days');
    await told('read-lately', '300 days', '89 days');
    await told('unread', '364 days', null);
    await told('unread-for-ever', '367 days', null);
    expect(await night()).toMatchObject({ 'notifications read': 1, notifications: 1 });
    const left = await test.database.rows<{ kind: string }>('SELECT kind FROM notification ORDER BY kind');
    expect(left.map(({ kind }) => kind)).toEqual(['read-lately', 'unread']);
  });

  it('of files to import goes a day after they broke off, and a month after nobody confirmed them', async () => {
    const batch = async (name: string, state: string, age: string) => {
      const id = uuid();
      await test.database.change(
        `INSERT INTO import_batch (id, file_name, file_sha256, state, created_at) VALUES ($1, $2, '', $3, now() - $4::interval)`,
        [id, name, state, age],
      );
      await test.database.change(`INSERT INTO import_file (batch_id, n, piece) VALUES ($1, 0, 'a')`, [id]);
      await test.database.change(
        `INSERT INTO import_stage (batch_id, line, external_id, sha256, cells) VALUES ($1, 2, 'x', '', '[]')`,
        [id],
      );
    };
    await batch('waits', 'checked', '29 days');
    await batch('left lying', 'checked', '31 days');
    await batch('at work', 'importing', '31 days');
    await test.database.change(
      `INSERT INTO import_batch (id, file_name, file_sha256, state, created_at)
       VALUES ($1, 'broke off', '', 'receiving', now() - interval '2 days')`,
      [uuid()],
    );
    expect(await night()).toMatchObject({ 'imports left lying': 1, 'staged rows': 1, 'imports that never came': 1 });
    const left = await test.database.rows(
      `SELECT file_name AS name, state, (SELECT count(*)::int FROM import_file f WHERE f.batch_id = b.id) AS files
       FROM import_batch b ORDER BY 1`,
    );
    expect(left).toEqual([
      { name: 'at work', state: 'importing', files: 1 },
      { name: 'left lying', state: 'cancelled', files: 0 },
      { name: 'waits', state: 'checked', files: 1 },
    ]);
  });

  it('of letters goes as text after 30 days, and altogether after two years; what waits to be sent is not touched', async () => {
    const letter = (kind: string, state: string, created: string, ended: string | null) =>
      test.database.change(
        `INSERT INTO mail (id, message_id, staff_id, kind, to_address, subject, body, state, created_at, ended_at)
         VALUES ($1, $1::uuid::text, $2, $3, 'liu.yan@beichen.test', 'Due', 'Call back Mr Chen', $4, now() - $5::interval, now() - $6::interval)`,
        [uuid(), staffId, kind, state, created, ended],
      );
    await letter('ancient', 'sent', '740 days', '740 days');
    await letter('sent-long-ago', 'sent', '32 days', '31 days');
    await letter('sent-lately', 'sent', '31 days', '29 days');
    await letter('unsure', 'uncertain', '31 days', null);
    await letter('waiting', 'queued', '31 days', null);
    expect(await night()).toMatchObject({ 'texts of mail': 3, mail: 1 });
    expect(await test.database.rows('SELECT kind, to_address, subject, body FROM mail ORDER BY kind')).toEqual(
      [
        ['sent-lately', 'Due', 'Call back Mr Chen'],
        ['sent-long-ago', '', ''],
        ['unsure', '', ''],
        ['waiting', 'Due', 'Call back Mr Chen'],
      ].map(([kind, subject, body]) => ({ kind, to_address: 'liu.yan@beichen.test', subject, body })),
    );
    expect(await night()).toMatchObject({ 'texts of mail': 0 });
  });

  it('of telephone calls goes after 90 days, however many they are', async () => {
    const departmentId = await aDepartment(test.database);
    const lineId = uuid();
    const by = await test.database.first<{ id: string }>('SELECT id FROM sign_in LIMIT 1');
    await test.database.change(
      `INSERT INTO phone_line (id, name, department_id, secret_sha256, created_by) VALUES ($1, 'Hall', $2, '\\x00', $3)`,
      [lineId, departmentId, by?.id ?? null],
    );
    await test.database.change(
      `INSERT INTO phone_call (id, phone_line_id, call_id, direction, from_number, to_number, created_at)
       SELECT gen_random_uuid(), $1, n, 'in', '1', '2', now() - CASE WHEN n = 0 THEN interval '89 days' ELSE interval '91 days' END
       FROM generate_series(0, $2::int) AS n`,
      [lineId, 2 * chunkRows + 1],
    );
    expect(await night()).toMatchObject({ 'telephone calls': 2 * chunkRows + 1 });
    expect(await test.database.rows('SELECT call_id FROM phone_call')).toEqual([{ call_id: '0' }]);
  });

  it.each([
    ['notifications read', 'notification_read'],
    ['notifications', 'notification_at'],
    ['texts of mail', 'mail_with_text'],
    ['mail', 'mail_created'],
    ['telephone calls', 'phone_call_created'],
    ['imports left lying', 'import_batch_(history|waiting)'],
    ['files of imports', 'import_file_pkey'],
    ['staged rows', 'import_stage_pkey'],
    ['imports that never came', 'import_batch_(history|waiting)'],
  ] as const)('is found by an index: %s', async (kind, index) => {
    const plan = await test.database.transaction(async (sql) => {
      // Few rows are read whole, whatever indexes there are.
      await sql.change('SET LOCAL enable_seqscan = off');
      return sql.rows(`EXPLAIN ${retentions[kind].replace('$1', String(chunkRows))}`);
    });
    expect(JSON.stringify(plan)).toMatch(new RegExp(` (on|using) ${index} `));
    expect(Object.keys(retentions)).toHaveLength(9);
  });
});
