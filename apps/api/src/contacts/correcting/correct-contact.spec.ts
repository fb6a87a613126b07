import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aReason, aSignIn, type SignedIn } from '../../testing/builders.js';
import { complaintRequests } from '../../testing/complaint-requests.js';
import {
  aColleague,
  aContactBody,
  aCustomerWithReason,
  aDesk,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a correction', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  async function aLogged(changes: Partial<ContactBody> = {}, who = desk.rep) {
    const body = aContactBody({ note: 'As logged', ...changes });
    await test.http.post('/api/contacts').set('Cookie', who.cookie).send(body).expect(201);
    return body.id;
  }
  const correct = (who: SignedIn, id: string, changes: object, { revision = 1, why = 'Misheard' } = {}) =>
    test.http.patch(`/api/contacts/${id}`).set('Cookie', who.cookie).send({ revision, why, changes });
  const get = (who: SignedIn, id: string, more = '') =>
    test.http.get(`/api/contacts/${id}${more}`).set('Cookie', who.cookie);
  const voidIt = (who: SignedIn, id: string, revision = 1) =>
    test.http.post(`/api/contacts/${id}/void`).set('Cookie', who.cookie).send({ revision, why: 'Logged twice' });
  const stored = async (id: string) =>
    (await test.database.first<Record<string, unknown>>('SELECT * FROM contact WHERE id = $1', [id]))!;

  it('changes what it names, keeps what was there, and tells who and why', async () => {
    const id = await aLogged({ talkSeconds: 100 });
    await correct(desk.rep, id, { note: 'As meant', talkSeconds: null, attributes: { pages: 2 } }).expect(200, {
      id,
      revision: 2,
    });
    expect(await stored(id)).toMatchObject({
      note: 'As meant',
      talk_seconds: null,
      attributes: { pages: 2 },
      revision: 2,
    });
    const { body } = await get(desk.rep, id, '/history').expect(200);
    expect(body.revisions).toMatchObject([{ revision: 2, why: 'Misheard' }]);
    expect(body.revisions[0].changes).toEqual(
      expect.arrayContaining([
        { field: 'note', before: 'As logged', after: 'As meant' },
        { field: 'talkSeconds', before: 100, after: null },
      ]),
    );
    expect(body.revisions[0].changes).toHaveLength(3);
  });

  it('is refused on an older revision, so that nobody overwrites another', async () => {
    const id = await aLogged();
    const [one, other] = await Promise.all([
      correct(desk.rep, id, { note: 'One' }),
      correct(desk.supervisor, id, { note: 'Other' }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([200, 409]);
    const refused = [one, other].find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'revised-meanwhile', values: { revision: 2 } });
    expect(await stored(id)).toMatchObject({ note: one.status === 200 ? 'One' : 'Other', revision: 2 });
  });

  it('moves the answerable department with the reason, and to where it is handed over', async () => {
    const first = await aCustomerWithReason(test.database);
    const second = await aCustomerWithReason(test.database);
    const id = await aLogged({ reasonId: first.reasonId });
    await correct(desk.rep, id, { reasonId: second.reasonId }).expect(200);
    expect(await stored(id)).toMatchObject({ answerable_department_id: second.answerableDepartmentId });
    await correct(desk.rep, id, { answerableDepartmentId: first.answerableDepartmentId }, { revision: 2 }).expect(200);
    expect(await stored(id)).toMatchObject({
      answerable_department_id: first.answerableDepartmentId,
      reason_id: second.reasonId,
    });
    await correct(desk.rep, id, { reasonId: null }, { revision: 3 }).expect(200);
    expect(await stored(id)).toMatchObject({ answerable_department_id: desk.departmentId, reason_id: null });
    const { body } = await get(desk.rep, id, '/history').expect(200);
    expect(body.revisions).toMatchObject([{ revision: 4 }, { revision: 3 }, { revision: 2 }]);
    expect(body.names[first.answerableDepartmentId]).toMatch(/^Department/);
  });

  it('leaves the attribution as it was where what decides it did not change', async () => {
    const { reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const id = await aLogged({ reasonId });
    await test.database.change('UPDATE reason SET answerable_department_id = $1 WHERE id = $2', [
      desk.departmentId,
      reasonId,
    ]);
    const { ended_at: endedAt } = await stored(id);
    await correct(desk.rep, id, { note: 'New', reasonId, endedAt }).expect(200);
    expect(await stored(id)).toMatchObject({ answerable_department_id: answerableDepartmentId });
  });

  it('finds the attribution anew for another time', async () => {
    const id = await aLogged();
    await test.database.change(`UPDATE leadership SET "to" = now() - interval '10 minutes' WHERE team_id = $1`, [
      desk.teamId,
    ]);
    await correct(desk.rep, id, { startedAt: minutesAgo(30), endedAt: minutesAgo(20) }).expect(200);
    expect(await stored(id)).toMatchObject({ supervisor_id: desk.supervisor.staffId });
    await correct(desk.rep, id, { endedAt: minutesAgo(5) }, { revision: 2 }).expect(200);
    expect(await stored(id)).toMatchObject({ supervisor_id: null });
    await test.database.change(`UPDATE leadership SET "to" = NULL WHERE team_id = $1`, [desk.teamId]);
  });

  it('gives it to another rep by the supervisor, within reach', async () => {
    const colleague = await aColleague(test.database, desk);
    const other = await aDesk(test.database);
    const id = await aLogged();
    await correct(desk.rep, id, { repId: colleague.staffId }).expect(403);
    await correct(desk.supervisor, id, { repId: other.rep.staffId }).expect(403);
    await correct(desk.supervisor, id, { repId: colleague.staffId }).expect(200);
    expect(await stored(id)).toMatchObject({ rep_id: colleague.staffId, team_id: desk.teamId });
  });

  it.each<[string, object, string, string]>([
    ['nothing', {}, 'changes', 'custom'],
    ['an unknown field', { rating: 5 }, 'changes', 'unrecognized_keys'],
    ['a contradiction with what stays', { outcome: 'not-reached' }, 'changes.outcome', 'outcome-of-outbound'],
    ['an unknown account', { accountId: uuid() }, 'changes.accountId', 'unknown-account'],
    [
      'an unknown department',
      { answerableDepartmentId: uuid() },
      'changes.answerableDepartmentId',
      'unknown-department',
    ],
    ['a time ahead', { endedAt: minutesAgo(-3) }, 'changes.endedAt', 'ahead-of-time'],
  ])('refuses %s and changes nothing', async (_, changes, path, code) => {
    const id = await aLogged();
    const { body } = await correct(desk.rep, id, changes).expect(400);
    expect(body.fields).toContainEqual(expect.objectContaining({ path, code }));
    expect(await stored(id)).toMatchObject({ revision: 1, note: 'As logged' });
  });

  it('is the rep’s for 24 hours, the supervisor’s and the head’s always', async () => {
    const id = await aLogged();
    await test.database.change(`UPDATE contact SET created_at = now() - interval '25 hours' WHERE id = $1`, [id]);
    const { body } = await correct(desk.rep, id, { note: 'Late' }).expect(403);
    expect(body.code).toBe('correction-too-late');
    expect((await get(desk.rep, id).expect(200)).body.mayCorrect).toBe(false);
    await correct(desk.supervisor, id, { note: 'By supervisor' }).expect(200);
    await correct(desk.head, id, { note: 'By head' }, { revision: 2 }).expect(200);
  });

  it('is nobody’s who does not see the contact', async () => {
    const id = await aLogged();
    const other = await aDesk(test.database);
    for (const who of [other.rep, other.supervisor, other.head, await aColleague(test.database, desk)]) {
      await correct(who, id, { note: 'Mine now' }).expect(404);
      await get(who, id).expect(404);
      await get(who, id, '/history').expect(404);
    }
  });

  it('who only cares for the account reads it and does not change it', async () => {
    const accountId = await anAccount(test.database);
    const caring = await aSignIn(test.database, { role: 'rep' });
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', '2020-01-01')`,
      [uuid(), accountId, caring.staffId],
    );
    const id = await aLogged({ accountId });
    expect((await get(caring, id).expect(200)).body).toMatchObject({ note: 'As logged', mayCorrect: false });
    const { body } = await correct(caring, id, { note: 'Mine' }).expect(403);
    expect(body.code).toBe('forbidden');
  });

  describe('voiding', () => {
    it('is for supervisors and heads, once, with a reason', async () => {
      const id = await aLogged();
      await voidIt(desk.rep, id).expect(403);
      await voidIt(desk.supervisor, id, 7).expect(409);
      await voidIt(desk.supervisor, id).expect(200, { id, revision: 2 });
      expect((await voidIt(desk.head, id, 2).expect(409)).body.code).toBe('voided');
      expect((await correct(desk.supervisor, id, { note: 'x' }, { revision: 2 }).expect(409)).body.code).toBe('voided');
      expect((await get(desk.rep, id).expect(200)).body).toMatchObject({
        voidReason: 'Logged twice',
        mayCorrect: false,
      });
    });

    it('waits for the complaint it received', async () => {
      const id = await aLogged({ complaint: { summary: 'Charged twice' } });
      expect((await voidIt(desk.supervisor, id).expect(409)).body.code).toBe('has-complaint');
      const complaint = (await get(desk.supervisor, id).expect(200)).body.complaint.id;
      await test.http
        .post(`/api/complaints/${complaint}/void`)
        .set('Cookie', desk.supervisor.cookie)
        .send({ revision: 1, why: 'No complaint' })
        .expect(200);
      await voidIt(desk.supervisor, id).expect(200);
      expect(await stored(id)).toMatchObject({ complaint_mark: 0, void_reason: 'Logged twice' });
    });
  });

  it('moves no complaint to another account that is linked to one of the old', async () => {
    const { aComplaint, post } = complaintRequests(test, desk);
    const [accountId, elsewhere] = [await anAccount(test.database), await anAccount(test.database)];
    const received = (minutes: number, repeatOfId?: string) =>
      aComplaint({ repeatOfId }, { accountId, startedAt: minutesAgo(minutes), endedAt: minutesAgo(minutes - 1) });
    const first = await received(9);
    const repeat = await received(6, first.complaintId);
    const same = await received(3);
    const again = { revision: 1, withId: repeat.complaintId, why: 'The same' };
    await post(desk.head, `complaints/${same.complaintId}/merge`, again).expect(200);
    for (const [{ contactId }, named] of [
      [first, [first, repeat]],
      [repeat, [first, repeat, same]],
      [same, [repeat, same]],
    ] as const) {
      const { body } = await correct(desk.rep, contactId, { accountId: elsewhere }).expect(409);
      const numbers = named.map(({ number }) => number).join(', ');
      expect(body).toMatchObject({ code: 'linked-across-accounts', values: { numbers } });
      expect(await stored(contactId)).toMatchObject({ account_id: accountId, revision: 1 });
      await correct(desk.rep, contactId, { note: 'As meant' }).expect(200);
    }
    const apart = { mergedId: same.complaintId, why: 'Two after all' };
    await post(desk.head, `complaints/${repeat.complaintId}/unmerge`, apart).expect(200);
    await correct(desk.rep, same.contactId, { accountId: elsewhere }, { revision: 2 }).expect(200);
    // What is voided binds nothing.
    await post(desk.supervisor, `complaints/${repeat.complaintId}/void`, { revision: 3, why: 'None' }).expect(200);
    await correct(desk.rep, first.contactId, { accountId: elsewhere }, { revision: 2 }).expect(200);
  });

  it('refuses to make a contact into one that could not have received its complaint', async () => {
    const id = await aLogged({ complaint: {} });
    for (const changes of [
      { purpose: 'internal' },
      { outcome: 'abandoned-in-queue' },
      { direction: 'out', purpose: 'proactive' },
    ]) {
      const { body } = await correct(desk.rep, id, changes).expect(409);
      expect(body.code).toBe('has-complaint');
    }
    const reasonId = await aReason(test.database, desk.departmentId);
    await correct(desk.rep, id, { reasonId }).expect(200);
  });
});
