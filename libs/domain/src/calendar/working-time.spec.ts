import fc from 'fast-check';
import { addDays } from './day.js';
import type { WorkingCalendar } from './working-calendar.js';
import { dayPlan } from './working-calendar.js';
import {
  addWorkingSeconds,
  isWorkingAt,
  nextWorkingMoment,
  workingIntervals,
  workingSecondsBetween,
} from './working-time.js';
import type { LocalInterval, WorkingWeek } from './working-week.js';

const minuteMs = 60_000;
const h = (from: number, to: number): LocalInterval => ({ fromMinute: from * 60, toMinute: to * 60 });
const whole = Array.from({ length: 7 }, () => [h(0, 24)]);

const calendarOf = (zone: string, week: WorkingWeek, holidays: readonly string[] = []): WorkingCalendar => ({
  zone,
  layers: [{ week, days: new Map(holidays.map((day) => [day, { day, kind: 'holiday' }])) }],
  leaves: [],
});
const office = calendarOf(
  'Asia/Shanghai',
  [...Array.from({ length: 5 }, () => [h(9, 12), h(13, 18)]), [], []],
  ['2026-10-01', '2026-10-02'],
);
const at = (text: string) => new Date(text);

describe('working time', () => {
  it.each([
    ['2026-11-23T08:59:59+08:00', false],
    ['2026-11-23T09:00:00+08:00', true],
    ['2026-11-23T12:00:00+08:00', false],
    ['2026-11-23T17:59:59+08:00', true],
    ['2026-11-22T10:00:00+08:00', false],
    ['2026-10-01T10:00:00+08:00', false],
  ])('at %s: %s', (text, working) => {
    expect(isWorkingAt(office, at(text))).toBe(working);
  });

  it.each([
    ['over lunch', '2026-11-23T11:30:00+08:00', 1, '2026-11-23T13:30:00+08:00'],
    ['over a weekend', '2026-11-20T17:00:00+08:00', 2, '2026-11-23T10:00:00+08:00'],
    ['over holidays', '2026-09-30T17:30:00+08:00', 1, '2026-10-05T09:30:00+08:00'],
    ['from a night', '2026-11-22T23:00:00+08:00', 8, '2026-11-23T18:00:00+08:00'],
    ['of nothing', '2026-11-22T23:00:00+08:00', 0, '2026-11-22T23:00:00+08:00'],
  ])('is added %s', (_, from, hours, to) => {
    expect(addWorkingSeconds(office, at(from), hours * 3600)).toEqual(at(to));
    expect(workingSecondsBetween(office, at(from), at(to))).toBe(hours * 3600);
  });

  it('begins next', () => {
    expect(nextWorkingMoment(office, at('2026-11-21T10:00:00+08:00'))).toEqual(at('2026-11-23T09:00:00+08:00'));
    expect(nextWorkingMoment(office, at('2026-11-23T10:00:00+08:00'))).toEqual(at('2026-11-23T10:00:00+08:00'));
  });

  it('of a calendar without any is never found', () => {
    const never = calendarOf('Asia/Shanghai', [[], [], [], [], [], [], []]);
    const now = at('2026-11-23T10:00:00+08:00');
    expect(nextWorkingMoment(never, now)).toBeUndefined();
    expect(addWorkingSeconds(never, now, 1)).toBeUndefined();
    expect(workingSecondsBetween(never, now, at('2027-11-23T10:00:00+08:00'))).toBe(0);
  });

  const hoursOf = (zone: string, week: WorkingWeek, day: string) =>
    workingIntervals(calendarOf(zone, week), day).reduce((sum, { from, to }) => sum + to - from, 0) / 3_600_000;

  it.each([
    ['Europe/Dublin', '2026-03-29', 23],
    ['Europe/Dublin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Asia/Shanghai', '2026-10-25', 24],
    // Samoa crossed the date line: this day did not exist.
    ['Pacific/Apia', '2011-12-30', 0],
    // Brazil's summer time began at midnight.
    ['America/Sao_Paulo', '2018-11-04', 23],
  ])('of a whole day in %s on %s is %d h', (zone, day, hours) => {
    expect(hoursOf(zone, whole, day)).toBe(hours);
  });

  const nights: WorkingWeek = Array.from({ length: 7 }, () => [h(1.5, 2.5), h(2.5, 6)]);
  it.each([
    // 02:00 to 03:00 does not exist: work from 01:30 to 02:00, and on from 03:00.
    ['2026-03-08', ['06:30', '07:00'], ['07:00', '10:00']],
    // 01:00 to 02:00 comes twice: work begins at the first 01:30 and goes on through the second.
    ['2026-11-01', ['05:30', '07:30'], ['07:30', '11:00']],
  ])('over a change of the clocks in New York, %s', (day, ...expected) => {
    const shown = workingIntervals(calendarOf('America/New_York', nights), day).map(({ from, to }) =>
      [from, to].map((instant) => new Date(instant).toISOString().slice(11, 16)),
    );
    expect(shown).toEqual(expected);
  });
});

/** A second way to the same answer: every minute is asked what a clock on the wall shows then. */
const walls = new Map<string, { day: string; minute: number }>();
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock;
}
function wallAt(instant: number, zone: string): { day: string; minute: number } {
  const key = `${zone} ${instant}`;
  let wall = walls.get(key);
  if (!wall) {
    const text = clockOf(zone).format(instant);
    wall = { day: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
    walls.set(key, wall);
  }
  return wall;
}

/** The working minutes between two instants, each by its beginning. */
function slowMinutes(calendar: WorkingCalendar, from: number, to: number): number[] {
  const working: number[] = [];
  let day = '';
  let plan: readonly LocalInterval[] = [];
  let latest = 0;
  for (let instant = from - 1440 * minuteMs - 120 * minuteMs; instant < to; instant += minuteMs) {
    const wall = wallAt(instant, calendar.zone);
    if (wall.day !== day) {
      ({ day } = wall);
      plan = dayPlan(calendar, day).intervals;
      latest = 0;
    }
    // A time of day has come as soon as the clock has shown it or more.
    latest = Math.max(latest, wall.minute);
    const now = latest;
    if (instant >= from && plan.some((interval) => interval.fromMinute <= now && now < interval.toMinute))
      working.push(instant);
  }
  return working;
}

const zonesWithChanges = {
  'Asia/Shanghai': ['2026-03-29', '2026-10-01'],
  'Europe/Dublin': ['2026-03-29', '2026-10-25'],
  'America/New_York': ['2026-03-08', '2026-11-01'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
} as const;

const someHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, n) =>
      n % 2 === 0 && edges[n + 1] ? [{ fromMinute: from * 15, toMinute: edges[n + 1]! * 15 }] : [],
    ),
  );

const someWorld = fc
  .constantFrom(...(Object.keys(zonesWithChanges) as (keyof typeof zonesWithChanges)[]))
  .chain((zone) =>
    fc.record({
      zone: fc.constant(zone),
      change: fc.constantFrom(...zonesWithChanges[zone]),
      week: fc.array(someHours, { minLength: 7, maxLength: 7 }),
      holiday: fc.integer({ min: -3, max: 3 }),
      startMinutes: fc.integer({ min: -2 * 1440, max: 1440 }),
      lengthMinutes: fc.integer({ min: 0, max: 4 * 1440 }),
      workMinutes: fc.integer({ min: 1, max: 2400 }),
    }),
  );

describe('working time, minute by minute', () => {
  const inWorld = (check: (calendar: WorkingCalendar, start: number, length: number, work: number) => void) =>
    fc.assert(
      fc.property(someWorld, ({ zone, change, week, holiday, startMinutes, lengthMinutes, workMinutes }) => {
        const calendar = calendarOf(zone, week, [addDays(change, holiday)]);
        const start = Date.parse(`${change}T00:00:00Z`) + startMinutes * minuteMs;
        check(calendar, start, lengthMinutes * minuteMs, workMinutes * minuteMs);
      }),
      { numRuns: 80 },
    );

  it('is the same between two instants', () => {
    inWorld((calendar, start, length) => {
      const minutes = slowMinutes(calendar, start, start + length);
      expect(workingSecondsBetween(calendar, new Date(start), new Date(start + length))).toBe(minutes.length * 60);
      for (const minute of minutes.slice(0, 50)) expect(isWorkingAt(calendar, new Date(minute))).toBe(true);
    });
  });

  it('is the same when added', () => {
    inWorld((calendar, start, _, work) => {
      const due = addWorkingSeconds(calendar, new Date(start), work / 1000);
      if (!due) {
        expect(calendar.layers[0]!.week!.every((hours) => hours.length === 0)).toBe(true);
        return;
      }
      if (due.getTime() - start > 10 * 1440 * minuteMs) return;
      const minutes = slowMinutes(calendar, start, due.getTime());
      expect(minutes.length).toBe(work / minuteMs);
      // It is the first such instant: the minute before it is work.
      expect(minutes.at(-1)).toBe(due.getTime() - minuteMs);
    });
  });

  it('begins next at the first working minute', () => {
    inWorld((calendar, start, length) => {
      const [first] = slowMinutes(calendar, start, start + length);
      const next = nextWorkingMoment(calendar, new Date(start));
      if (first !== undefined) expect(next).toEqual(new Date(first));
      else if (next) expect(next.getTime()).toBeGreaterThanOrEqual(start + length);
    });
  });
});
