import { v7 as uuid } from 'uuid';
import type { NotificationList } from '@forecall/contracts';
import { DutyService } from '../duties/duty.service.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aMailServer, type MailServer } from '../testing/mail-server.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { NotificationService } from './notification.service.js';

describe('what people are told', () => {
  let server: MailServer;
  let test: TestApp;
  let reader: SignedIn;
  let other: SignedIn;
  beforeAll(async () => {
    server = await aMailServer();
    test = await createTestApp({ SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test' });
    await anOrganisation(test.database);
  });
  beforeEach(async () => {
    [reader, other] = [await aSignIn(test.database, { role: 'rep' }), await aSignIn(test.database, { role: 'rep' })];
    server.taken.length = 0;
    await test.database.change('WITH a AS (DELETE FROM pgboss.job) DELETE FROM mail');
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  const handed = async (what = 'Call back Mr Chen', by = other.signInId): Promise<string> =>
    test.database.transaction(async (sql) => {
      const { id } = await test.app.get(DutyService).open(sql, {
        ...{ kind: 'by-hand', ownerId: other.staffId, dueAt: new Date('2026-11-30T07:00:00Z') },
        ...{ parameters: { what }, by: other.signInId },
      });
      await test.app.get(DutyService).reassign(sql, id, reader.staffId, { by });
      return id;
    });
  const bell = async (who = reader): Promise<NotificationList['notifications']> =>
    ((await test.http.get('/api/notifications').set('Cookie', who.cookie).expect(200)).body as NotificationList)
      .notifications;
  const set = (body: object) => test.http.put('/api/notifications/settings').set('Cookie', reader.cookie).send(body);
  const deliver = () => test.app.get(Jobs).runDue();

  it('stands at the bell and goes by mail, to nobody else', async () => {
    const id = await handed();
    expect(await bell()).toMatchObject([
      {
        ...{ kind: 'duty-handed', thing: `duty:${id}`, dutyId: id, readAt: null },
        parameters: { what: 'Call back Mr Chen', duty: 'by-hand', dueAt: '2026-11-30T07:00:00Z' },
      },
    ]);
    expect(await bell(other)).toEqual([]);
    await deliver();
    expect(server.taken.map(({ subject }) => subject)).toEqual(['Handed to you: Call back Mr Chen']);
    expect(server.taken[0]?.text).toContain('Due Mon');
  });

  it('is told in the language of each', async () => {
    await test.database.change(`UPDATE sign_in SET locale = 'zh' WHERE id = $1`, [reader.signInId]);
    await handed('回访陈先生');
    await deliver();
    expect(server.taken[0]?.subject).toBe('转交给您：回访陈先生');
    expect(server.taken[0]?.text).toContain('11月30日');
  });

  it('is not told to whoever did it', async () => {
    await handed('mine', reader.signInId);
    expect(await bell()).toEqual([]);
    await deliver();
    expect(server.taken).toEqual([]);
  });

  it('is only what one wants: no bell, no mail', async () => {
    await set({ kinds: [{ kind: 'duty-handed', bell: false, mail: false }] }).expect(200);
    await handed();
    expect(await bell()).toEqual([]);
    await deliver();
    expect(server.taken).toEqual([]);
    await set({ kinds: [{ kind: 'duty-handed', bell: false, mail: true }] }).expect(200);
    await handed();
    await deliver();
    expect([await bell(), server.taken.length]).toEqual([[], 1]);
  });

  it('in quiet hours waits by mail until they end, and shows at the bell without ringing', async () => {
    const hour = (shift: number) => new Date(Date.now() + shift * 3_600_000).toISOString().slice(11, 16);
    await set({ quiet: { begins: hour(-1), ends: hour(1), zone: 'UTC' } }).expect(200);
    await handed();
    const newest = await test.database.first('SELECT is_quiet FROM notification WHERE staff_id = $1', [reader.staffId]);
    expect(newest).toEqual({ is_quiet: true });
    await deliver();
    expect(server.taken).toEqual([]);
    const waits = await test.database.first<{ minutes: number }>(
      `SELECT extract(epoch FROM start_after - now())::float8 / 60 AS minutes FROM pgboss.job WHERE name = 'mail'`,
    );
    expect(waits!.minutes).toBeGreaterThan(58);
    expect(waits!.minutes).toBeLessThan(61);
    await test.app.get(Jobs).runDue({ later: true });
    expect(server.taken).toHaveLength(1);
    await set({ quiet: null }).expect(200);
    await handed();
    await deliver();
    expect(server.taken).toHaveLength(2);
  });

  it('is read as far as it was seen, one thing or all', async () => {
    const [first] = [await handed('one'), await handed('two')];
    const read = (body: object) =>
      test.http.post('/api/notifications/read').set('Cookie', reader.cookie).send(body).expect(204);
    const unread = async () => (await bell()).filter(({ readAt }) => readAt === null).map(({ dutyId }) => dutyId);
    const until = (await bell())[0]!.at;
    const later = await handed('three');
    await read({ until, thing: `duty:${first}` });
    expect(await unread()).toHaveLength(2);
    await read({ until });
    expect(await unread()).toEqual([later]);
  });

  it('says its settings, and refuses what cannot be', async () => {
    const { body } = await test.http.get('/api/notifications/settings').set('Cookie', reader.cookie).expect(200);
    expect(body).toMatchObject({ quiet: null, isMailOn: true, address: expect.stringMatching('@') as string });
    await set({ quiet: { begins: '22:00', ends: '22:00', zone: 'UTC' } }).expect(400);
    await set({ quiet: { begins: '25:00', ends: '22:00', zone: 'UTC' } }).expect(400);
    await set({ quiet: { begins: '20:00', ends: '22:00', zone: 'Mars' } }).expect(400);
    await set({ kinds: [{ kind: 'other', bell: true, mail: true }] }).expect(400);
  });

  it('may be about a thing that is no duty', async () => {
    const source = { entity: 'complaint', id: uuid() };
    await test.database.transaction((sql) =>
      test.app.get(NotificationService).tell(sql, {
        ...{ kind: 'duty-opened', to: [reader.staffId], by: null, source, parameters: { what: 'C-26-10417' } },
      }),
    );
    expect(await bell()).toMatchObject([{ thing: `complaint:${source.id}`, source, dutyId: null }]);
  });
});
