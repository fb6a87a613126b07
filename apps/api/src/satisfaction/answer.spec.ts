import type { ContactAnswers } from '@forecall/contracts';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import {
  aContactBody,
  aCustomerWithReason,
  aDesk,
  type ContactBody,
  type Desk,
  minutesAgo,
} from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('answers about a contact', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (who: SignedIn, path: string, body: object) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  async function aLogged(changes: Partial<ContactBody> = {}) {
    const body = aContactBody(changes);
    await post(desk.rep, 'contacts', body).expect(201);
    return body.id;
  }
  const answer = (who: SignedIn, contactId: string, body: object) => post(who, `contacts/${contactId}/answers`, body);
  const answersOf = async (who: SignedIn, contactId: string) =>
    (await test.http.get(`/api/contacts/${contactId}/answers`).set('Cookie', who.cookie).expect(200))
      .body as ContactAnswers;
  const voidIt = (who: SignedIn, id: string, revision: number) =>
    post(who, `answers/${id}/void`, { revision, why: 'Misread' });
  /** Scores that count, as every figure sees them. */
  const counting = async (contactId: string) =>
    (
      await test.database.rows<{ score: number }>(
        'SELECT score FROM answer WHERE contact_id = $1 AND superseded_by IS NULL AND voided_at IS NULL',
        [contactId],
      )
    ).map(({ score }) => score);

  it('are credited to whom the contact is', async () => {
    const { accountId, reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const contactId = await aLogged({ accountId, reasonId, channel: 'chat' });
    await answer(desk.rep, contactId, { score: 4, text: 'Quick' }).expect(201);
    expect(await test.database.first('SELECT * FROM answer WHERE contact_id = $1', [contactId])).toMatchObject({
      account_id: accountId,
      kind: 'csat',
      scale: 5,
      score: 4,
      text: 'Quick',
      entered_how: 'by-hand',
      rep_id: desk.rep.staffId,
      team_id: desk.teamId,
      supervisor_id: desk.supervisor.staffId,
      handling_department_id: desk.departmentId,
      answerable_department_id: answerableDepartmentId,
      channel: 'chat',
      reason_id: reasonId,
      created_by: desk.rep.signInId,
    });
  });

  it('are superseded by the next of their kind, and count again when that is voided', async () => {
    const contactId = await aLogged();
    const ids: string[] = [];
    for (const score of [2, 3, 5])
      ids.push(((await answer(desk.rep, contactId, { score }).expect(201)).body as { id: string }).id);
    await answer(desk.rep, contactId, { kind: 'nps', score: 9 }).expect(201);
    expect(await counting(contactId)).toEqual([5, 9]);
    await voidIt(desk.rep, ids[1]!, 2).expect(403);
    await voidIt(desk.supervisor, ids[1]!, 2).expect(200);
    expect(await counting(contactId)).toEqual([5, 9]);
    await voidIt(desk.supervisor, ids[2]!, 9).expect(409);
    await voidIt(desk.supervisor, ids[2]!, 1).expect(200);
    expect((await counting(contactId)).toSorted()).toEqual([2, 9]);
    const { answers } = await answersOf(desk.head, contactId);
    expect(answers.filter(({ voidedAt }) => voidedAt !== null)).toHaveLength(2);
  });

  it.each([
    [{ score: 0 }, 'score', 'score-outside-scale'],
    [{ score: 6 }, 'score', 'score-outside-scale'],
    [{ kind: 'ces', score: 8 }, 'score', 'score-outside-scale'],
    [{ kind: 'nps', score: 11 }, 'score', 'too_big'],
    [{ score: 3, at: minutesAgo(-3) }, 'at', 'ahead-of-time'],
    [{ score: 3, at: minutesAgo(60) }, 'at', 'answer-before-contact'],
  ])('%j is refused at %s', async (body, path, code) => {
    const contactId = await aLogged();
    const { body: problem } = await answer(desk.rep, contactId, body).expect(400);
    expect(problem.fields).toContainEqual(expect.objectContaining({ path, code }));
    expect(await counting(contactId)).toEqual([]);
  });

  it('are within the reach of the contact', async () => {
    const contactId = await aLogged();
    const other = await aDesk(test.database);
    await answer(other.rep, contactId, { score: 1 }).expect(404);
    await answer(other.supervisor, contactId, { score: 1 }).expect(404);
    const { body } = await answer(desk.supervisor, contactId, { score: 4 }).expect(201);
    await voidIt(other.supervisor, (body as { id: string }).id, 1).expect(404);
    const executive = await aSignIn(test.database, { role: 'executive' });
    expect((await answersOf(executive, contactId)).answers).toMatchObject([{ score: 4, enteredHow: 'by-hand' }]);
  });

  it('are none about a contact that was abandoned or voided, and one with answers is not voided', async () => {
    const abandoned = await aLogged({ outcome: 'abandoned-in-queue' });
    expect((await answer(desk.rep, abandoned, { score: 3 }).expect(409)).body).toMatchObject({
      code: 'contact-not-handled',
    });
    const contactId = await aLogged();
    const { body } = await answer(desk.rep, contactId, { score: 3 }).expect(201);
    const voidContact = () => post(desk.supervisor, `contacts/${contactId}/void`, { revision: 1, why: 'Twice' });
    expect((await voidContact().expect(409)).body).toMatchObject({ code: 'has-answers' });
    await voidIt(desk.supervisor, (body as { id: string }).id, 1).expect(200);
    await voidContact().expect(200);
    expect((await answer(desk.rep, contactId, { score: 3 }).expect(409)).body).toMatchObject({ code: 'voided' });
  });

  it('stay one when two come at once', async () => {
    const contactId = await aLogged();
    await Promise.all([1, 2, 3, 4, 5].map((score) => answer(desk.rep, contactId, { score }).expect(201)));
    expect(await counting(contactId)).toHaveLength(1);
  });
});
