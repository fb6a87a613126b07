import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SurveyRules } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { createApp } from '../../app.js';
import { readConfig } from '../../platform/config/config.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { aComplaint, aContact, aStep } from '../../testing/stored-rows.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { SurveyLookService } from './survey-look.service.js';

const whole = new Date('2026-01-01T10:00:00Z');
const minute = new Date('2026-01-01T10:07:00Z');
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe('who is asked', () => {
  let server: MailServer;
  let test: TestApp;
  let other: NestFastifyApplication;
  let desk: Desk;
  let forms: { contact: string; complaint: string };
  beforeAll(async () => {
    server = await aMailServer();
    const settings = { SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test', PUBLIC_URL: 'http://forecall.test' };
    test = await createTestApp(settings);
    other = await createApp(readConfig({ ...settings, DATABASE_URL: test.databaseUrl, PORT: '0', JOBS: 'no' }));
    await other.init();
    await anOrganisation(test.database, { zone: 'UTC' });
    desk = await aDesk(test.database);
    forms = {
      contact: (await aSurveyForm(test.database, 'csat')).formId,
      complaint: (await aSurveyForm(test.database, 'nps')).formId,
    };
  });
  beforeEach(async () => {
    server.conduct = 250;
    server.taken.length = 0;
    await test.database.change('DELETE FROM survey_ask');
    await test.database.change('WITH a AS (DELETE FROM pgboss.job) DELETE FROM mail');
    await test.database.change('UPDATE contact SET person_id = NULL');
    await rules();
    await test.database.change(`UPDATE survey_setting SET on_since = now() - interval '2 days'`);
  });
  afterAll(async () => {
    await other.close();
    await test.close();
    await server.close();
  });

  const asHead = (method: 'get' | 'put') => test.http[method]('/api/survey-rules').set('Cookie', desk.head.cookie);
  const usual = () => ({
    ...{ isOn: true, minDays: 30, quietFrom: '00:00', quietTo: '00:00', reminderDays: 3, expiryDays: 14 },
    ...{ changeHours: 48, contactPercent: 100, complaintPercent: 100, shares: [] as object[] },
    ...{ contactFormId: forms.contact, complaintFormId: forms.complaint },
  });
  async function rules(changes: object = {}) {
    const { revision } = (await asHead('get').expect(200)).body as SurveyRules;
    return asHead('put').send({ ...usual(), ...changes, revision });
  }

  async function aCustomer({ email = `${uuid()}@harbour.test`, language = 'en' } = {}): Promise<string> {
    const personId = await aPerson(test.database, await anAccount(test.database));
    await test.database.change('UPDATE person SET email = $2, language = $3 WHERE id = $1', [
      personId,
      email,
      language,
    ]);
    return personId;
  }
  async function aCall(personId: string, changes: Partial<Parameters<typeof aContact>[1]> = {}): Promise<string> {
    const departmentId = desk.departmentId;
    const contactId = await aContact(test.database, {
      ...{ departmentId, teamId: desk.teamId, repId: desk.rep.staffId, endedAt: hoursAgo(0.1) },
      ...changes,
    });
    await test.database.change('UPDATE contact SET person_id = $2 WHERE id = $1', [contactId, personId]);
    return contactId;
  }
  const look = (dueAt = whole, app = test.app) => app.get(SurveyLookService).look(dueAt);
  const post = () => test.app.get(Jobs).runDue({ later: true });
  const asks = () =>
    test.database.rows<{ contact_id: string; state: string; about: string }>(
      'SELECT contact_id, state, about FROM survey_ask ORDER BY planned_at, id',
    );
  const linkIn = (text: string | undefined) =>
    /http:\/\/forecall\.test\/s\/([\w-]{43})\?lang=en&score=5/.exec(text ?? '')?.[1];

  it('is whoever was spoken to, once, by one letter in their language with a link for each score', async () => {
    const contactId = await aCall(await aCustomer());
    await aCall(await aCustomer({ language: 'zh' }), { endedAt: hoursAgo(0.2) });
    // Two processes, each looking several times.
    await Promise.all([1, 2, 3].flatMap(() => [look(minute), look(minute, other)]));
    await post();
    await look(minute);
    expect(await asks()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(server.taken.map(({ subject }) => subject).toSorted()).toEqual([
      'Beichen Systems: one question',
      'Beichen Systems：想请您回答一道题',
    ]);
    const letter = server.taken.find(({ text }) => text?.startsWith('Hello Chen Guodong,'));
    const token = linkIn(letter?.text);
    expect(letter?.text).toContain('5 Very satisfied: ');
    expect(letter?.text).toContain(`/s/${token}/stop?lang=en`);
    const { text } = await test.http.get(`/s/${token}?lang=en&score=5`).expect(200);
    expect(text).toMatch(/value="5" checked/);
    // The secret stands nowhere any more; the frozen columns are those of the contact.
    const kept = await test.database.rows(`SELECT subject, body, staff_id, state, kind FROM mail`);
    expect(kept).toEqual(
      Array(2).fill(expect.objectContaining({ body: '', staff_id: null, state: 'sent', kind: 'survey' })),
    );
    const held = await test.database.rows(
      `SELECT l::text FROM survey_link l UNION ALL SELECT data::text FROM pgboss.job`,
    );
    expect(JSON.stringify(held)).not.toContain(token);
    expect(await test.database.first('SELECT * FROM survey_ask WHERE contact_id = $1', [contactId])).toMatchObject({
      ...{ rep_id: desk.rep.staffId, team_id: desk.teamId, handling_department_id: desk.departmentId },
      ...{ about: 'contact', channel: 'mail', locale: 'en' },
    });
  });

  it('is nobody whom nobody spoke to, who has no address, has left, has asked for none, or was asked lately', async () => {
    const [without, left, stopped, again, twin] = await Promise.all(Array.from({ length: 5 }, () => aCustomer()));
    await test.database.change('UPDATE person SET email = NULL WHERE id = $1', [without]);
    await test.database.change('UPDATE person SET left_on = current_date WHERE id = $1', [left]);
    await test.database.change(
      `UPDATE person SET do_not_survey_since = now(), do_not_survey_how = 'link' WHERE id = $1`,
      [stopped],
    );
    // The same address under another name.
    await test.database.change(
      'UPDATE person SET email = upper((SELECT s.email FROM person s WHERE s.id = $2)) WHERE id = $1',
      [twin, stopped],
    );
    for (const person of [without!, left!, stopped!, twin!]) await aCall(person);
    const unreached = await aCustomer();
    await aCall(unreached, { outcome: 'abandoned-in-queue' });
    await aCall(unreached, { purpose: 'internal', direction: 'out' });
    await aCall(unreached, { endedAt: hoursAgo(25) });
    const first = await aCall(again!, { endedAt: hoursAgo(2) });
    await look();
    await aCall(again!);
    await look();
    expect(await asks()).toEqual([{ contact_id: first, state: 'sent', about: 'contact' }]);
    await test.database.change(`UPDATE survey_ask SET planned_at = now() - interval '31 days'`);
    await look();
    expect(await asks()).toHaveLength(2);
    // Within the hour only what ended lately is looked at.
    await aCall(await aCustomer(), { endedAt: hoursAgo(3) });
    await look(minute);
    expect(await asks()).toHaveLength(2);
  });

  it('is who complained once the complaint is closed, not after the contact that received it', async () => {
    const contactId = await aCall(await aCustomer(), { endedAt: hoursAgo(20) });
    const complaintId = await aComplaint(test.database, contactId);
    await look();
    expect(await asks()).toEqual([]);
    await aStep(test.database, complaintId, 'closed', hoursAgo(1));
    await look(minute);
    await look();
    expect(await asks()).toEqual([{ contact_id: contactId, state: 'sent', about: 'complaint' }]);
    const reopened = await aComplaint(test.database, await aCall(await aCustomer(), { endedAt: hoursAgo(20) }));
    await aStep(test.database, reopened, 'closed', hoursAgo(2));
    await aStep(test.database, reopened, 'reopened', hoursAgo(1));
    await look();
    expect(await asks()).toHaveLength(1);
  });

  it('is the share of a department and channel, of a department, of a channel, of all, in that order', async () => {
    const { departmentId } = desk;
    await rules({
      contactPercent: 0,
      shares: [
        { channel: 'chat', departmentId: null, percent: 100 },
        { channel: null, departmentId, percent: 0 },
        { channel: 'phone', departmentId, percent: 100 },
      ],
    }).then(({ status }) => expect(status).toBe(200));
    const elsewhere = await aDesk(test.database);
    const chats = await aCall(await aCustomer(), { channel: 'chat', departmentId: elsewhere.departmentId });
    const phones = await aCall(await aCustomer());
    await aCall(await aCustomer(), { channel: 'chat' });
    await aCall(await aCustomer(), { departmentId: elsewhere.departmentId });
    await look();
    expect((await asks()).map(({ contact_id: id }) => id).toSorted()).toEqual([chats, phones].toSorted());
    await rules({ isOn: false });
    await aCall(await aCustomer());
    await look();
    expect(await asks()).toHaveLength(2);
  });

  it('is asked when the quiet hours of their account are over, and not at all if they stop it meanwhile', async () => {
    const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
    await rules({ quietFrom: clock(-1), quietTo: clock(1) });
    const [sleeper, stopper] = [await aCustomer(), await aCustomer()];
    for (const person of [sleeper, stopper]) await aCall(person);
    await look();
    await post();
    expect((await asks()).map(({ state }) => state)).toEqual(['planned', 'planned']);
    expect(server.taken).toEqual([]);
    await test.http
      .put(`/api/people/${stopper}/surveys`)
      .set('Cookie', desk.rep.cookie)
      .send({ isStopped: true, why: 'Said so' })
      .expect(200);
    // Late, and still night: put off anew.
    await test.database.change('UPDATE survey_ask SET send_at = now()');
    await look();
    expect((await asks()).map(({ state }) => state)).toEqual(['planned']);
    await rules();
    await test.database.change('UPDATE survey_ask SET send_at = now()');
    await look();
    await post();
    expect((await asks()).map(({ state }) => state)).toEqual(['sent']);
    expect(server.taken).toHaveLength(1);
  });

  it('is reminded once, by a link that leads to the same answer, and neither after an answer nor at the end', async () => {
    const contactId = await aCall(await aCustomer());
    const answered = await aCall(await aCustomer());
    await look();
    await post();
    const token = (n: number) => linkIn(server.taken[n]?.text);
    const answer = (of: string | undefined, score: string) =>
      test.http
        .post(`/s/${of}?lang=en`)
        .unset('X-Forecall')
        .set('Origin', 'http://forecall.test')
        .type('form')
        .send({ 'q-csat': score })
        .expect(200);
    const links = await test.database.rows<{ contact: string }>(
      `SELECT a.contact_id AS contact FROM survey_ask a ORDER BY a.id`,
    );
    expect(links).toHaveLength(2);
    await test.database.change(`UPDATE survey_ask SET state = 'answered', answered_at = now() WHERE contact_id = $1`, [
      answered,
    ]);
    await test.database.change(`UPDATE survey_ask SET asked_at = now() - interval '3 days'`);
    await look();
    await look(minute, other);
    await post();
    expect(server.taken).toHaveLength(3);
    expect(server.taken[2]!.subject).toBe('Beichen Systems: a reminder of our question');
    expect(token(2)).not.toBe(token(0));
    await answer(token(2), '4');
    const counting = `SELECT score FROM answer WHERE contact_id = $1 AND superseded_by IS NULL`;
    expect(await test.database.rows(counting, [contactId])).toEqual([{ score: 4 }]);
  });

  it('counts as bounced where no server takes the letter, and as expired where nobody answers in time', async () => {
    server.conduct = 550;
    const bounced = await aCall(await aCustomer());
    await look();
    await post();
    server.conduct = 250;
    const silent = await aCall(await aCustomer());
    await look();
    await post();
    await look();
    const states = async () => Object.fromEntries((await asks()).map(({ contact_id: id, state }) => [id, state]));
    expect(await states()).toEqual({ [bounced]: 'bounced', [silent]: 'sent' });
    await test.database.change('UPDATE survey_ask SET expires_at = now()');
    await look();
    expect(await states()).toEqual({ [bounced]: 'bounced', [silent]: 'expired' });
  });

  it('is said by rules that name what is wrong with them', async () => {
    const refused = async (changes: object, path: string, code: string) => {
      const { status, body } = await rules(changes);
      expect({ status, fields: body.fields }).toEqual({
        status: 400,
        fields: [expect.objectContaining({ path, code })],
      });
    };
    const draft = uuid();
    await test.database.change(`INSERT INTO survey_form (id, kind, name_en, name_zh) VALUES ($1, 'ces', 'a', 'b')`, [
      draft,
    ]);
    await refused({ contactFormId: draft }, 'contactFormId', 'form-not-published');
    await refused({ contactFormId: null, complaintFormId: null }, 'contactFormId', 'survey-without-form');
    await refused({ reminderDays: 14 }, 'reminderDays', 'reminder-after-end');
    await refused({ quietFrom: '25:00' }, 'quietFrom', 'invalid_format');
    const share = { channel: 'phone', departmentId: null, percent: 5 };
    await refused({ shares: [share, share] }, 'shares.1.channel', 'share-twice');
    await refused({ shares: [{ ...share, channel: null }] }, 'shares.0.channel', 'share-of-all');
    await refused({ shares: [{ ...share, departmentId: uuid() }] }, 'shares.0.departmentId', 'unknown-department');
    await asHead('put')
      .send({ ...usual(), revision: 1 })
      .expect(409);
    expect((await asHead('get')).body).toMatchObject({
      ...{ isOn: true, sends: 'yes', shares: [], quietFrom: '00:00', contactForm: { id: forms.contact } },
    });
  });
});
