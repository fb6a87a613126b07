import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { aContact } from '../../testing/stored-rows.js';
import { aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { SurveyLookService } from './survey-look.service.js';

const minute = new Date('2026-01-01T10:07:00Z');

describe('a contact that somebody asks about while letters are planned', () => {
  let server: MailServer;
  let test: TestApp;
  let desk: Desk;
  let formId: string;
  beforeAll(async () => {
    server = await aMailServer();
    const settings = { SMTP_URL: server.url, MAIL_FROM: 'forecall@beichen.test', PUBLIC_URL: 'http://forecall.test' };
    test = await createTestApp(settings);
    await anOrganisation(test.database, { zone: 'UTC' });
    desk = await aDesk(test.database);
    formId = (await aSurveyForm(test.database)).formId;
    await test.database.change(
      `UPDATE survey_setting SET on_since = now() - interval '2 days', contact_form_id = $1, contact_percent = 100,
         quiet_from = '00:00', quiet_to = '00:00'`,
      [formId],
    );
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  async function aCall(): Promise<string> {
    const personId = await aPerson(test.database, await anAccount(test.database));
    await test.database.change('UPDATE person SET email = $2 WHERE id = $1', [personId, `${uuid()}@harbour.test`]);
    const { departmentId, teamId, rep } = desk;
    const endedAt = new Date(Date.now() - 60_000);
    const id = await aContact(test.database, { departmentId, teamId, repId: rep.staffId, endedAt });
    await test.database.change('UPDATE contact SET person_id = $2 WHERE id = $1', [id, personId]);
    return id;
  }
  const look = () => test.app.get(SurveyLookService).look(minute);
  const show = (contactId: string) =>
    test.http.post(`/api/contacts/${contactId}/survey-link`).set('Cookie', desk.rep.cookie).send({ formId });
  const channels = async (contactId: string) =>
    (
      await test.database.rows<{ channel: string }>('SELECT channel FROM survey_ask WHERE contact_id = $1', [contactId])
    ).map(({ channel }) => channel);

  it('is left to them while they hold it, and looked at again after', async () => {
    const contactId = await aCall();
    await test.database.transaction(async (sql) => {
      await sql.change('SELECT FROM contact WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
      await look();
      expect(await channels(contactId)).toEqual([]);
    });
    await look();
    expect(await channels(contactId)).toEqual(['mail']);
  });

  it('is asked about one way, whoever comes first', async () => {
    for (let round = 0; round < 4; round++) {
      const calls = await Promise.all(Array.from({ length: 12 }, aCall));
      const [, ...shown] = await Promise.all([look(), ...calls.map(async (id) => (await show(id)).status)]);
      expect(shown).toEqual(calls.map(() => 201));
      await look();
      for (const id of calls) expect(await channels(id)).toHaveLength(1);
    }
  });

  it('tells who would be asked, and what speaks against it', async () => {
    const contactId = await aCall();
    const told = async () =>
      (await test.http.get(`/api/contacts/${contactId}/surveys`).set('Cookie', desk.rep.cookie).expect(200))
        .body as object;
    const nothing = { stoppedAt: null, answeredAt: null, isEnteredByUs: null, askedAt: null };
    expect(await told()).toMatchObject({ channel: 'phone', person: { name: 'Chen Guodong' }, ...nothing });
    await look();
    expect(await told()).toMatchObject({ ...nothing, askedAt: expect.any(String) as string });
    await test.http
      .post(`/api/contacts/${contactId}/surveys`)
      .set('Cookie', desk.rep.cookie)
      .send({ formId, told: { csat: 4 } })
      .expect(201);
    // Somebody else with the same address wants none: it is one reader.
    await test.database.change(
      `UPDATE person SET email = (SELECT upper(p.email) FROM person p JOIN contact c ON c.person_id = p.id WHERE c.id = $2),
         do_not_survey_since = now(), do_not_survey_how = 'link' WHERE id = $1`,
      [await aPerson(test.database, await anAccount(test.database)), contactId],
    );
    expect(await told()).toMatchObject({ isEnteredByUs: true, stoppedAt: expect.any(String) as string });
    const elsewhere = await aDesk(test.database);
    await test.http.get(`/api/contacts/${contactId}/surveys`).set('Cookie', elsewhere.rep.cookie).expect(404);
  });
});
