import type { TrainingChanged, TrainingList } from '@forecall/contracts';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
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
      .expect(204);
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
        attendance: [{ personId, score: 4, feedback: 'Short and good' }],
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
          attendance: [{ person: { id: personId }, score: 4, feedback: 'Short and good' }],
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
  });

  it.each([
    ['a person of another account', { isStranger: true }, 'attendance.0.personId'],
    ['a trainer who is nobody', { trainerId: '00000000-0000-7000-8000-000000000000' }, 'trainerId'],
    ['a day years ahead', { heldOn: '2150-01-01' }, 'heldOn'],
  ])('are refused with %s', async (_, changes, path) => {
    const other = await aPerson(test.database, await anAccount(test.database));
    const attendance = 'isStranger' in changes ? [{ personId: other }] : [];
    const { isStranger: _stranger, ...told } = { isStranger: false, ...changes };
    const { body } = await send(desk.rep, 'post', `accounts/${accountId}/trainings`, {
      ...{ ...session, attendance, ...told },
    }).expect(400);
    expect(body.fields).toMatchObject([{ path }]);
  });
});
