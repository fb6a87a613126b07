import fc from 'fast-check';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import {
  type Clock,
  clockPresets,
  clockRemainingMs,
  clockShare,
  clockState,
  clockTimes,
  clockUnits,
  presetOf,
} from './clock.js';

const office = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 780, toMinute: 1080 },
];
const shanghai: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  layers: [
    {
      week: [office, office, office, office, office, [], []],
      days: new Map([['2026-02-16', { day: '2026-02-16', kind: 'holiday' }]]),
    },
  ],
  leaves: [],
};
const never: WorkingCalendar = { zone: 'Asia/Shanghai', layers: [], leaves: [] };
const iso = ({ dueSoonAt, dueAt }: { dueSoonAt: Date; dueAt: Date }) =>
  [dueSoonAt, dueAt].map((at) => at.toISOString().slice(0, 16));
// Friday before a holiday on Monday, half past three in the afternoon.
const friday = new Date('2026-02-13T15:30:00+08:00');

describe('a promised time', () => {
  // Stood from Friday 16:00 until Tuesday 10:00: 90 h, of which 2 h of Friday and 1 h of Tuesday were worked, and four
  // days began, of them one working day.
  const pause = { from: new Date('2026-02-13T16:00:00+08:00'), to: new Date('2026-02-17T10:00:00+08:00') };

  it.each([
    ['24 h that pass: 90 h more', { unit: 'elapsed', amount: 86_400 }, '2026-02-18T01:30'],
    // 0.5 h on Friday, then 3.5 h from Tuesday 10:00 on, with an hour at noon.
    ['4 h of work', { unit: 'business-time', amount: 14_400 }, '2026-02-17T06:30'],
    ['a working day: one more', { unit: 'working-days', amount: 1 }, '2026-02-18T16:00'],
    ['30 days: four more', { unit: 'calendar-days', amount: 30 }, '2026-03-19T16:00'],
  ] as const)('with a pause, of %s', (_, rule, due) => {
    expect(iso(clockTimes(rule, shanghai, friday, [pause]))[1]).toBe(due);
  });

  it('is that of a published rule where both are', () => {
    expect(presetOf(clockPresets['rg-271'])).toBe('rg-271');
    expect(presetOf({ ...clockPresets['rg-271'], answer: { unit: 'calendar-days', amount: 29 } })).toBeUndefined();
  });

  it.each([
    ['24 h that pass', { unit: 'elapsed', amount: 86_400 }, ['2026-02-13T19:30', '2026-02-14T07:30']],
    // 4 h of work: 2.5 on Friday, 1.5 on Tuesday; half of them on Friday.
    ['4 h of work', { unit: 'business-time', amount: 14_400 }, ['2026-02-13T09:30', '2026-02-17T02:30']],
    // The end of Tuesday; 10.5 h of work until then, half of them by Tuesday 11:45.
    ['a working day', { unit: 'working-days', amount: 1 }, ['2026-02-17T03:45', '2026-02-17T16:00']],
    ['30 days', { unit: 'calendar-days', amount: 30 }, ['2026-02-28T11:45', '2026-03-15T16:00']],
  ] as const)('of %s', (_, rule, expected) => {
    expect(iso(clockTimes(rule, shanghai, friday))).toEqual(expected);
  });

  it.each([
    ['ASIC RG 271', 'rg-271', ['2026-02-14T07:30', '2026-03-15T16:00']],
    ['FCA DISP 1.6', 'disp-1-6', ['2026-02-17T16:00', '2026-04-10T16:00']],
  ] as const)('of %s', (_, preset, expected) => {
    const { acknowledgement, answer } = clockPresets[preset];
    const due = [acknowledgement, answer].map((rule) => iso(clockTimes(rule, shanghai, friday))[1]);
    expect(due).toEqual(expected);
  });

  it('is never missing, even where nobody works', () => {
    expect(iso(clockTimes({ unit: 'business-time', amount: 7200 }, never, friday))[1]).toBe('2026-02-13T09:30');
    expect(iso(clockTimes({ unit: 'working-days', amount: 2 }, never, friday))[1]).toBe('2026-02-15T16:00');
  });
});

describe('a clock', () => {
  const clock = (changes: Partial<Clock> = {}): Clock => ({
    ...{ startedAt: 0, dueSoonAt: 500, dueAt: 1000, metAt: null, pausedAt: null, endedAt: null },
    ...changes,
  });

  it.each([
    ['running', clock(), 499],
    ['watch', clock(), 500],
    ['over', clock(), 1000],
    ['paused', clock({ pausedAt: 400 }), 2000],
    ['met', clock({ pausedAt: 400, metAt: 500 }), 2000],
    ['met', clock({ metAt: 999 }), 5000],
    ['met-late', clock({ metAt: 1000 }), 5000],
    ['ended', clock({ endedAt: 1200 }), 5000],
    ['met', clock({ metAt: 400, endedAt: 1200 }), 5000],
  ] as const)('is %s', (state, given, now) => {
    expect(clockState(given, now)).toBe(state);
  });

  it('has a rest, and a share that is used', () => {
    expect(clockRemainingMs(clock(), 300)).toBe(700);
    expect(clockRemainingMs(clock(), 1300)).toBe(-300);
    expect(clockRemainingMs(clock({ metAt: 900 }), 5000)).toBe(100);
    expect(clockRemainingMs(clock({ pausedAt: 400 }), 5000)).toBe(600);
    expect([0, 250, 500, 750, 1000, 2000].map((now) => clockShare(clock(), now))).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
    expect(clockShare(clock({ dueSoonAt: 900 }), 450)).toBe(0.25);
  });

  it('is half used between its start and its due time, whatever it counts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockUnits),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 365 * 1440 }),
        (unit, many, minute) => {
          const start = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
          const amount = unit.endsWith('days') ? many : many * 3600;
          const { dueSoonAt, dueAt } = clockTimes({ unit, amount }, shanghai, start);
          expect(dueSoonAt.getTime()).toBeGreaterThanOrEqual(start.getTime());
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(dueSoonAt.getTime());
          expect(dueAt.getTime()).toBeGreaterThan(start.getTime());
        },
      ),
      { numRuns: 200 },
    );
  });
});
