import { anOrganisation } from '../../testing/builders.js';
import { aCustomerWithReason, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aContact } from '../../testing/stored-rows.js';
import { anAsk, aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { triesPerAddress, triesPerLink } from './survey-limits.js';

describe('the page of a survey', () => {
  let test: TestApp;
  let desk: Desk;
  let customer: Awaited<ReturnType<typeof aCustomerWithReason>>;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    customer = await aCustomerWithReason(test.database);
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  /** Asked about a contact of the desk's rep by one of the ready-made forms. */
  async function asked(key = 'csat') {
    const { accountId, personId, reasonId, answerableDepartmentId: answerableId } = customer;
    const contactId = await aContact(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, repId: desk.rep.staffId, endedAt: new Date() },
      ...{ supervisorId: desk.supervisor.staffId, answerableId, accountId, reasonId, channel: 'chat' },
    });
    const { versionId, formId } = await aSurveyForm(test.database, key);
    return { contactId, formId, token: await anAsk(test.database, { contactId, versionId, personId }) };
  }
  const show = (token: string, query = 'lang=en') => test.http.get(`/s/${token}?${query}`);
  const send = (token: string, fields: Record<string, string>, headers: Record<string, string> = {}, part = '') =>
    test.http
      .post(`/s/${token}${part}?lang=en`)
      .unset('X-Forecall')
      .type('form')
      .set({ Origin: 'http://forecall.test', ...headers })
      .send(fields);
  const answersOf = (contactId: string) =>
    test.database.rows<{ score: number; text: string; counts: boolean }>(
      `SELECT kind, item, scale, score, text, superseded_by IS NULL AND voided_at IS NULL AS counts
       FROM answer WHERE contact_id = $1 ORDER BY created_at, item`,
      [contactId],
    );
  const everything = () =>
    test.database.rows(
      `SELECT a.state, a.answered_at, (SELECT count(*)::int FROM survey_reply) AS replies,
         (SELECT count(*)::int FROM answer) AS answers, (SELECT count(*)::int FROM rate_limit) AS limits
       FROM survey_ask a ORDER BY a.id`,
    );

  it('is small, without scripts, in both languages, has the score of the link chosen, and looking changes nothing', async () => {
    const { token } = await asked();
    const { token: longToken } = await asked('key-account');
    const before = await everything();
    const { text, headers } = await show(token, 'lang=en&score=4').expect(200);
    expect(text).toMatch(/value="4" checked/);
    expect(text.match(/ checked/g)).toHaveLength(1);
    expect(text).not.toContain('<script');
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-type': 'text/html; charset=utf-8' });
    for (const secret of ['Chen Guodong', 'Account', 'Staff']) expect(text).not.toContain(secret);
    const chinese = await test.http.get(`/s/${token}?score="><b>`).set('Accept-Language', 'zh-CN,en;q=0.5').expect(200);
    expect(chinese.text).toContain('<html lang="zh-CN">');
    expect(chinese.text).not.toContain('"><b>');
    expect(chinese.text).not.toMatch(/ checked/);
    const long = await show(longToken).expect(200);
    expect(Buffer.byteLength(long.text)).toBeLessThan(50_000);
    expect(await everything()).toEqual(before);
  });

  it('records an answer with the credit of the contact, once, however often it is sent', async () => {
    const { contactId, token } = await asked();
    const fields = { 'q-csat': '2', 'q-comment': 'Slow\r\nbut kind' };
    const replies = await Promise.all([1, 2, 3].map(() => send(token, fields).expect(200)));
    for (const { text } of replies) expect(text).toContain('Thank you');
    expect(await answersOf(contactId)).toEqual([
      { kind: 'csat', item: null, scale: 5, score: 2, text: 'Slow\nbut kind', counts: true },
    ]);
    expect(await test.database.first('SELECT * FROM answer WHERE contact_id = $1', [contactId])).toMatchObject({
      ...{ entered_how: 'survey', account_id: customer.accountId, reason_id: customer.reasonId, channel: 'chat' },
      ...{ rep_id: desk.rep.staffId, team_id: desk.teamId, supervisor_id: desk.supervisor.staffId },
      ...{ answerable_department_id: customer.answerableDepartmentId, created_by: null },
    });
    expect(
      await test.database.first('SELECT state, asked_at <= answered_at AS ok FROM survey_ask WHERE contact_id = $1', [
        contactId,
      ]),
    ).toEqual({ state: 'answered', ok: true });
  });

  it('lets an answer be changed within the window, with its history, and not after it', async () => {
    const { contactId, token } = await asked();
    await send(token, { 'q-csat': '1' }).expect(200);
    expect((await show(token).expect(200)).text).toContain('You have answered already');
    await send(token, { 'q-csat': '5' }).expect(200);
    const answered = [
      { kind: 'csat', item: null, scale: 5, score: 1, text: '', counts: false },
      { kind: 'csat', item: null, scale: 5, score: 5, text: '', counts: true },
    ];
    expect(await answersOf(contactId)).toEqual(answered);
    await test.database.change(
      `UPDATE survey_ask SET answered_at = now() - interval '49 hours' WHERE contact_id = $1`,
      [contactId],
    );
    await show(token).expect(404);
    await send(token, { 'q-csat': '2' }).expect(404);
    expect(await answersOf(contactId)).toEqual(answered);
  });

  it('shows again what was chosen and never what was written, which stays unless it is replaced or taken away', async () => {
    const { contactId, token } = await asked();
    const { versionId } = await aSurveyForm(test.database);
    const words = (text: string) => ({ en: text, zh: text });
    const options = ['late', 'rude'].map((id) => ({ id, text: words(id) }));
    const why = { id: 'why', kind: 'choice', text: words('Why?'), isRequired: false, options };
    await test.database.change(`ALTER TABLE form_version DISABLE TRIGGER keep_published`);
    await test.database.change(
      `UPDATE form_version SET content = jsonb_set(content, '{questions}', content -> 'questions' || $2::jsonb) WHERE id = $1`,
      [versionId, JSON.stringify(why)],
    );
    await test.database.change(`ALTER TABLE form_version ENABLE TRIGGER keep_published`);
    await test.database.change('UPDATE survey_ask SET version_id = $1 WHERE contact_id = $2', [versionId, contactId]);
    const secret = 'My child was in the car';
    expect((await show(token).expect(200)).text).not.toMatch(/ checked|stays unless/);
    await send(token, { 'q-csat': '2', 'q-why': 'late', 'q-comment': secret }).expect(200);
    const { text } = await show(token).expect(200);
    expect(text.match(/value="[^"]*" checked/g)).toEqual(['value="2" checked', 'value="late" checked']);
    expect(text).toContain('What you wrote before stays unless');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('<script');
    expect((await show(token, 'lang=en&score=4')).text).toMatch(/value="4" checked/);
    // Nor where something is wrong.
    const wrong = await send(token, { 'q-csat': '', 'q-why': 'rude', 'q-comment': '' }).expect(400);
    expect(wrong.text).not.toContain(secret);
    const said = () =>
      test.database
        .first(
          'SELECT told FROM survey_reply r JOIN survey_ask a ON a.id = r.ask_id WHERE a.contact_id = $1 ORDER BY n DESC LIMIT 1',
          [contactId],
        )
        .then((row) => row?.['told'] as unknown);
    await send(token, { 'q-csat': '5', 'q-why': 'late', 'q-comment': '' }).expect(200);
    expect(await said()).toEqual({ csat: 5, why: 'late', comment: secret });
    expect((await answersOf(contactId)).at(-1)).toMatchObject({ score: 5, text: secret, counts: true });
    await send(token, { 'q-csat': '5', 'q-why': '', 'q-comment': 'Fine now' }).expect(200);
    expect(await said()).toEqual({ csat: 5, comment: 'Fine now' });
    await send(token, { 'q-csat': '5', 'q-comment': '', 'gone-comment': 'yes' }).expect(200);
    expect(await said()).toEqual({ csat: 5 });
  });

  it('turns visibly from what is expected to what is found, once for each', async () => {
    const { token } = await asked('key-account');
    const { text } = await show(token).expect(200);
    expect(text.match(/<h2>[^<]*<\/h2>/g)).toEqual(['<h2>What you expect</h2>', '<h2>How you find us</h2>']);
  });

  it('has one row for each scale of several, and what is left out of a change counts no more', async () => {
    const { contactId, token } = await asked('key-account');
    const all = Object.fromEntries(
      ['reliability', 'assurance', 'tangibles', 'empathy', 'responsiveness'].flatMap((dimension) => [
        [`q-${dimension}-expectation`, '7'],
        [`q-${dimension}-perception`, '5'],
      ]),
    );
    await send(token, { ...all, 'q-comment': 'Fine' }).expect(200);
    const rows = await answersOf(contactId);
    expect(rows).toHaveLength(10);
    expect(rows).toContainEqual({
      ...{ kind: 'item', item: 'empathy-perception', scale: 7, score: 5, text: '', counts: true },
    });
    expect(rows.filter(({ text }) => text === 'Fine')).toHaveLength(1);

    // Another form, whose second scale need not be answered.
    const { versionId, formId } = await aSurveyForm(test.database, 'csat');
    const own = { id: 'speed', kind: 'scale', measure: 'item', steps: 3, gap: null, isRequired: false };
    const words = { en: 'x', zh: 'x' };
    await test.database.change(`ALTER TABLE form_version DISABLE TRIGGER keep_published`);
    await test.database.change(
      `UPDATE form_version SET content = jsonb_set(content, '{questions}', content -> 'questions' || $2::jsonb) WHERE id = $1`,
      [versionId, JSON.stringify({ ...own, text: words, low: words, high: words })],
    );
    await test.database.change(`ALTER TABLE form_version ENABLE TRIGGER keep_published`);
    const other = await asked();
    await test.database.change('UPDATE survey_ask SET version_id = $1 WHERE contact_id = $2', [
      ...[versionId, other.contactId],
    ]);
    await send(other.token, { 'q-csat': '3', 'q-speed': '1' }).expect(200);
    await send(other.token, { 'q-csat': '3', 'q-speed': '' }).expect(200);
    const counting = (await answersOf(other.contactId)).filter(({ counts }) => counts);
    expect(counting).toMatchObject([{ kind: 'csat', score: 3 }]);
    expect(await answersOf(other.contactId)).toContainEqual(
      expect.objectContaining({ item: `${formId}.speed`, score: 1, counts: false }),
    );
  });

  it.each([
    ['nothing', {}, 'csat', 'is missing'],
    ['a score beside the scale', { 'q-csat': '6' }, 'csat', 'is not on the scale'],
    ['a word for a score', { 'q-csat': '5.0' }, 'csat', 'is not on the scale'],
    ['too much', { 'q-csat': '4', 'q-comment': 'x'.repeat(2001) }, 'comment', 'is longer than 2000 characters'],
    ['a nul', { 'q-csat': '4', 'q-comment': 'a\0b' }, 'comment', 'holds characters that cannot be read'],
  ] as const)(
    'says at the question what is wrong with %s, keeps the rest, and records nothing',
    async (_, fields, id, words) => {
      const { contactId, token } = await asked();
      const { text } = await send(token, fields).expect(400);
      expect(text).toMatch(new RegExp(`id="q-${id}-fault">[^<]*${words}`));
      expect(text).toContain('Nothing has been sent yet');
      expect(text).toMatch(new RegExp(`<a href="#q-${id}">“[^”<]*” ${words}`));
      if ('q-csat' in fields && fields['q-csat'] === '4') expect(text).toMatch(/value="4" checked/);
      expect(await answersOf(contactId)).toEqual([]);
    },
  );

  it('answers alike for a link that never was, was cut, has ended, was used, or whose contact was voided', async () => {
    const [ended, used, voided] = [await asked(), await asked(), await asked()];
    await test.database.change(`UPDATE survey_ask SET state = 'expired', expires_at = now() WHERE contact_id = $1`, [
      ended.contactId,
    ]);
    await send(used.token, { 'q-csat': '3' }).expect(200);
    await test.database.change(
      `UPDATE survey_ask SET answered_at = now() - interval '49 hours' WHERE contact_id = $1`,
      [used.contactId],
    );
    await test.database.change(`UPDATE contact SET voided_at = now(), void_reason = 'Twice' WHERE id = $1`, [
      voided.contactId,
    ]);
    const unknown = 'A'.repeat(43);
    const page = async (token: string) => {
      const shown = await show(token).expect(404);
      const sent = await send(token, { 'q-csat': '5' }).expect(404);
      expect(sent.text).toBe(shown.text);
      return shown.text.replaceAll(token, 'own');
    };
    const gone = await page(unknown);
    expect(gone).toContain('does not lead anywhere');
    for (const { token } of [ended, used, voided]) expect(await page(token)).toBe(gone);
    expect((await show('short').expect(404)).text.replaceAll('short', 'own')).toBe(gone);
    expect((await answersOf(used.contactId)).map(({ score }) => score)).toEqual([3]);
  });

  it('stops for good by any link of ours, alike for one that never was, and not by looking', async () => {
    const { token } = await asked();
    const stopped = async () =>
      (
        await test.database.first<{ how: string | null }>('SELECT do_not_survey_how AS how FROM person WHERE id = $1', [
          customer.personId,
        ])
      )?.how;
    const own = (text: string, of: string) => text.replaceAll(of, 'own');
    const unknown = 'B'.repeat(43);
    const shown = await test.http.get(`/s/${token}/stop?lang=en`).expect(200);
    expect(own(shown.text, token)).toBe(own((await test.http.get(`/s/${unknown}/stop?lang=en`)).text, unknown));
    expect(await stopped()).toBeNull();
    const other = await send(unknown, {}, {}, '/stop').expect(200);
    expect(await stopped()).toBeNull();
    await test.database.change(`UPDATE survey_ask SET state = 'expired', expires_at = now() WHERE state = 'sent'`);
    const done = await send(token, {}, {}, '/stop').expect(200);
    expect(own(done.text, token)).toBe(own(other.text, unknown));
    expect(await stopped()).toBe('link');
    const take = (isStopped: boolean) =>
      test.http
        .put(`/api/people/${customer.personId}/surveys`)
        .set('Cookie', desk.rep.cookie)
        .send({ isStopped, why: 'Asked us to' });
    expect((await take(false).expect(200)).body).toMatchObject({ stoppedAt: null, stoppedHow: null });
    expect((await take(true).expect(200)).body).toMatchObject({ stoppedHow: 'by-hand' });
    expect(await test.database.rows(`SELECT act FROM audit_entry WHERE entity = 'person' ORDER BY n`)).toEqual([
      { act: 'survey.stop-ended' },
      { act: 'survey.stopped' },
    ]);
  });

  it('is not taken from another page, and ends at so many tries of one link or one address', async () => {
    const { contactId, token } = await asked();
    await send(token, { 'q-csat': '3' }, { Origin: 'http://elsewhere.test' }).expect(403);
    await send(token, { 'q-csat': '3' }, { Origin: 'null' }).expect(403);
    for (let n = 0; n < triesPerLink; n += 1) await send(token, {}).expect(400);
    const { text, headers } = await send(token, { 'q-csat': '3' }).expect(429);
    expect(text).toMatch(/send it again in \d+ min/);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await answersOf(contactId)).toEqual([]);
    await test.database.change('DELETE FROM rate_limit');
    const from = (n: number) => send(`${n}`, {}, { 'X-Forwarded-For': `10.1.1.${n}, 198.51.100.7` });
    for (let n = 0; n < triesPerAddress; n += 1) await from(n).expect(404);
    await from(99).expect(429);
    await send(token, { 'q-csat': '3' }, { 'X-Forwarded-For': '198.51.100.8' }).expect(200);
  });
});
