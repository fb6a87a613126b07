import { addDays, type CalendarLayer, usualCallRules, type WorkingCalendar } from '@forecall/domain';
import { bookOf, type Company } from './company.query.js';
import { planCompany } from './plan-company.js';
import type { AccountToCall, OpenCall } from './plan-input.query.js';

// A Monday, at nine in Shanghai.
const today = '2026-03-02';
const now = new Date('2026-03-02T01:00:00Z');
const zone = 'Asia/Shanghai';

const account = (more: Partial<AccountToCall> = {}): AccountToCall => ({
  ...{ id: 'account', class: 'loyal', days: 14, anchor: addDays(today, -14), repInCare: 'ann', support: [] },
  ...{ isSilent: false, health: 100, band: 'good', zone: null, country: null, region: null, week: null },
  ...more,
});
const openCall = (dueOn: string, more: Partial<OpenCall> = {}): OpenCall => ({
  ...{
    id: 'open',
    accountId: 'account',
    dueOn,
    staffId: 'ann',
    slotAt: null,
    isFixed: false,
    isTouched: false,
    revision: 1,
  },
  ...more,
});
const closed = (...days: string[]): CalendarLayer => ({
  days: new Map(days.map((day) => [day, { day, kind: 'holiday' }])),
});

function company(
  told: Partial<Pick<Company, 'accounts' | 'open'>> & { layers?: CalendarLayer[]; own?: WorkingCalendar } = {},
): Company {
  const { accounts = [account()], open = [], layers = [], own } = told;
  const organisation: WorkingCalendar = { zone, layers, leaves: [] };
  const calendars = {
    ofUnit: () => organisation,
    departmentOf: () => null,
    ofStaff: new Map(own ? [['ann', own]] : []),
  } as unknown as Company['calendars'];
  return {
    ...{ now, today, settings: usualCallRules, accounts, open, calendars, grace: { until: (day) => day } },
    colleagues: [{ id: 'ann', teamId: 'team', callsPerDay: null }],
    ...bookOf(calendars, today),
  };
}

const firstOf = (asked: Company) => {
  const { plan, due } = planCompany(asked);
  const [first] = plan.placements;
  return { dueOn: due[0]?.dueOn, on: first?.on, late: first?.workingDaysLate };
};

describe('the plan of a company', () => {
  it('counts all working days of a call that is 60 days overdue', () => {
    // The 1st of January was a Thursday: 42 weekdays from the day after it to the 2nd of March.
    const accounts = [account({ days: 90 })];
    expect(firstOf(company({ accounts, open: [openCall('2026-01-01')] }))).toEqual({
      ...{ dueOn: '2026-01-01', on: today, late: 42 },
    });
  });

  it('counts no day of two weeks in which the company was closed', () => {
    const days = Array.from({ length: 14 }, (_, n) => addDays('2026-02-16', n));
    const layers = [closed(...days)];
    const open = [openCall('2026-02-12')];
    // Friday the 13th, and this Monday.
    expect(firstOf(company({ accounts: [account({ days: 30 })], open, layers }))).toMatchObject({ on: today, late: 2 });
    // Due in the closed weeks it came to lie on the first day after them.
    expect(firstOf(company({ accounts: [account({ anchor: '2026-02-04' })], layers }))).toEqual({
      ...{ dueOn: today, on: today, late: 0 },
    });
  });

  it('has an account due when its cadence says, however long ago', () => {
    const accounts = [account({ days: 60, anchor: '2025-11-24' })];
    // 60 days after the 24th of November is Friday the 23rd of January.
    expect(firstOf(company({ accounts }))).toEqual({ dueOn: '2026-01-23', on: today, late: 26 });
  });

  it('has one overdue call of an account that nobody called for a year, which the next plan does not give up', () => {
    const accounts = [account({ anchor: '2025-03-05' })];
    const { due, missed } = planCompany(company({ accounts }));
    expect(due.map(({ dueOn }) => dueOn).filter((day) => day < today)).toHaveLength(1);
    expect(missed).toEqual([]);
    const open = due.map(({ dueOn }, n) => openCall(dueOn, { id: `open ${n}` }));
    const again = planCompany(company({ accounts, open }));
    expect(again.missed).toEqual([]);
    expect(again.dropped).toEqual([]);
    expect(again.due.map(({ dueOn }) => dueOn)).toEqual(due.map(({ dueOn }) => dueOn));
  });

  it('leaves a caller in the west the rest of their day, which is yesterday for the organisation', () => {
    // Ann in San Francisco: Sunday at five in the afternoon, at which she works.
    const week = Array.from({ length: 7 }, () => [{ fromMinute: 8 * 60, toMinute: 20 * 60 }]);
    const own = { zone: 'America/Los_Angeles', layers: [{ week, days: new Map() }], leaves: [] } as WorkingCalendar;
    const slotAt = new Date('2026-03-02T02:00:00Z');
    const open = [openCall('2026-03-01', { slotAt })];
    const { plan } = planCompany(company({ open, own }));
    expect(plan.placements[0]).toMatchObject({ on: '2026-03-01', startMs: slotAt.getTime(), workingDaysLate: 0 });
    expect(plan.moved).toEqual([]);
  });

  it('keeps to the hours over there while clocks change, to their holidays, and to make-up workdays of both', async () => {
    const morning = [{ fromMinute: 9 * 60, toMinute: 11 * 60 }];
    const week = [morning, morning, morning, morning, morning, [], []];
    const berlin = account({ ...{ zone: 'Europe/Berlin', country: 'DE', week, days: 1, anchor: '2026-03-22' } });
    const here = account({ id: 'here', country: 'CN', days: 1, anchor: '2026-02-24' });
    // Ann works late, and on the Saturday that makes up for the Spring Festival.
    const long = [{ fromMinute: 9 * 60, toMinute: 22 * 60 }];
    const layer: CalendarLayer = {
      week: [long, long, long, long, long, [], []],
      days: new Map([['2026-02-28', { day: '2026-02-28', kind: 'make-up' }]]),
    };
    const begin = '2026-02-25';
    const asked = company({ accounts: [berlin, here], layers: [layer] });
    const early = { ...asked, ...bookOf(asked.calendars, begin), today: begin, now: new Date(`${begin}T00:00:00Z`) };
    await early.book.readHolidays([berlin, here]);
    const { plan } = planCompany(early);
    const daysOf = (id: string) => plan.placements.filter(({ callId }) => callId.startsWith(`${id} `));
    const local = (startMs: number) =>
      new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' }).format(
        startMs,
      );
    const there = daysOf('account').map(({ startMs }) => local(startMs));
    // The clocks went forward on the 29th of March; Good Friday and Easter Monday are nobody's working days there.
    expect(there.filter((time) => time < '2026-04-08')).toEqual(
      ['03-23', '03-24', '03-25', '03-26', '03-27', '03-30', '03-31', '04-01', '04-02', '04-07'].map(
        (day) => `2026-${day} 09:00`,
      ),
    );
    const dates = daysOf('here').map(({ on }) => on);
    expect(dates).toContain('2026-02-28');
    expect(dates).not.toContain('2026-03-01');
    expect(dates).not.toContain('2026-04-06');
  });

  it('is the same for the same company, whatever ids its rows have', () => {
    const accounts = ['one', 'two', 'three'].map((id) => account({ id }));
    const rows = (ids: string[]) => accounts.map(({ id }, n) => openCall(today, { id: ids[n]!, accountId: id }));
    const one = planCompany(company({ accounts, open: rows(['a', 'b', 'c']) }));
    const other = planCompany(company({ accounts, open: rows(['c', 'b', 'a']) }));
    expect(other.plan).toEqual(one.plan);
  });
});
