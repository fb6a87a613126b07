import type { Me } from '@forecall/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { dutyQueue } from '../../duties/duty-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { foldAll } from '../../tallies/fold.query.js';
import { verifyTallies } from '../../tallies/verify.js';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { filledTables } from '../../testing/filled-tables.js';
import { liveClients } from '../../testing/live-clients.js';
import { startApiProcess } from '../../testing/process.js';
import { aComplaint } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { aUser } from '../../testing/users.js';

const entry = {
  demoName: 'Beichen Systems',
  organisationName: '海港设备',
  zone: 'Europe/Berlin',
  locale: 'zh' as const,
  name: '林晓梅',
  email: 'lin@haigang.test',
  password: 'a password of my own',
};

describe('leaving the demo', () => {
  let test: TestApp;
  let desk: Desk;
  let admin: SignedIn;

  beforeEach(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    await test.database.change('UPDATE organisation SET is_demo = true');
    desk = await aDesk(test.database);
    admin = await aUser(test.database, { role: 'admin' });
  });
  afterEach(() => test.close());

  const leave = (cookie: string, changes: object = {}) =>
    test.http
      .post('/api/set-up/own-company')
      .set('Cookie', cookie)
      .send({ ...entry, ...changes });
  const log = () => test.http.post('/api/contacts').set('Cookie', desk.rep.cookie).send(aContactBody());
  const as = (cookie: string, path: string) => test.http.get(path).set('Cookie', cookie);
  const organisation = () => test.database.first('SELECT name, zone, locale, is_demo AS "isDemo" FROM organisation');
  const count = async (table: string) =>
    (await test.database.first<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))!.n;

  it('empties every table, and leaves one person who is signed in', async () => {
    const { body: contact } = await log().expect(201);
    await aComplaint(test.database, contact.id);
    await test.http.post('/api/organisation/departments').set('Cookie', admin.cookie).send({ name: 'Q' }).expect(201);
    await test.http
      .post('/api/wallboards')
      .set('Cookie', desk.head.cookie)
      .send({ name: 'Hall', locale: 'en' })
      .expect(201);
    await test.database.change('UPDATE duty_setting SET only_one = true');
    await test.app.get(Jobs).send(test.database, dutyQueue, { dueAt: new Date().toISOString() });
    await test.database.transaction(foldAll);
    expect(await filledTables(test.database)).toEqual(
      expect.arrayContaining(['audit_entry', 'complaint', 'pgboss.job_common', 'tally_day', 'wallboard']),
    );
    const { connect, closeAll } = liveClients(test.url);
    const socket = connect(desk.head.cookie);
    await new Promise((resolve) => socket.once('beat', resolve));
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    const upload = aFileThatComesIn(admin.cookie);
    while ((await count('import_file')) === 0) await pause(20);

    const { body, headers } = await leave(admin.cookie).expect(200);
    await ended;
    closeAll();
    expect(await upload.end()).toBe(404);
    expect(body).toMatchObject({
      ...{ name: entry.name, email: entry.email, locale: 'zh' },
      organisation: { name: '海港设备', zone: 'Europe/Berlin' },
    });
    const cookie = (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    expect(await filledTables(test.database)).toEqual(
      ['audit_entry', 'complaint_form', 'duty_setting', 'migration', 'organisation', 'role_grant', 'session', 'set_up']
        .concat([
          'appraisal_chain',
          'appraisal_setting',
          'call_setting',
          'plan_ask',
          'plan_state',
          'recovery_setting',
          'survey_account_setting',
          'survey_setting',
          'sign_in',
          'staff',
          'tally_definition',
          ...(await jobTables()),
        ])
        .toSorted(),
    );
    expect(await test.database.first(`SELECT nextval('complaint_number') AS next`)).toEqual({ next: '1' });
    for (const table of ['staff', 'sign_in', 'session']) expect([table, await count(table)]).toEqual([table, 1]);
    expect(await organisation()).toEqual({ name: '海港设备', zone: 'Europe/Berlin', locale: 'zh', isDemo: false });
    const trail = await test.database.rows('SELECT act FROM audit_entry ORDER BY n');
    expect(trail.map(({ act }) => act as string)).toEqual(['organisation.founded', 'user.first-administrator']);
    await expect(test.database.change('DELETE FROM audit_entry')).rejects.toThrow('never changed');

    await as(admin.cookie, '/api/session').expect(401);
    await log().expect(401);
    const { body: me } = await as(cookie, '/api/session').expect(200);
    expect((me as Me).grants.map(({ role }) => role).toSorted()).toEqual(['admin', 'executive']);
    expect((await as(cookie, '/api/board?window=d7').expect(200)).body.tiles).toEqual([]);
    expect(await verifyTallies(test.database)).toEqual([]);
    await test.http.post('/api/session').send({ login: entry.email, password: entry.password }).expect(200);
    await leave(cookie, { demoName: '海港设备' }).expect(409);
    expect(await filledTables(test.database)).toContain('organisation');
  });

  /** More than one piece is kept at once; the next comes when it is to end. */
  const aFileThatComesIn = (cookie: string) => {
    const piece = Buffer.alloc(1_500_000, 'a;b\n');
    let feed: ReadableStreamDefaultController | undefined;
    const body = new ReadableStream({ start: (controller) => (feed = controller).enqueue(piece) });
    const headers = { cookie, 'content-type': 'application/octet-stream', 'x-forecall': 'console' };
    const asked = { method: 'PUT', body, headers, duplex: 'half' } as RequestInit;
    const reply = fetch(`${test.url}/api/imports/${uuid()}?name=a.csv`, asked);
    const end = async () => {
      feed?.enqueue(piece);
      feed?.close();
      return (await reply).status;
    };
    return { end };
  };

  /** The queues themselves and the version of their tables are of the build. */
  const jobTables = async () => {
    const all = await filledTables(test.database);
    const kept = all.filter((name) => name.startsWith('pgboss.'));
    expect(kept.filter((name) => name.includes('job'))).toEqual([]);
    return kept;
  };

  it('is for an administrator who types the name of the demo, and of the demo only', async () => {
    for (const { cookie } of [desk.rep, desk.supervisor, desk.head]) await leave(cookie).expect(403);
    const { body: misnamed } = await leave(admin.cookie, { demoName: 'beichen' }).expect(400);
    expect(misnamed.fields).toEqual([expect.objectContaining({ path: 'demoName', code: 'demo-name' })]);
    await leave(admin.cookie, { zone: 'Asia/Nowhere' }).expect(400);
    await leave(admin.cookie, { password: 'short' }).expect(400);
    await test.database.change('UPDATE organisation SET is_demo = false');
    expect((await leave(admin.cookie).expect(409)).body.code).toBe('no-demo');
    expect(await count('sign_in')).toBe(4);
  });

  it('happens once, also when two ask at once while others write', async () => {
    const other = await aSignIn(test.database, { role: 'admin' });
    let isOver = false;
    const answers: number[] = [];
    const write = async () => {
      while (!isOver) answers.push((await log()).status);
    };
    const writers = Promise.all(Array.from({ length: 6 }, write));
    await pause(300);
    const tried = await Promise.all([leave(admin.cookie), leave(other.cookie, { email: 'other@haigang.test' })]);
    isOver = true;
    await writers;
    const statuses = tried.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(200);
    expect([401, 409]).toContain(statuses[1]);
    expect(await count('sign_in')).toBe(1);
    expect(await count('contact')).toBe(0);
    expect(answers).toContain(201);
    expect(answers.filter((status) => status >= 500 && status !== 503)).toEqual([]);
    await test.database.transaction(foldAll);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('leaves the demo whole when the program is killed in the middle, and after it no start loads it again', async () => {
    await log().expect(201);
    await test.app.get(Jobs).send(test.database, dutyQueue, { dueAt: new Date().toISOString() });
    await test.database.transaction(foldAll);
    const before = await filledTables(test.database);
    const program = await startApiProcess(test.databaseUrl, { JOBS: 'no' });
    const holder = new Client({ connectionString: test.databaseUrl });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT nextval('complaint_number')`);
    const asked = fetch(`${program.url}/api/set-up/own-company`, {
      method: 'POST',
      headers: { cookie: admin.cookie, 'content-type': 'application/json', 'x-forecall': 'console' },
      body: JSON.stringify(entry),
    }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    const isWaiting = () =>
      test.database.first(
        `SELECT FROM pg_stat_activity WHERE query LIKE 'ALTER SEQUENCE%' AND wait_event_type = 'Lock'
           AND datname = current_database()`,
      );
    while (!(await isWaiting())) expect(await Promise.race([asked, pause(50, 'not yet')])).toBe('not yet');
    await program.kill();
    expect(await asked).toBe('cut off');
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await organisation()).toMatchObject({ name: 'Beichen Systems', isDemo: true });
    expect(await count('contact')).toBe(1);
    expect(await filledTables(test.database)).toEqual(expect.arrayContaining(before));
    await as(admin.cookie, '/api/session').expect(200);

    await leave(admin.cookie).expect(200);
    await (await startApiProcess(test.databaseUrl, { JOBS: 'no', DEMO: 'yes' })).stop();
    expect(await organisation()).toMatchObject({ name: '海港设备', isDemo: false });
    expect(await count('contact')).toBe(0);
  }, 120_000);
});
