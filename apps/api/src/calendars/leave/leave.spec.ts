import { v7 as uuid } from 'uuid';
import { anOrganisation, aSignIn, aStaff, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { CalendarService } from '../calendar.service.js';
import { LeaveService } from './leave.service.js';

describe('leave', () => {
  let test: TestApp;
  let desk: Desk;
  let other: Desk;
  let admin: SignedIn;
  let colleague: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    other = await aDesk(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    colleague = await aColleague(test.database, desk);
  });
  afterAll(() => test.close());
  afterEach(() => test.database.change('DELETE FROM leave'));

  const enter = (who: SignedIn, body: object = {}) =>
    test.http
      .post('/api/leave')
      .set('Cookie', who.cookie)
      .send({ staffId: desk.rep.staffId, from: '2199-03-04', to: '2199-03-06', ...body });
  const list = async (who: SignedIn, query = '') =>
    (await test.http.get(`/api/leave?${query}`).set('Cookie', who.cookie).expect(200)).body.leaves as {
      id: string;
      staff: { id: string };
      mayChange: boolean;
    }[];
  const undo = (who: SignedIn, act: string) =>
    test.http.post(`/api/leave/acts/${act}/undo`).set('Cookie', who.cookie).send({});

  it('is entered by those who lead, and seen by them and by who is away', async () => {
    await enter(desk.rep).expect(403);
    expect((await enter(other.supervisor).expect(403)).body.fields).toMatchObject([
      { path: 'staffId', code: 'not-led' },
    ]);
    await enter(desk.supervisor, { standInId: colleague.staffId, kind: 'training', note: 'Course' }).expect(201);
    for (const who of [desk.supervisor, desk.head, admin])
      expect(await list(who)).toMatchObject([
        {
          ...{ from: '2199-03-04', to: '2199-03-06', kind: 'training', note: 'Course', mayChange: true },
          ...{ staff: { id: desk.rep.staffId }, standIn: { id: colleague.staffId } },
        },
      ]);
    expect(await list(desk.rep)).toMatchObject([{ mayChange: false }]);
    expect(await list(colleague)).toMatchObject([{ from: '2199-03-04', kind: null, note: null, mayChange: false }]);
    expect(await list(other.head)).toEqual([]);
    await enter(desk.head, { staffId: desk.supervisor.staffId }).expect(201);
  });

  it('takes working time away, and names who stands in', async () => {
    await enter(desk.supervisor, { standInId: colleague.staffId, fromMidday: true }).expect(201);
    const { leaves } = await test.app
      .get(CalendarService)
      .calendarOf({ staffId: desk.rep.staffId }, new Date('2199-03-05T00:00:00Z'));
    expect(leaves).toEqual([{ from: '2199-03-04', to: '2199-03-06', fromMidday: true, untilMidday: false }]);
    const service = test.app.get(LeaveService);
    expect(await service.standInOf(desk.rep.staffId, '2199-03-05')).toBe(colleague.staffId);
    expect(await service.standInOf(desk.rep.staffId, '2199-03-07')).toBeUndefined();
  });

  it('shows in a year of somebody only to those who see it', async () => {
    await enter(desk.supervisor, { from: '2098-03-04', to: '2098-03-04' }).expect(201);
    const isLeave = async (who: SignedIn) => {
      const { body } = await test.http
        .get(`/api/calendars/year?year=2098&owner=staff&ownerId=${desk.rep.staffId}`)
        .set('Cookie', who.cookie)
        .expect(200);
      return (body.days as { day: string; isLeave: boolean }[]).find(({ day }) => day === '2098-03-04')?.isLeave;
    };
    expect(await isLeave(desk.rep)).toBe(true);
    expect(await isLeave(colleague)).toBe(false);
  });

  it('is changed and cancelled, each undone by who did it', async () => {
    const { id } = (await enter(desk.supervisor).expect(201)).body;
    const change = (who: SignedIn, revision = 1) =>
      test.http
        .patch(`/api/leave/${id}`)
        .set('Cookie', who.cookie)
        .send({ from: '2199-03-04', to: '2199-03-05', kind: 'sick', revision });
    await change(other.head).expect(404);
    const changed = (await change(desk.head).expect(200)).body;
    await change(desk.supervisor).expect(409);
    await undo(desk.supervisor, changed.act).expect(404);
    await undo(desk.head, changed.act).expect(200);
    expect(await list(desk.rep)).toMatchObject([{ to: '2199-03-06', kind: 'annual', revision: 3 }]);
    const cancelled = await test.http.delete(`/api/leave/${id}?revision=3`).set('Cookie', desk.supervisor.cookie);
    expect(await list(desk.rep)).toEqual([]);
    await undo(desk.supervisor, cancelled.body.act).expect(200);
    expect(await list(desk.rep)).toHaveLength(1);
  });

  it('undoes nothing but leave', async () => {
    const { body } = await test.http
      .post('/api/organisation/departments')
      .set('Cookie', admin.cookie)
      .send({ name: 'New' })
      .expect(201);
    await undo(admin, body.act).expect(404);
  });

  it('is not twice on one day, except as two halves', async () => {
    await enter(desk.supervisor, { from: '2199-03-04', to: '2199-03-04', untilMidday: true }).expect(201);
    const again = await enter(desk.supervisor, { from: '2199-03-03', to: '2199-03-04', untilMidday: true }).expect(409);
    expect(again.body.code).toBe('leave-overlaps');
    await enter(desk.supervisor, { from: '2199-03-04', to: '2199-03-05', fromMidday: true }).expect(201);
  });

  it.each([
    ['a last day before the first', { to: '2199-03-03' }, 'to'],
    ['nothing at all', { to: '2199-03-04', fromMidday: true, untilMidday: true }, 'to'],
    ['a stand-in nobody knows', { standInId: uuid() }, 'standInId'],
    ['a kind that is none', { kind: 'long' }, 'kind'],
  ])('refuses %s', async (_, body, path) => {
    expect((await enter(desk.supervisor, body).expect(400)).body.fields).toMatchObject([{ path }]);
  });

  it('refuses who is away as stand-in', async () => {
    const answer = await enter(desk.supervisor, { standInId: desk.rep.staffId }).expect(400);
    expect(answer.body.code).toBe('same-person');
  });

  it('comes in pages, what ends first first', async () => {
    const staffIds = [await aStaff(test.database), await aStaff(test.database), await aStaff(test.database)];
    for (const [n, staffId] of staffIds.entries())
      await enter(admin, { staffId, from: '2199-01-01', to: `2199-01-0${5 - n}` }).expect(201);
    const page = async (after = '') =>
      (await test.http.get(`/api/leave?limit=2${after}`).set('Cookie', admin.cookie).expect(200)).body as {
        leaves: { staff: { id: string } }[];
        next: string | null;
      };
    const first = await page();
    const second = await page(`&after=${first.next}`);
    const shown = [...first.leaves, ...second.leaves].map(({ staff }) => staffIds.indexOf(staff.id));
    expect(shown).toEqual([2, 1, 0]);
    expect(second.next).toBeNull();
    expect(await list(admin, `staffId=${staffIds[1]}`)).toHaveLength(1);
    expect(await list(admin, 'from=2199-01-04&to=2199-01-05')).toHaveLength(2);
    expect(await list(admin, 'from=2199-01-06')).toEqual([]);
  });
});
