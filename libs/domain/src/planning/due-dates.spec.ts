import { weekdayOf } from '../calendar/day.js';
import { dueDates, earliestFor } from './due-dates.js';

const isWeekday = (day: string) => weekdayOf(day) < 5;
const horizon = { from: '2026-03-02', to: '2026-04-30' };

describe('due dates', () => {
  it('lie a cadence apart, the first one after the anchor', () => {
    expect(dueDates({ anchor: '2026-02-23', days: 14 }, horizon, isWeekday)).toEqual([
      '2026-03-09',
      '2026-03-23',
      '2026-04-06',
      '2026-04-20',
    ]);
  });

  it('roll forward to a day that is worked, and the next one counts from there', () => {
    // 20 days after Monday the 23rd of February is a Sunday; Monday the 16th of March + 20 is a Sunday again.
    expect(dueDates({ anchor: '2026-02-23', days: 20 }, horizon, isWeekday)).toEqual([
      '2026-03-16',
      '2026-04-06',
      '2026-04-27',
    ]);
  });

  it('are one overdue call however long nobody called, and go on from the first day', () => {
    expect(dueDates({ anchor: '2025-10-01', days: 30 }, horizon, isWeekday)).toEqual(['2025-10-31', '2026-04-01']);
  });

  it('are none where the first lies beyond the end, or no day is worked', () => {
    expect(dueDates({ anchor: '2026-03-20', days: 60 }, horizon, isWeekday)).toEqual([]);
    expect(dueDates({ anchor: '2026-03-20', days: 14 }, horizon, () => false)).toEqual([]);
  });

  it('may be the last day itself', () => {
    expect(dueDates({ anchor: '2026-04-16', days: 14 }, horizon, isWeekday)).toEqual(['2026-04-30']);
  });
});

describe('the earliest day of a call', () => {
  it.each([
    ['2026-03-13', 3, '2026-03-10'],
    ['2026-03-09', 1, '2026-03-06'],
    ['2026-03-10', 3, '2026-03-05'],
    ['2026-03-10', 0, '2026-03-10'],
  ])('of one due on %s with %i working days before it is %s', (dueOn, days, earliest) => {
    expect(earliestFor(dueOn, days, isWeekday)).toBe(earliest);
  });

  it('is the due day where no day before it is worked', () => {
    expect(earliestFor('2026-03-10', 3, (day) => day === '2026-03-10')).toBe('2026-03-10');
  });
});
