import { v7 as uuid } from 'uuid';
import type { BoardSnapshot } from '@forecall/contracts';
import { type BoardWindow, localDay } from '@forecall/domain';
import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const zone = 'Asia/Shanghai';
const minute = 60_000;
const week = 7 * 24 * 60 * minute;
/** Ten minutes before now, so that no window of an hour is left meanwhile. */
const anchor = Date.now() - 10 * minute;
const weeksAgo = (weeks: number) => new Date(anchor - weeks * week);

describe('the usual level of a board', () => {
  let test: TestApp;
  let executive: SignedIn;
  const departments = { ordinary: '', alwaysOpen: '', withOwnHoliday: '' };
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    executive = await aSignIn(test.database, { role: 'executive' });
    for (const name of Object.keys(departments) as (keyof typeof departments)[]) {
      departments[name] = await aDepartment(test.database, { name });
      for (let weeks = 1; weeks <= 8; weeks += 1) await contacts(departments[name], weeks, 4);
    }
    const [organisation, own] = [await calendar(null, null), await calendar(departments.withOwnHoliday, null)];
    await calendar(departments.alwaysOpen, false);
    await dated(organisation, 5, 'holiday');
    await dated(organisation, 6, 'closed');
    await dated(own, 3, 'holiday');
    // Holidays are unlike other days: 100 of their 200 contacts are complaints.
    for (const department of Object.values(departments)) await complaints(department, 5, 100);
    await complaints(departments.withOwnHoliday, 3, 100);
  });
  afterAll(() => test.close());

  /** 200 handled contacts, some of them complaints. */
  const contacts = (departmentId: string, weeks: number, of: number) =>
    test.database.change(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at,
         handling_department_id, answerable_department_id, first_sha256, complaint_mark)
       SELECT id, id, 'phone', 'in', 'service', 'handled', $2, $2, $1, $1, '\\x00', CASE WHEN n <= $3 THEN 1 ELSE 0 END
       FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 200) n) made`,
      [departmentId, weeksAgo(weeks), of],
    );
  const complaints = async (departmentId: string, weeks: number, of: number) => {
    await test.database.change('DELETE FROM contact WHERE handling_department_id = $1 AND ended_at = $2', [
      ...[departmentId, weeksAgo(weeks)],
    ]);
    await contacts(departmentId, weeks, of);
  };
  const calendar = async (departmentId: string | null, keepsHolidays: boolean | null) => {
    const id = uuid();
    await test.database.change('INSERT INTO calendar (id, department_id, keeps_holidays) VALUES ($1, $2, $3)', [
      ...[id, departmentId, keepsHolidays],
    ]);
    return id;
  };
  const dated = (calendarId: string, weeks: number, kind: string) =>
    test.database.change(
      `INSERT INTO calendar_exception (id, calendar_id, day, kind, name_en, name_zh, source)
       VALUES ($1, $2, $3, $4, 'Harbour day', '海港日', 'by-hand')`,
      [uuid(), calendarId, localDay(weeksAgo(weeks), zone), kind],
    );
  const usualOf = async (window: BoardWindow) => {
    const { body } = await test.http.get('/api/board').query({ window }).set('Cookie', executive.cookie).expect(200);
    const { tiles } = body as BoardSnapshot;
    return Object.fromEntries(
      Object.entries(departments).map(([name, id]) => [
        name,
        tiles.find(({ departmentId }) => departmentId === id)?.usual,
      ]),
    );
  };

  it('is of the same weekdays without the holidays of the department or, where it keeps them, the organisation', async () => {
    const basis = 'same weekdays';
    expect(await usualOf('h1')).toEqual({
      // Seven weeks of 200 with 4 complaints each: 28 / 1400.
      ordinary: { value: 0.02, n: 1400, basis },
      // Works on holidays, so they are days as others: (7 x 4 + 100) / 1600.
      alwaysOpen: { value: 0.08, n: 1600, basis },
      // Two holidays left out: 24 / 1200.
      withOwnHoliday: { value: 0.02, n: 1200, basis },
    });
  });

  it('leaves holidays out of a window of many days as well', async () => {
    // The 28 days that ended 28 days ago hold the weeks 4 to 7, those before them week 8; week 5 was the holiday.
    expect((await usualOf('d28'))['ordinary']).toMatchObject({ value: 0.02, n: 800 });
    expect((await usualOf('d28'))['alwaysOpen']).toMatchObject({ value: 0.116, n: 1000 });
  });
});
