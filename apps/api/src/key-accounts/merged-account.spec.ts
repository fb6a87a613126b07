import type { PromiseDetail, PromiseList, TimeLine, TrainingList } from '@forecall/contracts';
import { anAccount, anOrganisation, type SignedIn } from '../testing/builders.js';
import { aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('an account that was merged into another', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (path: string, body: object, who: SignedIn = desk.supervisor) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const get = async <Body>(path: string) =>
    (await test.http.get(`/api/${path}`).set('Cookie', desk.supervisor.cookie).expect(200)).body as Body;

  it('has what is promised and taught under its old id at the one that stayed, and says where it went', async () => {
    const [gone, kept] = [
      await anAccount(test.database, { name: 'Harbour Bank' }),
      await anAccount(test.database, { name: 'Harbour Bank Ltd' }),
    ];
    const personId = await aPerson(test.database, gone);
    expect(await get<TimeLine>(`accounts/${gone}/time-line`)).toMatchObject({ mergedInto: null });
    await post(`accounts/${gone}/merge`, { into: kept, why: 'The same bank' }).expect(200);

    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const { body } = await post('promises', { accountId: gone, personId, what: 'A visit', dueAt }).expect(201);
    expect(await get<PromiseDetail>(`promises/${(body as { id: string }).id}`)).toMatchObject({
      account: { id: kept },
      person: { id: personId },
    });
    expect((await get<PromiseList>(`promises?of=account&accountId=${kept}`)).promises).toHaveLength(1);

    const heldOn = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
    const session = { topic: 'Reconciling', heldOn, attendance: [{ personId, isPresent: true }] };
    await post(`accounts/${gone}/trainings`, session).expect(201);
    expect((await get<TrainingList>(`accounts/${kept}/trainings`)).trainings).toMatchObject([{ topic: 'Reconciling' }]);

    expect(await get<TimeLine>(`accounts/${gone}/time-line`)).toMatchObject({
      mergedInto: { id: kept, name: 'Harbour Bank Ltd' },
    });
    // What is nowhere is refused as before.
    const nowhere = '00000000-0000-7000-8000-000000000000';
    await post('promises', { accountId: nowhere, what: 'A visit', dueAt }).expect(400);
    await post(`accounts/${nowhere}/trainings`, { ...session, attendance: [] }).expect(404);
  });
});
