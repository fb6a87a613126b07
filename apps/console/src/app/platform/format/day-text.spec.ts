import { dayText, readDay } from './day-text.js';

const today = '2026-11-23';

describe('a typed day', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['1 Dec 2026', '2026-12-01'],
    ['1 december', '2026-12-01'],
    ['Dec 1', '2026-12-01'],
    ['December 1, 2027', '2027-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['1/12', '2026-12-01'],
    ['1.12.', '2026-12-01'],
    // The nearest one: in November the 5th of January is that of next year, the 5th of July that of this one.
    ['5 Jan', '2027-01-05'],
    ['5 Jul', '2026-07-05'],
    ['today', today],
    ['今天', today],
    ['tomorrow', '2026-11-24'],
    ['明天', '2026-11-24'],
    // Today is a Monday: another one is meant by its name.
    ['Monday', '2026-11-30'],
    ['fri', '2026-11-27'],
    ['周日', '2026-11-29'],
    ['星期天', '2026-11-29'],
    ['+7', '2026-11-30'],
    ['-23', '2026-10-31'],
    ['29 Feb 2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed, today)).toBe(day));

  it.each(['', '31 June 2026', '29 Feb 2027', '1 Nov 26', '13/13', 'soon', '1 foo', '2026-13-01'])(
    '“%s” is none',
    (typed) => expect(readDay(typed, today)).toBeUndefined(),
  );

  it.each(['en', 'zh'] as const)('is understood as it is written: %s', (locale) => {
    for (const day of ['2026-12-01', '2026-01-31', '2028-02-29', '1999-05-09'])
      expect(readDay(dayText(day, locale), today)).toBe(day);
  });
});
