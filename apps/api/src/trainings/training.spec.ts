import type { TrainingChanged, TrainingList } from '@forecall/contracts';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
import { aClass, aRepInCare } from '../testing/care-rows.js';
import { aColleague, aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('trainings of customers', () => {
  let test: TestApp;
  let desk: Desk;
  let accountId: string;
  let personId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    accountId = await anAccount(test.database);
    personId = await aPerson(test.database, accountId);
    await test.http
      .post(`/api/accounts/${accountId}/care`)
      .set('Cookie', desk.supervisor.cookie)
      .send({ staffId: desk.rep.staffId, part: 'rep' })
      .expect(200);
  });
  afterAll(() => test.close());

  const send = (who: SignedIn, method: 'post' | 'put', path: string, body: object) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie).send(body);
  const list = async (who: SignedIn = desk.rep) =>
    (await test.http.get(`/api/accounts/${accountId}/trainings`).set('Cookie', who.cookie).expect(200))
      .body as TrainingList;
  const session = {
    ...{ topic: 'Reconciling', heldOn: '2026-10-14', material: 'Slides', expectation: 'Invoices right the first time' },
  };
  const hold = async (changes: object = {}) =>
    (
      await send(desk.rep, 'post', `accounts/${accountId}/trainings`, {
        ...session,
        trainerId: desk.rep.staffId,
        attendance: [{ personId, isPresent: true, score: 4, feedback: 'Short and good' }],
        ...changes,
      }).expect(201)
    ).body as TrainingChanged;

  it('are held with people of the account, and said to strangers without what was said', async () => {
    await hold();
    const { trainings, mayWork } = await list();
    expect([mayWork, trainings]).toMatchObject([
      true,
      [
        {
          ...session,
          trainer: { id: desk.rep.staffId },
          isAhead: false,
          attendance: [{ person: { id: personId }, isPresent: true, score: 4, feedback: 'Short and good' }],
        },
      ],
    ]);
    const stranger = await aColleague(test.database, desk);
    expect(await list(stranger)).toMatchObject({
      mayWork: false,
      trainings: [{ topic: 'Reconciling', expectation: '', attendance: [{ score: null, feedback: '' }] }],
    });
    await send(stranger, 'post', `accounts/${accountId}/trainings`, session).expect(403);
  });

  it('are changed as they were read, with what stood there kept, and made void', async () => {
    const { id } = await hold({ topic: 'Terminals' });
    const changed = { ...session, topic: 'Terminals, part 2', attendance: [], revision: 1 };
    await send(desk.rep, 'put', `trainings/${id}`, changed).expect(200);
    expect((await send(desk.rep, 'put', `trainings/${id}`, changed).expect(409)).body.code).toBe('changed-meanwhile');
    const before = await test.database.first(
      `SELECT before ->> 'topic' AS topic, jsonb_array_length(before -> 'attendance') AS people FROM revision_log WHERE entity_id = $1`,
      [id],
    );
    expect(before).toEqual({ topic: 'Terminals', people: 1 });
    await send(desk.rep, 'post', `trainings/${id}/void`, { revision: 2, why: 'Was not held' }).expect(200);
    expect((await list()).trainings.map(({ topic }) => topic)).toEqual(['Reconciling']);
    await send(desk.rep, 'put', `trainings/${id}`, { ...changed, revision: 3 }).expect(404);
    await send(desk.rep, 'post', `trainings/${id}/restore`, { revision: 2 }).expect(409);
    await send(desk.rep, 'post', `trainings/${id}/restore`, { revision: 3 }).expect(200);
    expect((await list()).trainings.map(({ topic }) => topic)).toContain('Terminals, part 2');
    await send(desk.rep, 'post', `trainings/${id}/void`, { revision: 4, why: 'Was not held' }).expect(200);
  });

  it('are planned with those who are expected, and wanted where nobody was taught for a year', async () => {
    const other = await anAccount(test.database);
    const [taught, untaught] = [await aPerson(test.database, other), await aPerson(test.database, other)];
    await aClass(test.database, other, 'loyal', { from: new Date('2026-01-01') });
    await aRepInCare(test.database, other, desk.rep.staffId, new Date('2026-01-01'));
    const read = async () =>
      (await test.http.get(`/api/accounts/${other}/trainings`).set('Cookie', desk.rep.cookie).expect(200))
        .body as TrainingList;
    const wanted = async () => {
      const { isWanted, lastHeldOn, people } = (await read()).wanted;
      return [isWanted, lastHeldOn, people.map(({ id }) => id).toSorted()];
    };
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const plan = (heldOn: string, attendance: object[]) =>
      send(desk.rep, 'post', `accounts/${other}/trainings`, { ...session, heldOn, attendance });

    const long = day(-500);
    await plan(long, [{ personId: taught, isPresent: true }]).expect(201);
    expect(await wanted()).toEqual([true, long, [taught, untaught].toSorted()]);
    const ahead = await plan(day(5), [{ personId: taught, isPresent: true }]).expect(400);
    expect(ahead.body.fields).toMatchObject([{ path: 'attendance.0.isPresent', code: 'not-held-yet' }]);
    await plan(day(5), [{ personId: taught }]).expect(201);
    expect(await wanted()).toEqual([false, long, [untaught]]);
    expect((await read()).trainings[0]).toMatchObject({ isAhead: true, attendance: [{ isPresent: null }] });
    const mute = await plan(day(-5), [{ personId: untaught, isPresent: false, score: 3 }]).expect(400);
    expect(mute.body.fields).toMatchObject([{ path: 'attendance.0.isPresent', code: 'was-not-there' }]);
    await plan(day(-5), [{ personId: untaught, isPresent: false }]).expect(201);
    // To which nobody came, it taught nobody.
    expect(await wanted()).toEqual([false, long, [untaught]]);
  });

  it.each([
    ['a person of another account', { isStranger: true }, 'attendance.0.personId', 'person-of-another-account'],
    ['a trainer who is nobody', { trainerId: '00000000-0000-7000-8000-000000000000' }, 'trainerId', 'unknown-staff'],
    ['a day years ahead', { heldOn: '2150-01-01' }, 'heldOn', 'too-far'],
    ['a day of long ago', { heldOn: '1900-01-01' }, 'heldOn', 'held-too-long-ago'],
    ['a topic that shows nothing', { topic: '\u200b' }, 'topic', 'invisible'],
    ['a topic of two lines', { topic: 'Reconciling\nTerminals' }, 'topic', 'line-break'],
  ])('are refused with %s', async (_, changes, path, code) => {
    const other = await aPerson(test.database, await anAccount(test.database));
    const attendance = 'isStranger' in changes ? [{ personId: other }] : [];
    const { isStranger: _stranger, ...told } = { isStranger: false, ...changes };
    const { body } = await send(desk.rep, 'post', `accounts/${accountId}/trainings`, {
      ...{ ...session, attendance, ...told },
    }).expect(400);
    expect(body.fields).toMatchObject([{ path, code }]);
  });
});
