import { keyBefore, keyEnd, keyOf, keyStart, keysWithin, keyYearBefore } from './period-key.js';
import { periodBefore, periodOf, type ReportPeriod, yearBefore } from './report-period.js';

const today = '2026-11-28';
const period = (text: string): ReportPeriod => {
  const found = periodOf(text, today);
  if (!found) throw new Error(text);
  return found;
};
const days = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

describe('the period of a report', () => {
  /** Text, its days, those before, those a year before; each with the first day after it. */
  it.each([
    ['this-month', '2026-11-01 2026-11-29', '2026-10-01 2026-10-29', '2025-11-01 2025-11-29'],
    ['last-month', '2026-10-01 2026-11-01', '2026-09-01 2026-10-01', '2025-10-01 2025-11-01'],
    ['last-3-months', '2026-08-01 2026-11-01', '2026-05-01 2026-08-01', '2025-08-01 2025-11-01'],
    ['last-quarter', '2026-07-01 2026-10-01', '2026-04-01 2026-07-01', '2025-07-01 2025-10-01'],
    ['last-year', '2025-01-01 2026-01-01', '2024-01-01 2025-01-01', '2024-01-01 2025-01-01'],
    // Week 47 of 2026; week 47 of 2025 begins on 17 November.
    ['last-week', '2026-11-16 2026-11-23', '2026-11-09 2026-11-16', '2025-11-17 2025-11-24'],
    ['this-week', '2026-11-23 2026-11-29', '2026-11-16 2026-11-22', '2025-11-24 2025-11-30'],
    ['last-7-days', '2026-11-21 2026-11-28', '2026-11-14 2026-11-21', '2025-11-21 2025-11-28'],
    ['2026-01-10..2026-01-19', '2026-01-10 2026-01-20', '2025-12-31 2026-01-10', '2025-01-10 2025-01-20'],
    // Whole months by their days, and February of a leap year as a whole.
    ['2025-01-01..2025-02-28', '2025-01-01 2025-03-01', '2024-11-01 2025-01-01', '2024-01-01 2024-03-01'],
    ['2024-02-29..2024-02-29', '2024-02-29 2024-03-01', '2024-02-28 2024-02-29', '2023-02-28 2023-03-01'],
  ])('%s', (text, asked, before, aYearBefore) => {
    expect([period(text), periodBefore(period(text)), yearBefore(period(text))].map(days)).toEqual([
      asked,
      before,
      aYearBefore,
    ]);
  });

  it('of 31 running days is held against a month of 30 as a whole', () => {
    expect(periodBefore(periodOf('this-month', '2026-10-31')!)).toEqual({ from: '2026-09-01', to: '2026-10-01' });
  });

  it('is refused where it is none', () => {
    for (const text of ['', 'last-0-months', 'next-week', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01'])
      expect(periodOf(text, today)).toBeUndefined();
  });
});

describe('the keys of the calendar', () => {
  it.each([
    ['date', '2026-01-01', '2025-12-31', '2025-01-01'],
    ['week', '2026-W01', '2025-W52', '2025-W01'],
    ['month', '2026-01', '2025-12', '2025-01'],
    ['quarter', '2026-Q1', '2025-Q4', '2025-Q1'],
    ['year', '2026', '2025', '2025'],
  ] as const)('of a %s', (dimension, key, before, aYearBefore) => {
    expect(keyOf(dimension, keyStart(dimension, key))).toBe(key);
    expect(keyOf(dimension, keyEnd(dimension, key))).toBe(key);
    expect(keyBefore(dimension, key)).toBe(before);
    expect(keyYearBefore(dimension, key)).toBe(aYearBefore);
  });

  it('has nothing a year before 29 February and week 53', () => {
    expect(keyYearBefore('date', '2024-02-29')).toBeNull();
    expect(keyOf('week', '2027-01-01')).toBe('2026-W53');
    expect(keyYearBefore('week', '2026-W53')).toBeNull();
  });

  it('of a period begin with the one its first day lies in', () => {
    expect(keysWithin('month', { from: '2025-11-15', to: '2026-02-01' }, 100)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
    ]);
    expect(keysWithin('date', { from: '2026-01-01', to: '2027-01-01' }, 3)).toHaveLength(3);
  });
});
