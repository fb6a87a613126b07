import { v7 as uuid } from 'uuid';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { CalendarService } from './calendar.service.js';

const h = (from: number, to: number) => ({ fromMinute: from * 60, toMinute: to * 60 });
const office = [h(9, 12), h(13, 18)];
const week = [office, office, office, office, office, [], []];
const daily = Array.from({ length: 7 }, () => [h(8, 22)]);

describe('calendars', () => {
  let test: TestApp;
  let admin: SignedIn;
  let rep: SignedIn;
  let departmentId: string;
  let staffId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    departmentId = await aDepartment(test.database);
    staffId = await aStaff(test.database, { teamId: await aTeam(test.database, departmentId) });
    rep = await aSignIn(test.database, { role: 'rep', staffId });
  });
  afterAll(() => test.close());
  afterEach(() => test.database.change('DELETE FROM calendar_exception; DELETE FROM calendar'));

  const as = (who: SignedIn) => ({
    get: (path: string) => test.http.get(`/api/calendars${path}`).set('Cookie', who.cookie),
    put: (body: object) => test.http.put('/api/calendars').set('Cookie', who.cookie).send(body),
    post: (path: string, body: object) => test.http.post(`/api/calendars${path}`).set('Cookie', who.cookie).send(body),
    patch: (path: string, body: object) =>
      test.http.patch(`/api/calendars${path}`).set('Cookie', who.cookie).send(body),
    delete: (path: string) => test.http.delete(`/api/calendars${path}`).set('Cookie', who.cookie),
  });
  const undo = (act: string) =>
    test.http.post(`/api/organisation/acts/${act}/undo`).set('Cookie', admin.cookie).send({});
  const aDay = { day: '2026-12-24', kind: 'closed', nameEn: 'Stocktaking', nameZh: '盘点' };
  const organisation = { owner: 'organisation', week, revision: null };
  const planOn = async (day: string, owner = '', who = rep) => {
    const { body } = await as(who).get(`/year?year=2026${owner}`).expect(200);
    return (body.days as { day: string }[]).find((each) => each.day === day);
  };

  it('are empty before anybody sets one', async () => {
    const { body } = await as(rep).get('').expect(200);
    expect(body).toMatchObject({ zone: 'Asia/Shanghai', organisation: null, staff: [] });
    expect(body.departments).toContainEqual({
      department: expect.objectContaining({ id: departmentId }),
      calendar: null,
    });
    expect(await planOn('2026-11-23')).toEqual({
      ...{ day: '2026-11-23', hours: [], by: null, dated: null, isLeave: false },
    });
  });

  it('are set by an administrator, audited, and undone', async () => {
    await as(rep).put(organisation).expect(403);
    const { body } = await as(admin).put(organisation).expect(200);
    expect(await planOn('2026-11-23')).toMatchObject({ hours: office, by: 'organisation' });
    const entry = await test.database.first(
      `SELECT act, entity_name AS name, before, after FROM audit_entry ORDER BY n DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({
      act: 'calendar.changed',
      name: 'Beichen Systems',
      before: null,
      after: { week: expect.arrayContaining(['09:00–12:00, 13:00–18:00', '–']) },
    });
    await as(admin).put(organisation).expect(409);
    await undo(body.act).expect(200);
    expect((await as(rep).get('').expect(200)).body.organisation).toBeNull();
  });

  it('take from the next one what they leave out', async () => {
    await as(admin).put(organisation).expect(200);
    await as(admin)
      .post('/days', { owner: 'organisation', ...aDay })
      .expect(201);
    await as(admin).put({ owner: 'department', ownerId: departmentId, week: daily, revision: null }).expect(200);
    await as(admin).put({ owner: 'staff', ownerId: staffId, zone: 'Asia/Tokyo', revision: null }).expect(200);
    expect(await planOn('2026-12-24', `&owner=staff&ownerId=${staffId}`)).toMatchObject({
      ...{ hours: [], by: 'organisation', dated: { nameZh: '盘点', source: 'by-hand' } },
    });
    expect(await planOn('2026-12-25', `&owner=staff&ownerId=${staffId}`)).toMatchObject({
      ...{ hours: [h(8, 22)], by: 'department' },
    });
    expect((await as(rep).get(`/year?year=2026&owner=staff&ownerId=${staffId}`)).body.zone).toBe('Asia/Tokyo');
    const effective = await test.app.get(CalendarService).calendarOf({ staffId }, new Date());
    expect(effective.layers.map(({ owner }) => owner)).toEqual(['staff', 'department', 'organisation']);

    const { staff } = (await as(rep).get('').expect(200)).body;
    expect(staff).toMatchObject([{ staff: { id: staffId }, department: { id: departmentId } }]);
    const { body } = await as(admin).delete(`/${staff[0].calendar.id}?revision=1`).expect(200);
    expect((await as(rep).get('')).body.staff).toEqual([]);
    await undo(body.act).expect(200);
    expect((await as(rep).get('')).body.staff).toHaveLength(1);
  });

  it('have dated days that are added, changed and removed, each undone', async () => {
    await as(admin).put(organisation).expect(200);
    const added = (
      await as(admin)
        .post('/days', { owner: 'organisation', ...aDay })
        .expect(201)
    ).body;
    expect(
      (
        await as(admin)
          .post('/days', { owner: 'organisation', ...aDay })
          .expect(409)
      ).body.code,
    ).toBe('day-taken');
    const open = { ...aDay, kind: 'open', hours: [h(9, 12)] };
    const changed = (
      await as(admin)
        .patch(`/days/${added.id}`, { ...open, revision: 1 })
        .expect(200)
    ).body;
    expect(await planOn('2026-12-24')).toMatchObject({ hours: [h(9, 12)], dated: { kind: 'open' } });
    await as(admin)
      .patch(`/days/${added.id}`, { ...open, revision: 1 })
      .expect(409);
    await undo(changed.act).expect(200);
    expect(await planOn('2026-12-24')).toMatchObject({ hours: [], dated: { kind: 'closed', hours: null } });
    const removed = (await as(admin).delete(`/days/${added.id}?revision=3`).expect(200)).body;
    expect(await planOn('2026-12-24')).toMatchObject({ hours: office, dated: null });
    await undo(removed.act).expect(200);
    expect(await planOn('2026-12-24')).toMatchObject({ dated: { kind: 'closed' } });
  });

  it.each([
    [
      'hours that overlap',
      { owner: 'organisation', week: [[h(9, 12), h(11, 13)], [], [], [], [], [], []], revision: null },
      'week.0',
    ],
    ['six days', { owner: 'organisation', week: week.slice(1), revision: null }, 'week'],
    ['an organisation without hours', { owner: 'organisation', revision: null }, 'week'],
    ['an owner who is not named', { owner: 'department', week, revision: null }, 'ownerId'],
    ['an unknown zone', { owner: 'staff', ownerId: uuid(), zone: 'Moon/Base', revision: null }, 'zone'],
  ])('refuse %s', async (_, body, path) => {
    const answer = await as(admin).put(body).expect(400);
    expect(answer.body.fields).toMatchObject([{ path }]);
  });

  it('refuse whom nobody knows, and hours of a day off', async () => {
    await as(admin).put({ owner: 'staff', ownerId: uuid(), week, revision: null }).expect(404);
    await as(rep).get(`/year?year=2026&owner=department&ownerId=${uuid()}`).expect(404);
    const answer = await as(admin).post('/days', { owner: 'organisation', ...aDay, hours: [h(9, 12)] });
    expect(answer.body).toMatchObject({ status: 400, fields: [{ path: 'hours' }] });
  });
});
