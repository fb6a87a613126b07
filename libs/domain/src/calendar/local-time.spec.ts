import { localInstant } from './local-time.js';

describe('a local time on a day', () => {
  it.each([
    ['2026-11-27', '15:00', 'Asia/Shanghai', '2026-11-27T07:00:00.000Z'],
    // Clocks go from 02:00 to 03:00: 02:30 is 03:30 of the new time.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // 02:30 exists twice: the first.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s %s in %s', (day, time, zone, instant) => {
    expect(localInstant(day, time, zone).toISOString()).toBe(instant);
  });
});
