import type { FigureReply, PromiseDetail, PromiseEntry } from '@forecall/contracts';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aPromise } from '../testing/care-rows.js';
import { aColleague, aDesk, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);

describe('a promise past its time', () => {
  let test: TestApp;
  let desk: Desk;
  let other: Desk;
  let executive: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    other = await aDesk(test.database);
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const late = async (changes: object = {}) =>
    aPromise(test.database, {
      ...{ accountId: await anAccount(test.database), ownerId: desk.rep.staffId, teamId: desk.teamId },
      ...{ departmentId: desk.departmentId, madeAt: ago(48), dueAt: ago(2), ...changes },
    });
  const act = (who: SignedIn, id: string, name: string, revision: number, body: object = {}) =>
    test.http
      .post(`/api/promises/${id}/${name}`)
      .set('Cookie', who.cookie)
      .send({ revision, ...body });
  const one = async (id: string, who: SignedIn) =>
    (await test.http.get(`/api/promises/${id}`).set('Cookie', who.cookie).expect(200)).body as PromiseDetail;
  const groups = async (by: string) => {
    const day = (days: number) =>
      ago(days * 24)
        .toISOString()
        .slice(0, 10);
    const { body } = await test.http
      .get('/api/figures/promise-kept-rate')
      .query({ from: day(3), to: day(-2), by })
      .set('Cookie', executive.cookie)
      .expect(200);
    return (body as FigureReply).groups.map(
      ({ keys: [key], figure: { numerator, denominator } }) => `${key} ${numerator}/${denominator}`,
    );
  };
  const why = 'Nobody needs it any more';

  it('stays in the figure of whoever had it when it was due, whoever keeps it then', async () => {
    const id = await late();
    await act(desk.supervisor, id, 'hand', 1, { ownerId: other.rep.staffId }).expect(200);
    await act(other.rep, id, 'hand', 2, { ownerId: other.supervisor.staffId }).expect(200);
    expect(await groups('rep')).toEqual([`${desk.rep.staffId} 0/1`]);
    expect(await groups('team')).toEqual([`${desk.teamId} 0/1`]);
    expect(await groups('department')).toEqual([`${desk.departmentId} 0/1`]);
    const listed = (
      await test.http
        .get(`/api/promises?of=reach&departmentId=${other.departmentId}`)
        .set('Cookie', other.head.cookie)
        .expect(200)
    ).body as { promises: PromiseEntry[] };
    expect(listed.promises).toMatchObject([{ id, owner: { id: other.supervisor.staffId } }]);
    // Whoever has it now does not take it out of that figure; who leads whoever had it does.
    expect((await act(other.supervisor, id, 'void', 3, { why }).expect(403)).body.code).toBe('promise-was-due');
    expect((await act(other.head, id, 'void', 3, { why }).expect(403)).body.code).toBe('promise-was-due');
    await act(desk.supervisor, id, 'void', 3, { why }).expect(200);
    expect(await groups('rep')).not.toContain(`${desk.rep.staffId} 0/1`);
  });

  it('is void, or open again, only by who leads whoever had it when it was due', async () => {
    const id = await late();
    expect(await one(id, desk.rep)).toMatchObject({ mayWork: true, mayVoid: false });
    expect((await act(desk.rep, id, 'void', 1, { why }).expect(403)).body.code).toBe('promise-was-due');
    await act(desk.rep, id, 'break', 1, { why }).expect(200);
    expect((await act(desk.rep, id, 'reopen', 2).expect(403)).body.code).toBe('promise-was-due');
    expect(await one(id, desk.supervisor)).toMatchObject({ mayWork: true, mayVoid: true });
    await act(desk.supervisor, id, 'reopen', 2).expect(200);
    await act(desk.supervisor, id, 'void', 3, { why }).expect(200);

    expect(await one(id, executive)).toMatchObject({ mayWork: false, mayVoid: false });
    expect(await one(await late({ dueAt: ago(-3) }), other.head)).toMatchObject({ mayWork: false, mayVoid: false });

    // Nobody leads themselves.
    const own = await late({ ownerId: desk.supervisor.staffId });
    expect(await one(own, desk.supervisor)).toMatchObject({ mayWork: true, mayVoid: false });
    expect((await act(desk.supervisor, own, 'void', 1, { why }).expect(403)).body.code).toBe('promise-was-due');
    await act(desk.head, own, 'void', 1, { why }).expect(200);

    const ahead = await late({ dueAt: ago(-2) });
    expect(await one(ahead, desk.rep)).toMatchObject({ mayVoid: true });
    await act(desk.rep, ahead, 'void', 1, { why }).expect(200);
    await act(desk.rep, ahead, 'reopen', 2).expect(200);
  });

  it('is handed and kept at one time: the one that comes later hears that it was changed', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await late({ dueAt: ago(-20) });
      const colleague = await aColleague(test.database, desk);
      const answers = await Promise.all([
        act(desk.supervisor, id, 'hand', 1, { ownerId: colleague.staffId }),
        act(desk.supervisor, id, 'keep', 1),
        act(desk.supervisor, id, 'hand', 1, { ownerId: desk.supervisor.staffId }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    }
  });
});
