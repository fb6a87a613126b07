import { v7 as uuid } from 'uuid';
import type { DutyDetail, DutyEntry } from '@forecall/contracts';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
import { complaintRequests } from '../testing/complaint-requests.js';
import { aColleague, aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { DutyService } from './duty.service.js';

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

describe('duties', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let colleague: SignedIn;
  let duties: DutyService;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    [desk, neighbour] = [await aDesk(test.database), await aDesk(test.database)];
    colleague = await aColleague(test.database, desk);
    duties = test.app.get(DutyService);
  });
  afterEach(() =>
    test.database.change(
      'WITH a AS (DELETE FROM duty_step), b AS (DELETE FROM duty_above), c AS (DELETE FROM notification) SELECT 1',
    ),
  );
  afterEach(() => test.database.change('DELETE FROM duty'));
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/duties${path}`).set('Cookie', who.cookie).send(body);
  const list = async (who: SignedIn, query: object = {}): Promise<DutyEntry[]> =>
    (await test.http.get('/api/duties').query(query).set('Cookie', who.cookie).expect(200)).body.duties as DutyEntry[];
  const made = async (who: SignedIn, changes: object = {}): Promise<string> =>
    (await post(who, '', { what: 'Call back Mr Chen', dueAt: inHours(2), ...changes }).expect(201)).body.id as string;
  const one = async (who: SignedIn, id: string): Promise<DutyDetail> =>
    (await test.http.get(`/api/duties/${id}`).set('Cookie', who.cookie).expect(200)).body as DutyDetail;

  it('are made by hand, about an account, and stand in the day by when they are due', async () => {
    const account = await anAccount(test.database, { name: 'Harbour Bank' });
    await made(desk.rep, { what: 'Later', dueAt: inHours(30) });
    await made(desk.rep, { about: { entity: 'account', id: account }, remindAt: inHours(1) });
    const day = await list(desk.rep);
    expect(day.map(({ parameters }) => parameters['what'])).toEqual(['Call back Mr Chen', 'Later']);
    expect(day[0]).toMatchObject({
      ...{ kind: 'by-hand', way: 'own', isByHand: true, goneUp: null, outcome: null, revision: 1 },
      ...{ parameters: { account: 'Harbour Bank' }, source: { entity: 'account', id: account } },
    });
    expect(await list(colleague)).toEqual([]);
  });

  it('are about a person or a complaint as well, by its number, for those who see it', async () => {
    const { database } = test;
    const account = await anAccount(database, { name: 'Harbour Bank' });
    const person = await aPerson(database, account, { name: 'Chen Hao' });
    const [requests, elsewhere] = [complaintRequests(test, desk), complaintRequests(test, neighbour)];
    const { complaintId, number } = await requests.aComplaint({}, { accountId: account });
    await made(desk.rep, { about: { entity: 'person', id: person } });
    const about = { entity: 'complaint', id: complaintId };
    for (const who of [desk.rep, desk.supervisor]) await made(who, { about, ownerId: desk.rep.staffId });
    expect((await list(desk.rep)).map(({ parameters }) => parameters)).toEqual([
      { what: 'Call back Mr Chen', account: 'Harbour Bank', accountId: account, person: 'Chen Hao' },
      ...[1, 2].map(() => ({ what: 'Call back Mr Chen', complaint: number })),
    ]);
    const foreign = { entity: 'complaint', id: (await elsewhere.aComplaint()).complaintId };
    const refused = await post(desk.rep, '', { what: 'Call', dueAt: inHours(1), about: foreign }).expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-thing', fields: [{ path: 'about.id' }] });
  });

  it('refuse what cannot be', async () => {
    const code = async (body: object) =>
      (await post(desk.rep, '', { what: 'Call', dueAt: inHours(1), ...body }).expect(400)).body.code as string;
    expect(await code({ about: { entity: 'account', id: uuid() } })).toBe('unknown-thing');
    expect(await code({ remindAt: inHours(2) })).toBe('reminder-after-due');
    expect(await code({ ownerId: neighbour.rep.staffId })).toBe('not-a-taker');
    expect(await code({ what: ' ' })).toBe('invalid');
    expect(await test.database.rows('SELECT 1 FROM duty')).toEqual([]);
    const id = await made(desk.rep);
    const year = 366 * 24;
    for (const [at, fault] of [
      ['0000-01-01T00:00:00Z', 'outside-of-years'],
      ['9999-12-31T00:00:00Z', 'outside-of-years'],
      [inHours(-year - 1), 'duty-too-far'],
      [inHours(5 * year + 1), 'duty-too-far'],
    ] as const) {
      const refused = [
        await post(desk.rep, '', { what: 'Call', dueAt: at }).expect(400),
        await post(desk.rep, `/${id}/move`, { revision: 1, dueAt: at, why: 'Later' }).expect(400),
      ];
      for (const { body } of refused) expect(body.fields).toMatchObject([{ path: 'dueAt', code: fault }]);
    }
    const { body } = await post(desk.rep, '', { what: 'Call', dueAt: inHours(1), remindAt: inHours(-year - 1) }).expect(
      400,
    );
    expect(body.fields).toMatchObject([{ path: 'remindAt', code: 'duty-too-far' }]);
    expect((await one(desk.rep, id)).revision).toBe(1);
  });

  it('are done with what came of it, and taken up again', async () => {
    const id = await made(desk.rep);
    await post(desk.rep, `/${id}/done`, { revision: 2 }).expect(409);
    await post(desk.rep, `/${id}/done`, { revision: 1, note: 'He is content' }).expect(200, { id, revision: 2 });
    expect((await post(desk.rep, `/${id}/done`, { revision: 2 }).expect(409)).body.code).toBe('duty-ended');
    expect(await list(desk.rep)).toEqual([]);
    expect(await list(desk.rep, { state: 'ended' })).toMatchObject([
      { id, outcome: 'done', outcomeNote: 'He is content' },
    ]);
    await post(desk.rep, `/${id}/take-up`, { revision: 2 }).expect(200);
    expect(await list(desk.rep)).toMatchObject([{ id, outcome: null, outcomeNote: '', doneAt: null }]);
  });

  it('are moved with a reason and handed over, and keep their course', async () => {
    const id = await made(desk.rep);
    const dueAt = inHours(5);
    await post(desk.rep, `/${id}/move`, { revision: 1, dueAt }).expect(400);
    await post(desk.rep, `/${id}/move`, { revision: 1, dueAt, why: 'He asked for it' }).expect(200);
    await post(desk.rep, `/${id}/hand`, { revision: 2, ownerId: colleague.staffId }).expect(200);
    expect(await list(desk.rep)).toEqual([]);
    expect(await list(colleague)).toMatchObject([{ id, dueAt, way: 'own' }]);
    const { steps } = await one(colleague, id);
    expect(steps).toMatchObject([
      { act: 'moved', why: 'He asked for it', after: { dueAt } },
      { act: 'handed', after: { owner: expect.any(String) as string } },
    ]);
    const told = await test.database.rows('SELECT kind, staff_id FROM notification ORDER BY id');
    expect(told).toEqual([{ kind: 'duty-handed', staff_id: colleague.staffId }]);
  });

  it('are seen, moved and handed on by those who lead, within their reach', async () => {
    const id = await made(desk.rep);
    const elsewhere = await made(neighbour.rep);
    for (const leader of [desk.supervisor, desk.head]) {
      expect(await list(leader)).toEqual([]);
      expect(await list(leader, { of: 'reach' })).toMatchObject([{ id, way: 'reach' }]);
      await post(leader, `/${elsewhere}/move`, { revision: 1, dueAt: inHours(1), why: 'Sooner' }).expect(404);
    }
    expect(await list(desk.rep, { of: 'reach' })).toEqual([]);
    await post(colleague, `/${id}/done`, { revision: 1 }).expect(404);
    await post(desk.supervisor, `/${id}/hand`, { revision: 1, ownerId: neighbour.rep.staffId }).expect(400);
    await post(desk.supervisor, `/${id}/hand`, { revision: 1, ownerId: colleague.staffId }).expect(200);
    expect(await list(colleague)).toHaveLength(1);
  });

  it('of a leader are in the day of whoever stands in', async () => {
    const id = await made(desk.supervisor);
    await test.database.change(
      `INSERT INTO leadership (id, staff_id, role, team_id, "from", "to")
       VALUES ($1, $2, 'stand-in', $3, now() - interval '9 days', now() - interval '1 day')`,
      [uuid(), colleague.staffId, desk.teamId],
    );
    expect(await list(colleague)).toEqual([]);
    await test.database.change(`UPDATE leadership SET "to" = NULL WHERE role = 'stand-in'`);
    expect(await list(colleague)).toMatchObject([{ id, way: 'stand-in' }]);
    // But what nobody else may open.
    await test.database.change(`UPDATE duty SET kind = 'appraisals-write' WHERE id = $1`, [id]);
    expect(await list(colleague)).toEqual([]);
    expect(await list(desk.supervisor)).toMatchObject([{ id, way: 'own' }]);
    await test.database.change(`UPDATE duty SET kind = 'by-hand' WHERE id = $1`, [id]);
    await post(colleague, `/${id}/done`, { revision: 1 }).expect(200);
    await test.database.change(`DELETE FROM leadership WHERE role = 'stand-in'`);
  });

  describe('of other features', () => {
    const source = { entity: 'complaint', id: uuid() };
    const open = (ownerId = desk.rep.staffId) =>
      test.database.transaction((sql) =>
        duties.open(sql, { kind: 'follow-up', ownerId, source, dueAt: new Date(Date.now() + hour), by: null }),
      );

    it('are open once, whoever opens them again, and may come again when ended', async () => {
      const opened = await Promise.all([1, 2, 3].map(() => open()));
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect((await open(colleague.staffId)).isNew).toBe(true);
      expect(await test.database.transaction((sql) => duties.done(sql, { source }, desk.rep.signInId))).toBe(2);
      expect(await list(desk.rep)).toEqual([]);
      expect((await open()).isNew).toBe(true);
    });

    it('are there with the transaction that opens them, and never without', async () => {
      const failed = test.database.transaction(async (sql) => {
        await duties.open(sql, { kind: 'follow-up', ownerId: desk.rep.staffId, source, dueAt: new Date(), by: null });
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await list(desk.rep)).toEqual([]);
    });

    it('without an owner are in the day of those who lead the unit', async () => {
      await test.database.transaction((sql) =>
        duties.open(sql, { kind: 'follow-up', teamId: desk.teamId, source, dueAt: new Date(), by: null }),
      );
      expect(await list(desk.supervisor)).toMatchObject([{ way: 'unit', owner: null }]);
      expect(await list(desk.rep)).toEqual([]);
    });
  });
});
