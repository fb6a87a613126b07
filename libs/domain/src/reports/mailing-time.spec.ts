import { nextMailing } from './mailing-time.js';

const at = (text: string) => new Date(text);
const zone = 'Europe/Berlin';

describe('when a report is mailed next', () => {
  it('is the next such weekday, after the moment and not at it', () => {
    const mondays = { weekday: 1, dayOfMonth: null, minute: 7 * 60 };
    expect(nextMailing(mondays, at('2026-11-28T12:00:00Z'), zone)).toEqual(at('2026-11-30T06:00:00Z'));
    expect(nextMailing(mondays, at('2026-11-30T06:00:00Z'), zone)).toEqual(at('2026-12-07T06:00:00Z'));
  });

  it('is the last day of a month that is shorter', () => {
    const last = { weekday: null, dayOfMonth: 31, minute: 0 };
    expect(nextMailing(last, at('2026-02-01T12:00:00Z'), zone)).toEqual(at('2026-02-27T23:00:00Z'));
  });

  it('keeps the clock on the wall when clocks change, and a skipped time is the change', () => {
    const daily = { weekday: null, dayOfMonth: null, minute: 150 };
    expect(nextMailing(daily, at('2026-03-28T12:00:00Z'), zone)).toEqual(at('2026-03-29T01:00:00Z'));
    expect(nextMailing(daily, at('2026-03-29T12:00:00Z'), zone)).toEqual(at('2026-03-30T00:30:00Z'));
  });
});
