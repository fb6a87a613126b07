import type { AccountSurveys, DutyList, SurveyAskCounts, SurveyAskPage, SurveyCadence } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { Jobs } from '../../platform/jobs/jobs.js';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { SurveyLookService } from './survey-look.service.js';

const hourly = new Date('2026-01-01T10:00:00Z');

describe('the relationship, asked of key accounts on a cadence', () => {
  let server: MailServer;
  let test: TestApp;
  let desk: Desk;
  let formId: string;
  let npsId: string;
  beforeAll(async () => {
    server = await aMailServer();
    test = await createTestApp({
      ...{ SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test', PUBLIC_URL: 'https://forecall.test' },
    });
    await anOrganisation(test.database, { zone: 'UTC' });
    desk = await aDesk(test.database);
    formId = (await aSurveyForm(test.database, 'key-account')).formId;
    npsId = (await aSurveyForm(test.database, 'nps')).formId;
    await test.database.change(`UPDATE survey_setting SET quiet_from = '00:00', quiet_to = '00:00'`);
  });
  beforeEach(async () => {
    server.taken.length = 0;
    await test.database.change('DELETE FROM rate_limit');
    await test.database.change(`UPDATE account_class SET "to" = now() WHERE "to" IS NULL AND "from" < now()`);
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  const as = (who: { cookie: string }, method: 'get' | 'put' | 'post', path: string) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie);
  const look = async (dueAt = hourly) => {
    await test.app.get(SurveyLookService).look(dueAt);
    await test.app.get(Jobs).runDue({ later: true });
  };
  async function set(changes: object = {}) {
    const { revision } = (await as(desk.head, 'get', 'survey-cadence').expect(200)).body as SurveyCadence;
    const usual = { isOn: true, formId, classes: [{ class: 'loyal', days: 90 }] };
    return as(desk.head, 'put', 'survey-cadence').send({ ...usual, revision, ...changes });
  }
  /** As if it had been switched on long ago. */
  const longOn = () => test.database.change(`UPDATE survey_account_setting SET on_since = now() - interval '1 year'`);

  async function aKeyAccount(
    people: object[],
    { careClass = 'loyal', repId = desk.rep.staffId }: { careClass?: string; repId?: string | null } = {},
  ) {
    const accountId = await anAccount(test.database);
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, $3, now() - interval '2 years')`,
      [uuid(), accountId, careClass],
    );
    if (repId !== null)
      await test.database.change(
        `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '2 years')`,
        [uuid(), accountId, repId],
      );
    const ids: string[] = [];
    for (const person of people) {
      const id = await aPerson(test.database, accountId);
      const told: Record<string, unknown> = { email: `${id}@harbour.test`, language: 'en', ...person };
      for (const [column, value] of Object.entries(told))
        await test.database.change(`UPDATE person SET ${column} = $2 WHERE id = $1`, [id, value]);
      ids.push(id);
    }
    return { accountId, people: ids };
  }
  const asksOf = (accountId: string) =>
    test.database.rows<{ id: string; person_id: string; state: string; rep_id: string }>(
      'SELECT * FROM survey_ask WHERE account_id = $1 ORDER BY planned_at, id',
      [accountId],
    );
  const tokenIn = (n = -1) => /https:\/\/forecall\.test\/s\/([\w-]{43})\?/.exec(server.taken.at(n)?.text ?? '')?.[1];
  const send = (token: string | undefined, fields: Record<string, string>) =>
    test.http
      .post(`/s/${token}?lang=en`)
      .unset('X-Forecall')
      .set('Origin', 'https://forecall.test')
      .type('form')
      .send(fields);

  it('is off until it is switched on, and then asks the one of most influence, credited to who cares on that day', async () => {
    const influence = (how: string) => ({ influence: how });
    const { accountId, people } = await aKeyAccount([influence('uses'), influence('decides'), { email: null }]);
    const others = [
      await aKeyAccount([{}], { careClass: 'dormant' }),
      await aKeyAccount([{}], { repId: null }),
      await aKeyAccount([{ left_on: '2020-01-01' }]),
    ];
    await look();
    expect(await asksOf(accountId)).toEqual([]);
    expect((await set()).status).toBe(200);
    await look();
    // Not all at once on the first day.
    await test.database.change(`UPDATE survey_account_setting SET on_since = now()`);
    expect(await asksOf(accountId)).toEqual([]);
    await longOn();
    await look(new Date('2026-01-01T10:07:00Z'));
    expect(await asksOf(accountId)).toEqual([]);
    await Promise.all([look(), look()]);
    expect(await asksOf(accountId)).toMatchObject([
      {
        ...{ person_id: people[1], state: 'sent', about: 'account', contact_id: null, account_class: 'loyal' },
        ...{ rep_id: desk.rep.staffId, rep_in_care_id: desk.rep.staffId, team_id: desk.teamId },
        ...{ supervisor_id: desk.supervisor.staffId, handling_department_id: desk.departmentId },
        answerable_department_id: desk.departmentId,
      },
    ]);
    for (const other of others) expect(await asksOf(other.accountId)).toEqual([]);
    // Within the days of the class not again; then again, and of equals the one asked longest ago.
    await test.database.change(`UPDATE survey_ask SET planned_at = now() - interval '89 days'`);
    await test.database.change(`UPDATE person SET influence = 'decides' WHERE id = $1`, [people[0]]);
    await look();
    expect(await asksOf(accountId)).toHaveLength(1);
    await test.database.change(`UPDATE survey_ask SET planned_at = now() - interval '91 days'`);
    await look();
    expect((await asksOf(accountId)).map(({ person_id: id }) => id)).toEqual([people[1], people[0]]);
    // Switched off nothing more goes out.
    await test.database.change(`UPDATE survey_ask SET planned_at = now() - interval '200 days'`);
    expect((await set({ isOn: false })).status).toBe(200);
    await look();
    expect(await asksOf(accountId)).toHaveLength(2);
  });

  it('is answered by the letter, credited as it was asked, shown to who cares as gaps, and a low answer is seen to', async () => {
    const { accountId, people } = await aKeyAccount([{}]);
    await set();
    await longOn();
    await look();
    const page = () => as(desk.rep, 'get', `accounts/${accountId}/surveys`).expect(200);
    expect((await page()).body).toMatchObject({ gaps: null, replies: [], waiting: { person: { id: people[0] } } });
    const token = tokenIn();
    // Whoever cares later is not credited.
    await test.database.change(`UPDATE account_care SET staff_id = $2 WHERE account_id = $1`, [
      accountId,
      desk.supervisor.staffId,
    ]);
    const scored = {
      reliability: [7, 4],
      assurance: [6, 6],
      tangibles: [5, 6],
      empathy: [7, 7],
      responsiveness: [7, 2],
    };
    const fields = Object.fromEntries(
      Object.entries(scored).flatMap(([dimension, [expected, perceived]]) => [
        [`q-${dimension}-expectation`, String(expected)],
        [`q-${dimension}-perception`, String(perceived)],
      ]),
    );
    await Promise.all([1, 2].map(() => send(token, { ...fields, 'q-comment': 'Slow of late' }).expect(200)));
    const told = await test.database.rows('SELECT * FROM answer WHERE account_id = $1', [accountId]);
    expect(told).toHaveLength(10);
    expect(told[0]).toMatchObject({
      ...{ contact_id: null, entered_how: 'survey', rep_id: desk.rep.staffId, team_id: desk.teamId, channel: null },
      ...{ supervisor_id: desk.supervisor.staffId, account_class: 'loyal', rep_in_care_id: desk.rep.staffId },
    });
    const shown = (await as(desk.supervisor, 'get', `accounts/${accountId}/surveys`).expect(200))
      .body as AccountSurveys;
    expect(shown.gaps?.dimensions.map(({ dimension, gap }) => [dimension, gap])).toEqual([
      ...[
        ['reliability', -3],
        ['assurance', 0],
        ['tangibles', 1],
        ['empathy', 0],
        ['responsiveness', -5],
      ],
    ]);
    expect(shown).toMatchObject({ replies: [{ text: 'Slow of late', person: { id: people[0] } }], waiting: null });
    // Changed within the window: what was said before counts no more.
    await send(token, { ...fields, 'q-responsiveness-perception': '6' }).expect(200);
    const changed = (await as(desk.supervisor, 'get', `accounts/${accountId}/surveys`)).body as AccountSurveys;
    expect(changed.gaps?.dimensions.at(-1)).toMatchObject({ gap: -1 });
    expect(changed.replies).toHaveLength(1);
    const stranger = await aDesk(test.database);
    for (const who of [stranger.rep, stranger.supervisor])
      expect((await as(who, 'get', `accounts/${accountId}/surveys`).expect(403)).body).toMatchObject({
        code: 'account-only-inside',
      });

    // A low recommendation is with the supervisor of the team it is credited to.
    const other = await aKeyAccount([{}]);
    await set({ formId: npsId });
    await look();
    await send(tokenIn(), { 'q-nps': '3' }).expect(200);
    const { duties } = (await as(desk.supervisor, 'get', 'duties')).body as DutyList;
    const duty = duties.find(({ kind }) => kind === 'recovery');
    expect(duty).toMatchObject({ parameters: { said: '3 / 10', accountId: other.accountId } });
    expect((await as(desk.supervisor, 'get', `recoveries/${duty!.source!.id}`).expect(200)).body).toMatchObject({
      ...{ contact: null, account: { id: other.accountId }, person: { id: other.people[0] } },
    });
  });

  it('is ended by one press in a mail program, which holds; what came back late is told by hand or by a mail server', async () => {
    const { accountId, people } = await aKeyAccount([{}]);
    await set({ formId: npsId });
    await longOn();
    await look();
    const headers = server.taken.at(-1)!.headers;
    const list = headers.get('list') as unknown as { unsubscribe: { url: string } };
    const post = (headers.get('list') as unknown as { 'unsubscribe-post': { name: string } })['unsubscribe-post'];
    expect(post.name).toBe('List-Unsubscribe=One-Click');
    const { pathname } = new URL(list.unsubscribe.url);
    expect(pathname).toMatch(/^\/s\/[\w-]{43}\/unsubscribe$/);
    const stopped = async () =>
      (
        await test.database.first<{ how: string | null }>('SELECT do_not_survey_how AS how FROM person WHERE id = $1', [
          people[0],
        ])
      )?.how;
    expect((await test.http.get(`${pathname}?lang=en`).expect(200)).text).toContain('Do not ask me any more');
    expect(await stopped()).toBeNull();
    // From a mail program's own servers: no Origin of ours, in either form, and alike for what never was.
    const press = (path: string) =>
      test.http
        .post(path)
        .unset('X-Forecall')
        .set('Origin', 'https://mail.example')
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send('--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n');
    await press(`/s/${'A'.repeat(43)}/unsubscribe`).expect(200);
    await press(pathname).expect(200);
    expect(await stopped()).toBe('link');
    await test.http
      .post(pathname)
      .unset('X-Forecall')
      .type('form')
      .send({ 'List-Unsubscribe': 'One-Click' })
      .expect(200);
    expect(await test.database.first(`SELECT unsubscribe_url, body FROM mail ORDER BY id DESC LIMIT 1`)).toEqual({
      ...{ unsubscribe_url: null, body: '' },
    });
    const [ask] = await asksOf(accountId);
    const elsewhere = await aDesk(test.database);
    const admin = await aSignIn(test.database, { role: 'admin' });
    const report = (who: SignedIn, body: object) =>
      as(who, 'post', 'survey-bounces').send({ why: 'User unknown', ...body });
    await report(elsewhere.supervisor, { askId: ask!.id }).expect(404);
    await report(admin, {}).expect(400);
    await report(admin, { messageId: '<x@y>' }).expect(404);
    const messageId = server.taken.at(-1)!.messageId!;
    await report(admin, { messageId }).expect(200);
    await report(desk.supervisor, { askId: ask!.id }).expect(200);
    expect(await asksOf(accountId)).toMatchObject([{ state: 'bounced' }]);
    expect(await test.database.rows(`SELECT after FROM audit_entry WHERE act = 'survey-ask.bounced'`)).toEqual([
      { after: { state: 'bounced', why: 'User unknown' } },
    ]);
    // Somebody else there is asked instead, without waiting for the days of the class.
    const next = await aPerson(test.database, accountId);
    await test.database.change(`UPDATE person SET email = $2 WHERE id = $1`, [next, `${next}@harbour.test`]);
    await look();
    expect((await asksOf(accountId)).map(({ person_id: id, state }) => [id, state])).toEqual([
      [people[0], 'bounced'],
      [next, 'sent'],
    ]);
  });

  it('stands in a list within reach, by state, account and day, with how many there are of each', async () => {
    const list = async (who: SignedIn, query = '') =>
      (await as(who, 'get', `survey-asks?limit=2${query}`).expect(200)).body as SurveyAskPage;
    const counts = async (who: SignedIn, query = '') =>
      (await as(who, 'get', `survey-asks/counts${query}`).expect(200)).body as SurveyAskCounts;
    const all = await test.database.rows<{ id: string; state: string; account_id: string }>(
      'SELECT id, state, account_id FROM survey_ask ORDER BY planned_at DESC, id DESC',
    );
    const found: string[] = [];
    for (let query = '', more = true; more;) {
      const { asks, next } = await list(desk.supervisor, query);
      found.push(...asks.map(({ id }) => id));
      more = next !== null;
      query = `&after=${next ?? ''}`;
    }
    expect(found).toEqual(all.map(({ id }) => id));
    const bounced = all.filter(({ state }) => state === 'bounced');
    const { asks } = await list(desk.head, `&state=bounced&about=account&departmentId=${desk.departmentId}`);
    expect(asks.map(({ id }) => id)).toEqual(bounced.map(({ id }) => id));
    expect(asks[0]).toMatchObject({ rep: { id: desk.rep.staffId }, account: { id: bounced[0]!.account_id } });
    const { asks: ofAccount } = await list(desk.head, `&accountId=${bounced[0]!.account_id}`);
    expect(ofAccount).toHaveLength(2);
    expect((await counts(desk.head)).bounced).toBe(bounced.length);
    expect(await counts(desk.head, '?from=2020-01-01&to=2020-01-02')).toMatchObject({
      ...{ planned: 0, sent: 0, bounced: 0, answered: 0, expired: 0 },
    });
    const stranger = await aDesk(test.database);
    expect((await list(stranger.head)).asks).toEqual([]);
    expect((await counts(stranger.supervisor)).answered).toBe(0);
    await as(desk.rep, 'get', 'survey-asks').expect(403);
  });
});
