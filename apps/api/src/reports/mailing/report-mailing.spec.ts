import type { SavedReport } from '@forecall/contracts';
import { Logger } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { Jobs } from '../../platform/jobs/jobs.js';
import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { aContact } from '../../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { ReportMailingService } from './report-mailing.service.js';

describe('a report that is mailed', () => {
  let server: MailServer;
  let test: TestApp;
  let executive: SignedIn;
  let head: SignedIn;
  let report: SavedReport;
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  beforeAll(async () => {
    server = await aMailServer();
    const settings = {
      SMTP_URL: server.url,
      MAIL_FROM: 'forecall@beichen.test',
      PUBLIC_URL: 'https://care.beichen.test',
    };
    test = await createTestApp(settings);
    await anOrganisation(test.database, { zone: 'Europe/Berlin' });
    const departments = [await aDepartment(test.database, { name: 'Billing' }), await aDepartment(test.database)];
    executive = await aSignIn(test.database, { role: 'executive' });
    head = await aSignIn(test.database, { role: 'head', unitId: departments[0] });
    for (const departmentId of [departments[0]!, departments[0]!, departments[1]!])
      await aContact(test.database, { departmentId, endedAt: new Date('2026-03-10T09:00:00Z') });
  });
  afterAll(async () => {
    warned.mockRestore();
    await test.close();
    await server.close();
  });

  const from = (who: SignedIn) => ({ Cookie: who.cookie, Origin: 'https://care.beichen.test' });
  const change = (told: object) =>
    test.http
      .patch(`/api/reports/${report.id}`)
      .set(from(executive))
      .send({ revision: report.revision, ...told });
  const recipients = () => [
    { staffId: head.staffId, locale: 'zh' },
    { staffId: executive.staffId, locale: 'en' },
  ];
  const mondays = () => ({ weekday: 1, time: '07:30', recipients: recipients() });
  /** As if its time had come so many hours ago. */
  const comesDue = (hours = 0) =>
    test.database.change(`UPDATE report_mailing SET next_at = now() - make_interval(hours => $1, secs => 1)`, [hours]);
  const look = () => test.app.get(ReportMailingService).look(new Date());
  const letters = async () => {
    server.taken.length = 0;
    await test.app.get(Jobs).runDue({ later: true });
    return server.taken.toSorted((a, b) => String(a.text).localeCompare(String(b.text)));
  };

  it('is set by its owner, for people who may open reports', async () => {
    const { body } = await test.http
      .post('/api/reports')
      .set(from(executive))
      .send({
        name: 'Contacts by department',
        definition: { metrics: ['handled'], period: '2026-03-01..2026-03-31', by: ['department'] },
      })
      .expect(201);
    report = body as SavedReport;
    const admin = await aSignIn(test.database, { role: 'admin' });
    const refused = await change({ mailing: { ...mondays(), recipients: [{ staffId: admin.staffId, locale: 'en' }] } });
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'no-report-reader' }]);
    await change({ mailing: { ...mondays(), dayOfMonth: 3 } }).expect(400);
    report = (await change({ mailing: mondays() }).expect(200)).body as SavedReport;
    expect(report.mailing).toMatchObject({ weekday: 1, dayOfMonth: null, time: '07:30', lastAt: null });
    expect(report.mailing?.recipients).toHaveLength(2);
    const next = new Date(report.mailing?.nextAt ?? 0);
    expect(next.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })).toMatch(/ 07:30:00$/);
    // Not shared, and yet open to whom it is mailed to.
    await test.http.get(`/api/reports/${report.id}`).set(from(head)).expect(200);
  });

  it('goes to each with the figures of their own reach, in their language, with its file and its address', async () => {
    await comesDue(60);
    await look();
    const sent = await letters();
    expect(sent.map(({ subject }) => subject)).toEqual(
      Array(2).fill('Contacts by department, 2026-03-01 – 2026-03-31'),
    );
    const [english, chinese] = [
      sent.find(({ text }) => text?.includes('All |')),
      sent.find(({ text }) => text?.includes('合计')),
    ];
    expect(english?.text).toContain('All | 3');
    expect(english?.text).toContain(`https://care.beichen.test/reports/${report.id}`);
    expect(chinese?.text).toContain('合计 | 2');
    expect(chinese?.text).toContain('只计算您范围内的数据');
    const [attached] = chinese?.attachments ?? [];
    expect(attached?.filename).toBe('Contacts by department.csv');
    expect(parse(attached?.content ?? '', { bom: true })).toEqual([
      ['部门', '已处理数'],
      ['Billing', '2'],
      ['合计', '2'],
    ]);
    // Whatever was missed meanwhile has been made good by the one letter.
    await look();
    expect(await letters()).toEqual([]);
  });

  it('is mailed once, though two processes look at the same time', async () => {
    await comesDue();
    await Promise.all([look(), look(), look()]);
    expect(await letters()).toHaveLength(2);
  });

  it('goes to nobody who lost the role, which its owner is told once', async () => {
    await test.database.change(`UPDATE role_grant SET "to" = now() WHERE sign_in_id = $1`, [head.signInId]);
    for (const _ of [1, 2]) {
      await comesDue();
      await look();
    }
    const sent = await letters();
    expect(sent).toHaveLength(2);
    expect(sent.every(({ text }) => text?.includes('All | 3'))).toBe(true);
    const told = await test.database.rows<{ parameters: { people: string } }>(
      `SELECT staff_id, parameters FROM notification WHERE kind = 'report-not-mailed'`,
    );
    expect(told).toMatchObject([{ staff_id: executive.staffId, parameters: { report: 'Contacts by department' } }]);
    const { after } = (await test.database.first<{ after: object }>(
      `SELECT after FROM audit_entry WHERE act = 'report.mailed' ORDER BY n DESC LIMIT 1`,
    ))!;
    expect(after).toEqual({ letters: 1, lost: told[0]?.parameters.people });
  });

  it('rests while its owner may keep no reports', async () => {
    const roles = (to: string | null) =>
      test.database.change(`UPDATE role_grant SET "to" = $2::timestamptz WHERE sign_in_id = $1`, [
        executive.signInId,
        to,
      ]);
    await roles(new Date().toISOString());
    await comesDue();
    await look();
    expect(await letters()).toEqual([]);
    await roles(null);
  });

  it('rests while it is deleted, and ends when its owner says so', async () => {
    await test.http.delete(`/api/reports/${report.id}?revision=${report.revision}`).set(from(executive)).expect(204);
    await comesDue();
    await look();
    expect(await letters()).toEqual([]);
    const restored = await test.http.post(`/api/reports/${report.id}/restore`).set(from(executive)).expect(200);
    report = restored.body as SavedReport;
    await look();
    expect(await letters()).toEqual([]);
    report = (await change({ mailing: null }).expect(200)).body as SavedReport;
    expect(report.mailing).toBeNull();
  });
});
