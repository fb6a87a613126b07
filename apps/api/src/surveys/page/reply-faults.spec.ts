import { setTimeout as after } from 'node:timers/promises';
import type { ShownSurveyLink } from '@forecall/contracts';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aContactBody, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('an answer by a link, when something else happens at that moment', () => {
  let test: TestApp;
  let desk: Desk;
  let formId: string;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    formId = (await aSurveyForm(test.database)).formId;
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  async function aCall(changes: object = {}): Promise<string> {
    const body = aContactBody(changes);
    await test.http.post('/api/contacts').set('Cookie', desk.rep.cookie).send(body).expect(201);
    return body.id;
  }
  const show = (contactId: string) =>
    test.http.post(`/api/contacts/${contactId}/survey-link`).set('Cookie', desk.rep.cookie).send({ formId });
  const tokenOf = async (contactId: string) =>
    ((await show(contactId).expect(201)).body as ShownSurveyLink).url.split('/s/')[1]!;
  const send = (token: string, fields: Record<string, string>, { lang = 'en', origin = 'http://forecall.test' } = {}) =>
    test.http.post(`/s/${token}?lang=${lang}`).unset('X-Forecall').type('form').set('Origin', origin).send(fields);
  const scores = (contactId: string) =>
    test.database.rows<{ score: number }>('SELECT score FROM answer WHERE contact_id = $1', [contactId]);

  /** Both wait for a row that somebody else has, the second behind the first; then it is let go. */
  async function atOnce<One, Other>(lock: string, id: string, one: () => Promise<One>, other: () => Promise<Other>) {
    let both!: [Promise<One>, Promise<Other>];
    await test.database.transaction(async (sql) => {
      await sql.rows(lock, [id]);
      const first = one();
      await after(60);
      both = [first, other()];
      await after(60);
    });
    return Promise.all(both);
  }
  const contact = 'SELECT FROM contact WHERE id = $1 FOR UPDATE';

  it('and the link being shown anew: one comes first, and neither fails', async () => {
    for (let n = 0; n < 8; n += 1) {
      const contactId = await aCall();
      const token = await tokenOf(contactId);
      const ask = async () => (await send(token, { 'q-csat': '2' })).status;
      const anew = async () => (await show(contactId)).status;
      const told = n % 2 ? await atOnce(contact, contactId, ask, anew) : await atOnce(contact, contactId, anew, ask);
      expect(told).toEqual(n % 2 ? [200, 409] : [201, 404]);
      expect(await scores(contactId)).toEqual(n % 2 ? [{ score: 2 }] : []);
    }
    const loose = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const contactId = await aCall();
        const token = await tokenOf(contactId);
        const [asked, shown] = await Promise.all([send(token, { 'q-csat': '4' }), show(contactId)]);
        return `${asked.status} ${shown.status}`;
      }),
    );
    for (const outcome of loose) expect(['200 409', '404 201']).toContain(outcome);
  });

  it('and its account being merged: both are done, whichever comes first', async () => {
    for (let n = 0; n < 4; n += 1) {
      const [kept, gone] = [await anAccount(test.database), await anAccount(test.database)];
      const contactId = await aCall({ accountId: gone });
      const token = await tokenOf(contactId);
      // As a merge goes on: the accounts, then what is theirs, one after the other.
      const merge = () =>
        test.database.transaction(async (sql) => {
          await sql.rows('SELECT FROM account WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [[kept, gone]]);
          await after(120);
          await sql.change('UPDATE contact SET account_id = $1 WHERE account_id = $2', [kept, gone]);
          return sql.change('UPDATE survey_ask SET locale = locale WHERE contact_id = $1', [contactId]);
        });
      const [merged, asked] = await Promise.all([merge(), after(30 * n).then(() => send(token, { 'q-csat': '5' }))]);
      expect([merged, asked.status]).toEqual([1, 200]);
    }
  });

  it('is not taken, and said so in the customer’s language with the answer still in its form, when we have a fault', async () => {
    const contactId = await aCall();
    const token = await tokenOf(contactId);
    await test.database.change(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'of this spec' USING ERRCODE = 'deadlock_detected'; END $$`);
    await test.database.change(
      'CREATE TRIGGER fail BEFORE INSERT ON survey_reply FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    const fields = { 'q-csat': '2', 'q-comment': 'Nobody "called" me' };
    const { text, headers } = await send(token, fields).expect(503);
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('Your answer was not taken');
    expect(text).toMatch(/value="2" checked/);
    expect(text).toContain('Nobody &quot;called&quot; me</textarea>');
    const chinese = await send(token, fields, { lang: 'zh' }).expect(503);
    expect(chinese.text).toContain('您的回答未能提交');
    expect(await scores(contactId)).toEqual([]);
    await test.database.change('DROP TRIGGER fail ON survey_reply');
    await send(token, fields).expect(200);
    expect(await scores(contactId)).toEqual([{ score: 2 }]);
  });

  it('is told of in a page of ours even where nothing can be read, or it came from elsewhere or is too long', async () => {
    const token = await tokenOf(await aCall());
    const fields = { 'q-csat': '2' };
    const elsewhere = await send(token, fields, { origin: 'http://elsewhere.test' }).expect(403);
    const long = await send(token, { 'q-comment': 'x'.repeat(1_100_000) }).expect(413);
    await test.database.change('ALTER TABLE organisation RENAME TO away');
    const unread = await send(token, fields, { lang: 'zh' }).expect(500);
    await test.database.change('ALTER TABLE away RENAME TO organisation');
    for (const { text } of [elsewhere, long]) expect(text).toContain('Your answer was not taken');
    expect(unread.text).toContain('您的回答未能提交');
    for (const { headers } of [elsewhere, long, unread]) expect(headers['content-type']).toContain('text/html');
  });
});
