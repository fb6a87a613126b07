import { randomBytes } from 'node:crypto';
import type { Complainant, ComplaintForm } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { aDepartment, anAccount, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { formBody, formBoundary, openForm, typed } from '../../testing/complaint-form.js';
import { aColleague, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('who wrote into the public form', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    await openForm(test.database, desk.departmentId);
  });
  afterAll(() => test.close());

  const sent = async (told: Partial<typeof typed>): Promise<string> => {
    const { text } = await test.http
      .post(`/complain?form=${randomBytes(32).toString('base64url')}`)
      .set('Content-Type', `multipart/form-data; boundary=${formBoundary}`)
      .send(formBody({ ...typed, ...told }))
      .expect(201);
    const { body } = await as(desk.head, 'get', `complaints?number=${/C-\d\d-\d{5}/.exec(text)![0]}`);
    return (body.complaints as { id: string }[])[0]!.id;
  };
  const as = (who: SignedIn, method: 'get' | 'patch', path: string, body?: object) => {
    const request = test.http[method](`/api/${path}`).set('Cookie', who.cookie);
    return body ? request.send(body) : request;
  };

  it('is told to those who see to the complaint, with who it may be', async () => {
    const accountId = await anAccount(test.database, { name: 'Harbour Bank' });
    const personId = await aPerson(test.database, accountId);
    await test.database.change(`UPDATE person SET email = 'Chen@Harbour.test' WHERE id = $1`, [personId]);
    await test.database.change(`INSERT INTO person_phone VALUES ($1, '+8675526018840')`, [personId]);
    const other = await anAccount(test.database, { name: 'River Trade' });
    const id = await sent({ phone: '0755 2601 8840', company: 'river trade' });
    const told = (await as(desk.head, 'get', `complaints/${id}/complainant`).expect(200)).body as Complainant;
    expect(told).toMatchObject({ name: 'Chen Guodong', email: 'chen@harbour.test', account: null });
    expect(told.suggestions).toMatchObject([
      { account: { id: accountId }, person: { id: personId }, by: ['phone', 'email'] },
      { account: { id: other }, person: null, by: ['company'] },
    ]);
    await as(await aColleague(test.database, await aDesk(test.database)), 'get', `complaints/${id}/complainant`).expect(
      404,
    );
  });

  it('is linked to an account and away from it, which is kept', async () => {
    const accountId = await anAccount(test.database);
    const personId = await aPerson(test.database, accountId);
    const id = await sent({});
    const link = (body: object, who = desk.supervisor) => as(who, 'patch', `complaints/${id}/complainant`, body);
    expect((await link({ accountId, personId }).expect(200)).body).toMatchObject({
      account: { id: accountId },
      person: { id: personId },
    });
    await link({ accountId, personId }).expect(200);
    expect((await as(desk.head, 'get', `complaints/${id}`)).body).toMatchObject({ account: { id: accountId } });
    expect((await link({ accountId: uuid() }).expect(400)).body.code).toBe('unknown-account');
    expect((await link({ accountId: null }).expect(200)).body).toMatchObject({ account: null, person: null });
    const kept = await test.database.rows(
      `SELECT r.revision FROM revision_log r JOIN complaint k ON k.contact_id = r.entity_id WHERE k.id = $1 AND r.entity = 'contact'`,
      [id],
    );
    expect(kept).toHaveLength(2);
  });

  it('is not told to the rep concerned', async () => {
    const id = await sent({});
    const concerned = await aColleague(test.database, desk);
    await as(desk.head, 'patch', `complaints/${id}`, {
      revision: 1,
      why: 'It is about this colleague',
      changes: { repConcernedId: concerned.staffId },
    }).expect(200);
    await as(concerned, 'get', `complaints/${id}/complainant`).expect(403);
  });

  it('comes by a form that an administrator or a head opens and closes', async () => {
    const admin = await aSignIn(test.database, { role: 'admin' });
    const settings = (await as(admin, 'get', 'complaint-form').expect(200)).body as ComplaintForm;
    const departmentId = await aDepartment(test.database, { name: 'Complaints desk' });
    const change = {
      revision: settings.revision,
      isOpen: true,
      handlingDepartmentId: departmentId,
      introEn: 'Tell us.',
      introZh: '请说。',
    };
    expect((await as(admin, 'patch', 'complaint-form', change).expect(200)).body).toMatchObject({
      isOpen: true,
      handlingDepartment: { name: 'Complaints desk' },
    });
    expect((await as(desk.head, 'patch', 'complaint-form', change).expect(409)).body.code).toBe('revised-meanwhile');
    expect(
      (await test.http.get(`/complain?lang=zh&form=${randomBytes(32).toString('base64url')}`).expect(200)).text,
    ).toContain('请说。');
    const revision = settings.revision + 1;
    const none = await as(desk.head, 'patch', 'complaint-form', {
      ...change,
      revision,
      handlingDepartmentId: null,
    }).expect(400);
    expect(none.body.fields).toMatchObject([{ path: 'handlingDepartmentId', code: 'form-without-department' }]);
    const unknown = await as(desk.head, 'patch', 'complaint-form', {
      ...change,
      revision,
      handlingDepartmentId: uuid(),
    }).expect(400);
    expect(unknown.body.code).toBe('unknown-department');
    await as(desk.rep, 'get', 'complaint-form').expect(403);
    const { body } = await as(admin, 'get', 'audit');
    expect(body.entries).toMatchObject([{ act: 'complaint-form.changed', entity: 'complaint_form' }]);
  });
});
