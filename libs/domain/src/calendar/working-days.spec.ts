import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from './day.js';
import { localDay } from './local-day.js';
import type { WorkingCalendar } from './working-calendar.js';
import { addCalendarDays, addWorkingDays, isWorkingDay, nextWorkingDay, workingDayFrom } from './working-days.js';

const day = [{ fromMinute: 540, toMinute: 1080 }];
const calendar = (zone: string, holidays: string[] = []): WorkingCalendar => ({
  zone,
  layers: [
    {
      week: [day, day, day, day, day, [], []],
      days: new Map(holidays.map((date) => [date, { day: date, kind: 'holiday' }])),
    },
  ],
  leaves: [
    { from: '2026-05-18', to: '2026-05-18', fromMidday: true },
    { from: '2026-05-19', to: '2026-05-19' },
  ],
});

describe('working days', () => {
  // Good Friday and Easter Monday of 2026.
  const dublin = calendar('Europe/Dublin', ['2026-04-03', '2026-04-06']);

  it.each([
    ['Thursday noon, over Easter', '2026-04-02T11:00:00Z', 1, '2026-04-07T23:00:00Z'],
    ['a Saturday', '2026-03-28T10:00:00Z', 1, '2026-03-30T23:00:00Z'],
    ['a minute before midnight', '2026-03-30T22:59:00Z', 1, '2026-03-31T23:00:00Z'],
    ['nothing: the end of the day itself, which has 23 hours', '2026-03-29T00:00:00Z', 0, '2026-03-29T23:00:00Z'],
  ])('from %s', (_, start, days, due) => {
    expect(addWorkingDays(dublin, new Date(start), days)?.toISOString().replace('.000', '')).toBe(due);
  });

  it('are those with any work: half a day of leave leaves one', () => {
    expect(isWorkingDay(dublin, '2026-05-18')).toBe(true);
    expect(nextWorkingDay(dublin, '2026-05-18')).toBe('2026-05-20');
    expect(workingDayFrom(dublin, '2026-05-18')).toBe('2026-05-18');
  });

  it('of a calendar without any are never found', () => {
    const never: WorkingCalendar = { zone: 'UTC', layers: [], leaves: [] };
    expect(nextWorkingDay(never, '2026-01-01')).toBeUndefined();
    expect(addWorkingDays(never, new Date('2026-01-01T00:00:00Z'), 1)).toBeUndefined();
  });

  it('are counted one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const start = addDays('2026-01-01', offset);
        const due = addWorkingDays(dublin, new Date(`${start}T12:00:00Z`), days)!;
        const last = localDay(new Date(due.getTime() - 1), 'Europe/Dublin');
        let counted = 0;
        for (let date = addDays(start, 1); date <= last; date = addDays(date, 1))
          if (isWorkingDay(dublin, date)) counted += 1;
        expect(counted).toBe(days);
        expect(days === 0 ? last === start : isWorkingDay(dublin, last)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('calendar days', () => {
  it('end at local midnight, whatever the clocks did in between', () => {
    const eightWeeks = addCalendarDays('Europe/London', new Date('2026-03-02T09:00:00Z'), 56);
    expect(eightWeeks.toISOString()).toBe('2026-04-27T23:00:00.000Z');
    expect(addCalendarDays('Asia/Shanghai', new Date('2026-11-23T16:30:00Z'), 30).toISOString()).toBe(
      '2026-12-24T16:00:00.000Z',
    );
  });

  it('have a distance and a weekday', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([0, 6]);
  });
});
