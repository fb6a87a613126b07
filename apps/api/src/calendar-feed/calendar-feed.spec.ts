import type { CallRules, MadeCalendarFeed, OwnCalendarFeed } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../testing/desk-builders.js';
import { aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('the link of one’s own calendar', () => {
  let test: TestApp;
  let desk: Desk;
  let colleague: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    colleague = await aColleague(test.database, desk);
    await aCall('Harbour Bank', desk.rep.staffId, 1);
    await aCall('Tongda Logistics', colleague.staffId, 1);
    await aCall('Far Away Mills', desk.rep.staffId, 100);
  });
  afterAll(() => test.close());

  async function aCall(name: string, staffId: string, inDays: number): Promise<void> {
    const accountId = await anAccount(test.database, { name });
    await test.database.change(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day, revision)
       SELECT $1, $2, d, d, $3, d + time '02:20', d, 3 FROM (SELECT current_date + $4::int AS d) day`,
      [uuid(), accountId, staffId, inDays],
    );
  }
  const make = async (who: SignedIn = desk.rep) => {
    const { body } = await test.http.post('/api/calendar-feed').set('Cookie', who.cookie).send({}).expect(201);
    return new URL((body as MadeCalendarFeed).address).pathname;
  };
  const own = async () =>
    (await test.http.get('/api/calendar-feed').set('Cookie', desk.rep.cookie).expect(200)).body as OwnCalendarFeed;
  /** Lines folded at 75 octets are whole again. */
  const read = async (path: string) => {
    const answer = await test.http.get(path).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    return answer.text.replaceAll('\r\n ', '').split('\r\n');
  };

  it('shows a calendar one’s own calls of the weeks ahead, without anybody signed in', async () => {
    expect(await own()).toEqual({ madeAt: null, readAt: null, hasNames: false });
    const path = await make();
    expect(await own()).toMatchObject({ madeAt: expect.any(String) as string, readAt: null });
    const lines = await read(path);
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'SEQUENCE:2']));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('DTSTART'))).toMatch(/^DTSTART:\d{8}T022000Z$/);
    expect(lines.find((line) => line.startsWith('DTEND'))).toMatch(/T024000Z$/);
    expect(lines.find((line) => line.startsWith('URL'))).toMatch(/\/calls\?call=[0-9a-f-]{36}$/);
    expect((await own()).readAt).not.toBeNull();
  });

  it('holds no customer’s name unless the company allows it, and in the reader’s language', async () => {
    const path = await make();
    expect((await read(path)).join('\n')).not.toContain('Harbour');
    expect(await read(path)).toContain('SUMMARY:Call to a customer');
    const rules = (await test.http.get('/api/call-rules').set('Cookie', desk.head.cookie)).body as CallRules;
    const { cadences: _, ...told } = rules;
    await test.http
      .put('/api/call-rules')
      .set('Cookie', desk.head.cookie)
      .send({ ...told, namesInFeeds: true })
      .expect(200);
    expect((await own()).hasNames).toBe(true);
    await test.database.change(`UPDATE sign_in SET locale = 'zh' WHERE id = $1`, [desk.rep.signInId]);
    expect(await read(path)).toContain('SUMMARY:主动致电Harbour Bank');
  });

  it('is good until another is made, until it is ended, and until its owner may not come in', async () => {
    const first = await make();
    const second = await make();
    await test.http.get(first).expect(404);
    await read(second);
    await test.http.delete('/api/calendar-feed').set('Cookie', desk.rep.cookie).expect(204);
    await test.http.get(second).expect(404);
    const theirs = await make(colleague);
    await read(theirs);
    await test.database.change('UPDATE sign_in SET disabled_at = now() WHERE id = $1', [colleague.signInId]);
    await test.http.get(theirs).expect(404);
    await test.http.get('/api/calendar-feeds/none.ics').expect(404);
    const acts = await test.database.rows<{ act: string; after: unknown }>(
      `SELECT act, after FROM audit_entry WHERE entity = 'calendar_feed' AND by_sign_in_id = $1 ORDER BY n DESC LIMIT 2`,
      [desk.rep.signInId],
    );
    // No secret stands there.
    expect(acts).toEqual([
      { act: 'calendar-feed.revoked', after: null },
      { act: 'calendar-feed.made', after: null },
    ]);
  });

  it('is nothing for whoever makes no calls, and ends with the role that made them', async () => {
    const once = await aColleague(test.database, desk);
    const path = await make(once);
    await read(path);
    await test.database.change('UPDATE role_grant SET "to" = now() WHERE sign_in_id = $1', [once.signInId]);
    await test.http.get(path).expect(404);
    await test.http.post('/api/calendar-feed').set('Cookie', once.cookie).send({}).expect(403);
    // What they have of it they can end.
    await test.http.delete('/api/calendar-feed').set('Cookie', once.cookie).expect(204);
    const admin = await aSignIn(test.database, { role: 'admin' });
    await test.http.post('/api/calendar-feed').set('Cookie', admin.cookie).send({}).expect(403);
  });

  it('shows a call that was made early when it was made', async () => {
    const caller = await aColleague(test.database, desk);
    await aCall('Early Birds', caller.staffId, 3);
    const startedAt = new Date(Date.now() - 3_600_000);
    const endedAt = new Date(startedAt.getTime() + 7 * 60_000);
    const contactId = await aContact(test.database, { departmentId: desk.departmentId, startedAt, endedAt });
    await test.database.change(
      `UPDATE planned_call SET state = 'reached', ended_at = $2, contact_id = $3 WHERE staff_id = $1`,
      [caller.staffId, endedAt, contactId],
    );
    const stamp = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
    const lines = await read(await make(caller));
    expect(lines).toEqual(
      expect.arrayContaining([`DTSTART:${stamp(startedAt)}`, `DTEND:${stamp(endedAt)}`, 'STATUS:CONFIRMED']),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });
});
