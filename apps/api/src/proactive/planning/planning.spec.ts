import { addDays, localDay, weekdayOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { morningZone } from '../../testing/morning-zone.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { planIfAsked } from './plan-if-asked.js';
import { PlannerService } from './planner.service.js';

const zone = morningZone();

interface Planned {
  readonly id: string;
  readonly accountId: string;
  readonly dueOn: string;
  readonly staffId: string | null;
  readonly slotAt: Date | null;
  readonly onDay: string | null;
  readonly state: string;
  readonly unplaced: string | null;
}

describe('the plan of proactive calls', () => {
  let test: TestApp;
  let desk: Desk;
  let colleagueId: string;
  const accounts: string[] = [];
  const today = localDay(new Date(), zone);
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    colleagueId = (await aColleague(test.database, desk)).staffId;
    for (let n = 0; n < 6; n += 1) accounts.push(await aKeyAccount());
  });
  afterAll(() => test.close());

  /** Loyal since 14 days ago, in the care of the desk's rep: due today, or on the next working day. */
  async function aKeyAccount(): Promise<string> {
    const id = await anAccount(test.database);
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '14 days')`,
      [uuid(), id],
    );
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '14 days')`,
      [uuid(), id, desk.rep.staffId],
    );
    return id;
  }

  const planned = (where = 'true', values: unknown[] = []) =>
    test.database.rows<Planned>(
      `SELECT id, account_id AS "accountId", due_on::text AS "dueOn", staff_id AS "staffId", slot_at AS "slotAt",
         on_day::text AS "onDay", state, unplaced FROM planned_call WHERE ${where} ORDER BY account_id, due_on`,
      values,
    );
  const plan = () => planIfAsked(test.database, new Date());
  const places = async () =>
    new Map((await planned()).map(({ id, staffId, slotAt }) => [id, `${staffId} ${slotAt?.toISOString()}`]));

  it('is asked for by whatever it depends on, and made once for all who asked', async () => {
    const outcomes = await Promise.all([plan(), plan(), plan()]);
    const made = outcomes.filter((outcome) => outcome !== undefined);
    expect(made).toMatchObject([{ accounts: 6, late: 0, unplaced: 0, missed: 0 }]);
    expect(await plan()).toBeUndefined();
  });

  it('has each account called on working days of both, 14 days apart, by its rep, in common hours', async () => {
    for (const accountId of accounts) {
      const calls = await planned('account_id = $1', [accountId]);
      const firstDue = [0, 1, 2].map((days) => addDays(today, days)).find((day) => weekdayOf(day) < 5);
      expect(calls[0]?.dueOn).toBe(firstDue);
      expect(calls.length).toBeGreaterThanOrEqual(6);
      for (const { dueOn, staffId, slotAt, onDay } of calls) {
        expect(weekdayOf(dueOn)).toBeLessThan(5);
        expect(weekdayOf(onDay ?? '')).toBeLessThan(5);
        expect(onDay! <= dueOn).toBe(true);
        expect(staffId).toBe(desk.rep.staffId);
        const hour = Number(
          new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(slotAt!),
        );
        expect(hour).toBeGreaterThanOrEqual(9);
        expect(hour).toBeLessThan(18);
      }
    }
    const twice = await test.database.rows('SELECT FROM planned_call GROUP BY staff_id, slot_at HAVING count(*) > 1');
    expect(twice).toEqual([]);
  });

  it('writes nothing where nothing differs, not even a lock', async () => {
    const written = () => test.database.rows('SELECT id, xmin::text, xmax::text FROM planned_call ORDER BY id');
    const before = await written();
    await test.database.change('INSERT INTO plan_ask DEFAULT VALUES');
    expect(await plan()).toMatchObject({ moved: 0 });
    expect(await written()).toEqual(before);
  });

  it('moves nobody else’s calls when somebody is away, and as few as it can', async () => {
    const before = await places();
    const away = (await planned(`on_day > $1`, [today])).map(({ onDay }) => onDay!).toSorted()[0]!;
    await test.database.change(`INSERT INTO leave (id, staff_id, "from", "to", kind) VALUES ($1, $2, $3, $3, 'sick')`, [
      uuid(),
      desk.rep.staffId,
      away,
    ]);
    expect(await plan()).toMatchObject({ late: 0 });
    const after = await places();
    const moved = [...before].filter(([id, place]) => after.get(id) !== place).map(([id]) => id);
    const onThatDay = (await planned('on_day = $1', [away])).map(({ staffId }) => staffId);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThanOrEqual(6);
    expect(onThatDay).not.toContain(desk.rep.staffId);
    await test.database.change('DELETE FROM leave');
    await plan();
  });

  it('keeps to the hours of the person who is called first, and to the holidays of their country', async () => {
    const [accountId] = accounts;
    await test.database.change(
      `INSERT INTO person (id, account_id, name, call_order, zone, calling_week) VALUES ($1, $2, 'Anna', 1, $3, $4)`,
      [
        uuid(),
        accountId,
        zone,
        JSON.stringify([...Array.from({ length: 5 }, () => [{ fromMinute: 540, toMinute: 660 }]), [], []]),
      ],
    );
    await test.database.change(`UPDATE account SET country = 'DE' WHERE id = $1`, [accountId]);
    expect(await plan()).toMatchObject({ unplaced: 0 });
    const calls = await planned('account_id = $1', [accountId]);
    const hours = calls.map(({ slotAt }) =>
      Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(slotAt!)),
    );
    expect(hours.every((hour) => hour === 9 || hour === 10)).toBe(true);
    expect(calls.map(({ onDay }) => onDay?.slice(5))).not.toContain('12-25');
  });

  it('says why somebody cannot be called, and calls nobody who asked not to be', async () => {
    const [, accountId] = accounts;
    await test.database.change(
      `INSERT INTO person (id, account_id, name, do_not_call_since) VALUES ($1, $2, 'Bo', now())`,
      [uuid(), accountId],
    );
    await plan();
    expect(new Set((await planned('account_id = $1', [accountId])).map(({ unplaced }) => unplaced))).toEqual(
      new Set(['no-caller']),
    );
  });

  it('gives a call that was never made up when the next is due, and drops what nobody is to get any more', async () => {
    const [, , late, gone] = accounts;
    await test.database.change(
      `UPDATE planned_call SET due_on = due_on - 35, earliest_on = due_on - 37
       WHERE id = (SELECT id FROM planned_call WHERE account_id = $1 ORDER BY due_on LIMIT 1)`,
      [late],
    );
    await test.database.change('UPDATE account_class SET "to" = now() WHERE account_id = $1', [gone]);
    expect(await plan()).toMatchObject({ missed: 1, accounts: 5 });
    const states = (await planned('account_id = $1', [late])).map(({ state }) => state);
    expect([states[0], new Set(states.slice(1))]).toEqual(['missed', new Set(['planned'])]);
    expect(await planned('account_id = $1', [gone])).toEqual([]);
  });

  it('moves work to colleagues where one has less time than calls', async () => {
    // The call that was given up is followed by one that is due by now: nobody can make that in time.
    await test.database.change('INSERT INTO caller_capacity VALUES ($1, 1)', [desk.rep.staffId]);
    expect(await plan()).toMatchObject({ late: 1 });
    const byColleague = await planned('staff_id <> $1', [desk.rep.staffId]);
    expect(byColleague.length).toBeGreaterThan(0);
    expect(byColleague.map(({ staffId }) => staffId)).toContain(colleagueId);
    const perDay = await test.database.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM planned_call WHERE staff_id = $1 AND slot_at > now() GROUP BY on_day ORDER BY n DESC',
      [desk.rep.staffId],
    );
    expect(perDay[0]?.n).toBe(1);
  });

  it('is made in a thread of its own', async () => {
    await test.database.change('UPDATE cadence SET days = days');
    await test.database.change('INSERT INTO plan_ask DEFAULT VALUES');
    const planner = test.app.get(PlannerService);
    await planner.look();
    expect(await test.database.first('SELECT FROM plan_ask')).toBeDefined();
    await planner['thread'].plan();
    expect(await test.database.first('SELECT FROM plan_ask')).toBeUndefined();
  });
});
