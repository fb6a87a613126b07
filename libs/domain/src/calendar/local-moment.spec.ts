import { localMoment } from './local-moment.js';

describe('a time of day in a zone', () => {
  it.each([
    ['2026-01-05', '14:30', 'Asia/Shanghai', '2026-01-05T06:30:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(localMoment(day, time, zone).toISOString()).toBe(instant);
  });
});
