import type { ContactAnswers } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation } from '../../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aComplaint } from '../../testing/stored-rows.js';
import { anAsk, aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a survey that an agent asks on the telephone', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  const post = (path: string, body: object, who = desk.rep) =>
    test.http.post(`/api/contacts${path}`).set('Cookie', who.cookie).send(body);
  async function aCall(changes: object = {}): Promise<string> {
    const body = aContactBody(changes);
    await post('', body).expect(201);
    return body.id;
  }
  const rows = (contactId: string) =>
    test.database.rows<{ score: number }>(
      `SELECT a.kind, a.score, a.text, a.entered_how, a.created_by, s.channel, s.state
       FROM answer a JOIN survey_ask s ON s.id = a.ask_id WHERE a.contact_id = $1 AND a.superseded_by IS NULL`,
      [contactId],
    );

  it('is marked as entered by hand and credited to the contact; asked again, the last word counts', async () => {
    const { formId } = await aSurveyForm(test.database);
    const contactId = await aCall();
    await post(`/${contactId}/surveys`, { formId, told: { csat: 2 } }).expect(201);
    await post(`/${contactId}/surveys`, { formId, told: { csat: 4, comment: 'Better now' } }).expect(201);
    expect(await rows(contactId)).toEqual([
      {
        ...{ kind: 'csat', score: 4, text: 'Better now', entered_how: 'by-hand', created_by: desk.rep.signInId },
        ...{ channel: 'agent', state: 'answered' },
      },
    ]);
    const told = await test.http.get(`/api/contacts/${contactId}/answers`).set('Cookie', desk.rep.cookie).expect(200);
    expect((told.body as ContactAnswers).answers).toEqual([
      expect.objectContaining({ kind: 'csat', item: null, score: 2, supersededBy: expect.any(String) as string }),
      expect.objectContaining({ kind: 'csat', item: null, score: 4, text: 'Better now', supersededBy: null }),
    ]);
  });

  it('is read as it was asked, question by question; who is complained of does not read what was written', async () => {
    const { formId, versionId } = await aSurveyForm(test.database);
    const option = { id: 'late', text: { en: 'It came late', zh: '来得太晚' } };
    const choice = {
      kind: 'choice',
      id: 'why',
      text: { en: 'Why?', zh: '为什么？' },
      isRequired: false,
      options: [option],
    };
    const other = uuid();
    await test.database.change(
      `INSERT INTO form_version (id, form_id, n, content, published_at)
       SELECT $1, form_id, 2, jsonb_set(content, '{questions}', content -> 'questions' || $3::jsonb), now()
       FROM form_version WHERE id = $2`,
      [other, versionId, JSON.stringify([choice])],
    );
    const contactId = await aCall();
    await post(`/${contactId}/surveys`, { formId, told: { csat: 4, comment: 'Soon', why: 'late' } }).expect(201);
    const read = async () =>
      (await test.http.get(`/api/contacts/${contactId}/answers`).set('Cookie', desk.rep.cookie).expect(200))
        .body as ContactAnswers;
    const { answers, replies } = await read();
    expect(replies).toEqual([
      {
        askId: answers[0]!.askId,
        lines: [
          expect.objectContaining({ kind: 'scale', score: 4, highest: 5, words: null }),
          expect.objectContaining({ kind: 'text', said: 'Soon' }),
          { kind: 'choice', asked: choice.text, words: option.text },
        ],
      },
    ]);
    await aComplaint(test.database, contactId, { repConcernedId: desk.rep.staffId });
    const withheld = await read();
    expect(withheld.answers.map(({ text }) => text)).toEqual(['']);
    expect(withheld.replies[0]!.lines.map(({ kind }) => kind)).toEqual(['scale', 'choice']);
  });

  it('never takes the place of what the customer answered themselves', async () => {
    const { formId, versionId } = await aSurveyForm(test.database);
    const contactId = await aCall();
    const token = await anAsk(test.database, { contactId, versionId });
    await test.http
      .post(`/s/${token}`)
      .unset('X-Forecall')
      .type('form')
      .set('Origin', test.url)
      .send({ 'q-csat': '1' })
      .expect(200);
    const own = [expect.objectContaining({ score: 1, entered_how: 'survey' })];
    for (const [path, body] of [
      ['surveys', { formId, told: { csat: 5 } }],
      ['answers', { kind: 'csat', score: 5 }],
    ] as const) {
      expect((await post(`/${contactId}/${path}`, body).expect(409)).body).toMatchObject({ code: 'survey-answered' });
      expect(await rows(contactId)).toEqual(own);
    }
    // What they were not asked about is told beside it.
    await post(`/${contactId}/answers`, { kind: 'ces', score: 6 }).expect(201);
    // And who first told an agent and then answers has the last word.
    const other = await aCall();
    const link = await anAsk(test.database, { contactId: other, versionId });
    await post(`/${other}/surveys`, { formId, told: { csat: 5 } }).expect(201);
    const page = test.http.post(`/s/${link}`).unset('X-Forecall').type('form').set('Origin', test.url);
    await page.send({ 'q-csat': '2' }).expect(200);
    expect(await rows(other)).toEqual([expect.objectContaining({ score: 2, entered_how: 'survey' })]);
  });

  it('is refused with each question and what is wrong with it, and nothing is kept', async () => {
    const { formId } = await aSurveyForm(test.database);
    const contactId = await aCall();
    const refused = async (body: object, ...fields: object[]) => {
      const { body: problem } = await post(`/${contactId}/surveys`, body).expect(400);
      expect(problem.fields).toEqual(fields.map((field): unknown => expect.objectContaining(field)));
    };
    await refused({ formId, told: {} }, { path: 'told.csat', code: 'answer-missing' });
    await refused(
      { formId, told: { csat: 6, mood: 'fine' } },
      { path: 'told.csat', code: 'score-outside-scale' },
      { path: 'told.mood', code: 'unknown-question' },
    );
    await refused({ formId: uuid(), told: { csat: 3 } }, { path: 'formId', code: 'form-not-published' });
    const told = { csat: 3 };
    const abandoned = await aCall({ outcome: 'abandoned-in-queue' });
    expect((await post(`/${abandoned}/surveys`, { formId, told }).expect(409)).body).toMatchObject({
      code: 'contact-not-handled',
    });
    const other = await aDesk(test.database);
    await post(`/${contactId}/surveys`, { formId, told }, other.rep).expect(404);
    expect(await rows(contactId)).toEqual([]);
    expect(await test.database.rows('SELECT FROM survey_ask WHERE contact_id = $1', [contactId])).toEqual([]);
  });
});
