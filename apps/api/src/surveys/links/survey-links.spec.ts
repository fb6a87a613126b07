import type { OpenSurveyLink, OpenSurveyLinks, ShownSurveyLink } from '@forecall/contracts';
import { anOrganisation } from '../../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { anAsk, aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { triesPerOpenLink } from '../page/survey-limits.js';

const in30Days = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('links of surveys', () => {
  let test: TestApp;
  let desk: Desk;
  let formId: string;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database, { zone: 'UTC' });
    desk = await aDesk(test.database);
    formId = (await aSurveyForm(test.database)).formId;
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  const as = (who: { cookie: string }, method: 'get' | 'post' | 'patch', path: string) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie);
  const show = (token: string) => test.http.get(`/s/${token}?lang=en`);
  const send = (token: string, fields: Record<string, string>) =>
    test.http
      .post(`/s/${token}?lang=en`)
      .unset('X-Forecall')
      .type('form')
      .set('Origin', 'http://forecall.test')
      .send(fields);
  const told = () => ({ name: 'Counter 2', formId, departmentId: desk.departmentId, endsOn: in30Days() });
  const make = async (changes: object = {}) =>
    (
      await as(desk.head, 'post', 'survey-open-links')
        .send({ ...told(), ...changes })
        .expect(201)
    ).body as OpenSurveyLink;
  const codeOf = ({ url }: { url: string }) => url.split('/s/')[1]!;
  const secretOf = (text: string) => /name="reply" value="([\w-]{43})"/.exec(text)?.[1] ?? '';
  const replies = () =>
    test.database.rows<{ told: { csat: number } }>(
      `SELECT DISTINCT ON (r.ask_id) r.told FROM survey_reply r JOIN survey_ask a ON a.id = r.ask_id
       WHERE a.about = 'department' ORDER BY r.ask_id, r.n DESC`,
    );

  describe('for whoever comes by', () => {
    it('lead to a page that says nothing of anybody, whose reply is one however often it is sent, and may be changed', async () => {
      const link = await make();
      expect(link).toMatchObject({ isGood: true, answers: 0, department: { id: desk.departmentId } });
      const code = codeOf(link);
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{10}$/);
      const { text } = await show(code).expect(200);
      expect(text).not.toContain('Counter 2');
      expect(text).not.toContain('/stop');
      const [one, other] = [secretOf(text), secretOf((await show(code)).text)];
      expect(one).not.toBe(other);
      const low = { reply: one, 'q-csat': '2', 'q-comment': 'Long queue' };
      const taken = await Promise.all([1, 2, 3].map(() => send(code, low).expect(200)));
      expect(taken[0]!.text).toContain(`/s/${one}?lang=en`);
      await send(code, { reply: other, 'q-csat': '5' }).expect(200);
      expect((await replies()).map(({ told: { csat } }) => csat).toSorted()).toEqual([2, 5]);
      expect((await show(one).expect(200)).text).toContain('You have answered already');
      await send(one, { 'q-csat': '3' }).expect(200);
      // In no figure, nobody's to see to, and apart from those who were asked.
      expect(await test.database.rows('SELECT FROM answer')).toEqual([]);
      expect(await test.database.rows(`SELECT FROM duty WHERE kind = 'recovery'`)).toEqual([]);
      expect(await test.database.rows(`SELECT DISTINCT channel, about, state, contact_id FROM survey_ask`)).toEqual([
        { channel: 'link', about: 'department', state: 'answered', contact_id: null },
      ]);
      expect((await as(desk.supervisor, 'get', `survey-open-links/${link.id}`).expect(200)).body).toMatchObject({
        answers: 2,
      });
      expect(
        (await as(desk.supervisor, 'get', `survey-open-links/${link.id}/replies`).expect(200)).body.questions[0],
      ).toMatchObject({
        ...{ id: 'csat', kind: 'scale', answers: 2 },
        counts: ['5', '4', '3', '2', '1'].map((value) => ({ value, count: Number(value === '5' || value === '3') })),
      });
    });

    it('take nothing without the secret of a page, and say what is wrong with a reply', async () => {
      const code = codeOf(await make());
      const before = (await replies()).length;
      await send(code, { 'q-csat': '4' }).expect(400);
      await send(code, { reply: 'short', 'q-csat': '4' }).expect(400);
      const secret = secretOf((await show(code)).text);
      const { text } = await send(code, { reply: secret, 'q-csat': '9' }).expect(400);
      expect(text).toContain('is not on the scale');
      expect(secretOf(text)).toBe(secret);
      expect(await replies()).toHaveLength(before);
    });

    it('take no reply by the secret of another asking, whose form is another', async () => {
      const ownForm = await aSurveyForm(test.database, 'nps');
      const code = codeOf(await make({ formId: ownForm.formId }));
      const contact = aContactBody();
      await as(desk.rep, 'post', 'contacts').send(contact).expect(201);
      const { versionId } = await aSurveyForm(test.database);
      const token = await anAsk(test.database, { contactId: contact.id, versionId });
      const before = await test.database.rows('SELECT ask_id, n FROM survey_reply ORDER BY 1, 2');
      await send(code, { reply: token, 'q-nps': '9', 'q-csat': '3' }).expect(404);
      const elsewhere = codeOf(await make());
      await send(elsewhere, { reply: token, 'q-csat': '3' }).expect(404);
      expect(await test.database.rows('SELECT ask_id, n FROM survey_reply ORDER BY 1, 2')).toEqual(before);
      await send(token, { 'q-csat': '3' }).expect(200);
      // Nor by that of a page of another standing link.
      const secret = secretOf((await show(code)).text);
      await send(code, { reply: secret, 'q-nps': '9' }).expect(200);
      await send(elsewhere, { reply: secret, 'q-csat': '2' }).expect(404);
      // A page that was open while a new version came is judged by what its reply was asked with.
      await test.database.change(
        `INSERT INTO form_version (id, form_id, n, content, published_at)
         SELECT gen_random_uuid(), form_id, 2, (SELECT content FROM form_version WHERE id = $2), now() FROM form_version WHERE id = $1`,
        [ownForm.versionId, versionId],
      );
      await send(code, { reply: secret, 'q-nps': '4' }).expect(200);
      await send(code, { reply: secret, 'q-csat': '4' }).expect(400);
    });

    it('lead nowhere, alike, once they are off, over, put away or never were, and end at so many tries', async () => {
      const [off, over, archived] = [
        await make(),
        await make(),
        await make({ formId: (await aSurveyForm(test.database)).formId }),
      ];
      const change = (link: OpenSurveyLink, body: object) =>
        as(desk.head, 'patch', `survey-open-links/${link.id}`).send({ revision: link.revision, ...body });
      const { body: changed } = await change(off, { isOff: true }).expect(200);
      expect(changed).toMatchObject({ isOff: true, isGood: false });
      await change(off, { isOff: false }).expect(409);
      await change(over, { endsOn: '2020-01-01' }).expect(200);
      await test.database.change('UPDATE survey_form SET archived_at = now() WHERE id = $1', [archived.form.id]);
      const page = async (code: string) => {
        const { text } = await show(code).expect(404);
        const sent = await send(code, { reply: 'A'.repeat(43), 'q-csat': '4' }).expect(404);
        expect(sent.text).toBe(text);
        return text.replaceAll(code, 'own');
      };
      const gone = await page('abcdefghjk');
      for (const link of [off, over, archived]) expect(await page(codeOf(link))).toBe(gone);
      await change({ ...off, revision: changed.revision }, { isOff: false }).expect(200);
      await show(codeOf(off)).expect(200);
      expect(
        await test.database.rows(
          `SELECT after FROM audit_entry WHERE act = 'survey-open-link.changed' AND entity_id = $1`,
          [off.id],
        ),
      ).toHaveLength(2);
      await test.database.change(`UPDATE rate_limit SET points = ${triesPerOpenLink + 1}`);
      await send(codeOf(off), {}).expect(429);
    });

    it('are set by who leads the department, seen within reach, and drawn to be printed', async () => {
      const stranger = await aDesk(test.database);
      await as(stranger.head, 'post', 'survey-open-links').send(told()).expect(403);
      await as(desk.supervisor, 'post', 'survey-open-links').send(told()).expect(403);
      const refused = await as(desk.head, 'post', 'survey-open-links').send({ ...told(), formId: desk.departmentId });
      expect(refused.body.fields).toMatchObject([{ path: 'formId', code: 'form-not-published' }]);
      const link = await make({ name: 'Receipts' });
      const list = async (who: { cookie: string }) =>
        ((await as(who, 'get', 'survey-open-links').expect(200)).body as OpenSurveyLinks).links.map(({ name }) => name);
      expect((await list(desk.supervisor))[0]).toBe('Receipts');
      expect(await list(stranger.head)).toEqual([]);
      const { body, headers } = await as(desk.supervisor, 'get', `survey-open-links/${link.id}/qr`).expect(200);
      expect(headers['content-type']).toContain('image/svg+xml');
      expect(String(body)).toMatch(/^<svg .*viewBox="0 0 \d+ \d+".*<\/svg>$/);
      await as(stranger.supervisor, 'get', `survey-open-links/${link.id}/qr`).expect(404);
    });
  });

  describe('of one contact', () => {
    async function aCall(changes: object = {}): Promise<string> {
      const body = aContactBody(changes);
      await as(desk.rep, 'post', 'contacts').send(body).expect(201);
      return body.id;
    }
    const link = (contactId: string, who = desk.rep) =>
      as(who, 'post', `contacts/${contactId}/survey-link`).send({ formId });

    it('are shown by who handled it, with one secret that leads, and credited as its contact', async () => {
      const contactId = await aCall();
      const first = (await link(contactId).expect(201)).body as ShownSurveyLink;
      expect(first.qr).toMatch(/^<svg /);
      const second = (await link(contactId).expect(201)).body as ShownSurveyLink;
      expect(second.askId).toBe(first.askId);
      await show(codeOf(first)).expect(404);
      await send(codeOf(second), { 'q-csat': '4' }).expect(200);
      expect(
        await test.database.rows('SELECT score, entered_how, rep_id FROM answer WHERE contact_id = $1', [contactId]),
      ).toEqual([{ score: 4, entered_how: 'survey', rep_id: desk.rep.staffId }]);
      expect((await link(contactId).expect(409)).body).toMatchObject({ code: 'survey-answered' });
      const stranger = await aDesk(test.database);
      await link(contactId, stranger.rep).expect(404);
      await link(await aCall({ outcome: 'abandoned-in-queue' })).expect(409);
    });

    it('lead to the letter’s own asking where one has gone out', async () => {
      const contactId = await aCall();
      const { versionId } = await aSurveyForm(test.database);
      const token = await anAsk(test.database, { contactId, versionId });
      const { body } = await link(contactId).expect(201);
      await send(codeOf(body as ShownSurveyLink), { 'q-csat': '3' }).expect(200);
      expect((await show(token).expect(200)).text).toContain('You have answered already');
      expect(
        await test.database.rows('SELECT channel, state FROM survey_ask WHERE contact_id = $1', [contactId]),
      ).toEqual([{ channel: 'mail', state: 'answered' }]);
    });
  });
});
