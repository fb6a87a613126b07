import { localTime } from './local-time.js';
import { momentForm, momentForms } from './moment-form.js';

describe('forms of moments', () => {
  it.each([
    ['YYYY-MM-DD HH:mm:ss', '2026-03-02 09:05:07', { year: 2026, month: 3, day: 2, hour: 9, minute: 5, second: 7 }],
    ['YYMMDD', '990101', { year: 1999, month: 1, day: 1 }],
    ['YYMMDD', '260101', { year: 2026, month: 1, day: 1 }],
    ['D.M.YYYY', '2.3.2026', { year: 2026, month: 3, day: 2 }],
    ['D MMM YYYY', '2 Mar 2026', { year: 2026, month: 3, day: 2 }],
    ['YYYY年M月D日', '2026年3月2日', { year: 2026, month: 3, day: 2 }],
    ['D MMMM YYYY', '2 March 2026', { year: 2026, month: 3, day: 2 }],
    ['MMMM D, YYYY', 'may 31, 2026', { year: 2026, month: 5, day: 31 }],
    ['Ah:mm', '上午12:30', { hour: 0, minute: 30 }],
    ['A h:mm', '下午 3:05', { hour: 15, minute: 5 }],
    ['h:mm A', '12:30 AM', { hour: 0, minute: 30 }],
    ['h:mm A', '12:30 p.m.', { hour: 12, minute: 30 }],
    ['H:mm:ss.SSS', '7:00:01.25', { hour: 7, minute: 0, second: 1, millisecond: 250 }],
    [
      'YYYY-MM-DDTHH:mm:ssZ',
      '2026-03-02T09:00:00+08:00',
      { year: 2026, month: 3, day: 2, hour: 9, minute: 0, second: 0, offsetMinutes: 480 },
    ],
    ['epoch-seconds', '1772404200', { epochMilliseconds: 1_772_404_200_000 }],
    ['epoch-milliseconds', '1772404200123', { epochMilliseconds: 1_772_404_200_123 }],
  ])('%s reads %s', (format, text, parts) => {
    expect(momentForm(format)(text)).toMatchObject(parts);
  });

  it.each([
    ['YYYY-MM-DD', '2026-3-2'],
    ['YYYY-MM-DD', '2026-03-02 '],
    ['YYYY-MM-DD', '02.03.2026'],
    ['D.M.YYYY', '2/3/2026'],
    ['h:mm A', '13:00 PM'],
    ['HH:mm', '9:05'],
    ['epoch-seconds', '-5'],
  ])('%s does not read %s', (format, text) => {
    expect(momentForm(format)(text)).toBeUndefined();
  });
});

describe('several forms of moments', () => {
  const form = momentForms(['M/D/YYYY', 'D/M/YYYY', 'YYYY-MM-DD']);

  it.each([
    ['2/3/2026', { month: 2, day: 3 }],
    ['13/2/2026', { month: 2, day: 13 }],
    ['2026-03-02', { month: 3, day: 2 }],
    ['31/2/2026', { month: 31, day: 2 }],
  ])('read %s by the first that fits and means a day that exists', (text, parts) => {
    expect(form(text)).toMatchObject(parts);
  });

  it('do not read what fits none', () => {
    expect(form('2.3.2026')).toBeUndefined();
  });
});

describe('local times', () => {
  const berlin = localTime('Europe/Berlin', 'refuse');
  const iso = (at: ReturnType<typeof berlin>) => (typeof at === 'number' ? new Date(at).toISOString() : at);

  it('are those of the zone, summer and winter', () => {
    expect(iso(berlin({ year: 2026, month: 3, day: 28, hour: 9 }))).toBe('2026-03-28T08:00:00.000Z');
    expect(iso(berlin({ year: 2026, month: 3, day: 29, hour: 9 }))).toBe('2026-03-29T07:00:00.000Z');
    // Asked for again it comes from what was kept.
    expect(iso(berlin({ year: 2026, month: 3, day: 29, hour: 9, minute: 30, second: 5 }))).toBe(
      '2026-03-29T07:30:05.000Z',
    );
  });

  it('are not guessed when clocks change', () => {
    expect(berlin({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 })).toBe('clock-change');
    expect(berlin({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 })).toBe('clock-change');
    const earlier = localTime('Europe/Berlin', 'earlier');
    expect(iso(earlier({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }))).toBe('2026-10-25T00:30:00.000Z');
    const later = localTime('Europe/Berlin', 'later');
    expect(iso(later({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }))).toBe('2026-10-25T01:30:00.000Z');
  });

  it('know the zones that change by half an hour', () => {
    const howe = localTime('Australia/Lord_Howe', 'refuse');
    // Clocks go back from 2:00 to 1:30 on 5 April 2026: half of that hour exists twice.
    expect(iso(howe({ year: 2026, month: 4, day: 5, hour: 1, minute: 15 }))).toBe('2026-04-04T14:15:00.000Z');
    expect(howe({ year: 2026, month: 4, day: 5, hour: 1, minute: 45 })).toBe('clock-change');
  });

  it('with an offset are those of the offset', () => {
    expect(iso(berlin({ year: 2026, month: 1, day: 1, hour: 8, offsetMinutes: 480 }))).toBe('2026-01-01T00:00:00.000Z');
  });

  it('that do not exist are no times', () => {
    expect(berlin({ year: 2026, month: 2, day: 30 })).toBe('no-such-date');
    expect(berlin({ year: 2026, month: 2, day: 3, hour: 24 })).toBe('no-such-date');
  });
});
