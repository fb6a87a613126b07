import type { DatedDayEntry, PlannedDay } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { dayBeside, lookOf, monthsOf } from './year-months.js';

const planned = (day: string, changes: Partial<PlannedDay> = {}): PlannedDay => ({
  ...{ day, hours: [], by: 'organisation', dated: null, isLeave: false },
  ...changes,
});
const year = Array.from({ length: 365 }, (_, n) => planned(addDays('2026-01-01', n)));

describe('a year of days', () => {
  it('stands in twelve tables whose weeks begin on Monday', () => {
    const months = monthsOf(year);
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // 1 January 2026 is a Thursday, 28 February a Saturday.
    expect(months[0]?.weeks[0]?.map((one) => one?.day.slice(8) ?? '')).toEqual(['', '', '', '01', '02', '03', '04']);
    expect(months[1]?.weeks.at(-1)?.map((one) => one?.day.slice(8) ?? '')).toEqual([
      ...['23', '24', '25', '26', '27', '28', ''],
    ]);
    const shown = months.flatMap(({ weeks }) => weeks.flat()).filter((one) => one !== null);
    expect(shown).toEqual(year);
  });

  it('looks as it is', () => {
    const hours = [{ fromMinute: 540, toMinute: 720 }];
    expect(lookOf(planned('2026-01-05', { hours }))).toBe('work');
    expect(lookOf(planned('2026-01-04'))).toBe('off');
    const dated = { kind: 'make-up' } as DatedDayEntry;
    expect(lookOf(planned('2026-01-04', { hours, dated }))).toBe('make-up');
    expect(lookOf(planned('2026-01-05', { dated, isLeave: true }))).toBe('leave');
  });

  it('is walked by arrows, and ends with the year', () => {
    expect(dayBeside(year, '2026-03-01', 'ArrowLeft')).toBe('2026-02-28');
    expect(dayBeside(year, '2026-03-01', 'ArrowDown')).toBe('2026-03-08');
    expect(dayBeside(year, '2026-01-05', 'ArrowUp')).toBeUndefined();
    expect(dayBeside(year, '2026-01-05', 'Enter')).toBeUndefined();
  });
});
