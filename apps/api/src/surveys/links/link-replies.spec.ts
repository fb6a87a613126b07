import type { OpenSurveyLink, OpenSurveyReplies, OpenSurveyWords } from '@forecall/contracts';
import { anOrganisation } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what came in by a standing link', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database, { zone: 'UTC' });
    desk = await aDesk(test.database);
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  const read = async <Body>(path: string, who = desk.supervisor) =>
    (await test.http.get(`/api/survey-open-links/${path}`).set('Cookie', who.cookie).expect(200)).body as Body;
  const both = (text: string) => ({ en: text, zh: `${text} (zh)` });
  const scale = { kind: 'scale', measure: 'csat', steps: 5, low: both('bad'), high: both('good'), gap: null };
  const choice = (...ids: string[]) => ({
    ...{ id: 'way', kind: 'choice', text: both('Which way?'), isRequired: false },
    options: ids.map((id) => ({ id, text: both(`By ${id}`) })),
  });
  const asked = (text: string, ways: string[]) => [
    { id: 'csat', text: both(text), isRequired: true, ...scale },
    choice(...ways),
    { id: 'why', kind: 'text', text: both('Why?'), isRequired: false },
    { id: 'else', kind: 'text', text: both('Anything else?'), isRequired: false },
  ];

  async function aLink(questions: object[]): Promise<OpenSurveyLink & { formId: string }> {
    const { formId } = await aSurveyForm(test.database);
    await newVersion(formId, 2, questions);
    const told = { name: 'Counter', formId, departmentId: desk.departmentId, endsOn: '2030-01-01' };
    const made = await test.http.post('/api/survey-open-links').set('Cookie', desk.head.cookie).send(told).expect(201);
    return { ...(made.body as OpenSurveyLink), formId };
  }
  const newVersion = (formId: string, n: number, questions: object[]) =>
    test.database.change(
      `INSERT INTO form_version (id, form_id, n, content, published_at) VALUES (gen_random_uuid(), $1, $2, $3, now())`,
      [formId, n, JSON.stringify({ intro: both(''), questions })],
    );
  async function reply({ url }: { url: string }, fields: Record<string, string>): Promise<string> {
    const path = `/s/${url.split('/s/')[1]}?lang=en`;
    const secret = /name="reply" value="([\w-]{43})"/.exec((await test.http.get(path)).text)![1]!;
    const send = test.http.post(path).unset('X-Forecall').type('form').set('Origin', 'http://forecall.test');
    await send.send({ reply: secret, ...fields }).expect(200);
    return secret;
  }

  it('is counted by question in its newest words, over the versions of its form, with choices by theirs', async () => {
    const link = await aLink(asked('Were you content?', ['mail', 'phone']));
    await reply(link, { 'q-csat': '2', 'q-way': 'phone' });
    await reply(link, { 'q-csat': '5', 'q-way': 'mail', 'q-why': 'Quick' });
    await newVersion(link.formId, 3, asked('Are you content?', ['phone', 'chat']));
    await reply(link, { 'q-csat': '5', 'q-way': 'chat' });
    const { questions } = await read<OpenSurveyReplies>(`${link.id}/replies`);
    expect(questions.map(({ text: { en }, answers }) => [en, answers])).toEqual([
      ['Are you content?', 3],
      ['Which way?', 3],
      ['Why?', 1],
      ['Anything else?', 0],
    ]);
    expect(questions[0]!.counts.map(({ value, count }) => `${value}: ${count}`)).toEqual([
      ...['5: 2', '4: 0', '3: 0', '2: 1', '1: 0'],
    ]);
    expect(questions[1]!.counts.map(({ text, count }) => `${text?.en}: ${count}`)).toEqual([
      ...['By phone: 1', 'By chat: 1', 'By mail: 1'],
    ]);
    expect(questions[2]!.counts).toEqual([]);
  });

  it('is read as it was written, the newest first, page by page, the last word of each', async () => {
    const link = await aLink(asked('Were you content?', ['mail', 'phone']));
    await reply(link, { 'q-csat': '1', 'q-why': 'Long queue', 'q-else': 'No' });
    await reply(link, { 'q-csat': '5' });
    const secret = await reply(link, { 'q-csat': '2', 'q-why': 'Ruede' });
    const change = test.http.post(`/s/${secret}?lang=en`).unset('X-Forecall').type('form');
    await change.set('Origin', 'http://forecall.test').send({ 'q-csat': '2', 'q-why': 'Rude' }).expect(200);
    const first = await read<OpenSurveyWords>(`${link.id}/words?limit=1`);
    expect(first.replies.map(({ words }) => words)).toEqual([[{ question: both('Why?'), text: 'Rude' }]]);
    expect(Date.parse(first.replies[0]!.at)).toBeGreaterThan(Date.now() - 60_000);
    const rest = await read<OpenSurveyWords>(`${link.id}/words?limit=1&after=${first.next}`);
    expect(rest).toMatchObject({
      replies: [{ words: [{ text: 'Long queue' }, { question: both('Anything else?'), text: 'No' }] }],
      next: null,
    });
    const stranger = await aDesk(test.database);
    for (const part of ['replies', 'words'])
      await test.http
        .get(`/api/survey-open-links/${link.id}/${part}`)
        .set('Cookie', stranger.supervisor.cookie)
        .expect(404);
  });
});
