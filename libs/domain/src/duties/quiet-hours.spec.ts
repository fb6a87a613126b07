import { quietUntil } from './quiet-hours.js';

const until = (begins: string, ends: string, at: string, zone = 'Asia/Shanghai') => {
  const end = quietUntil({ begins, ends, zone }, Date.parse(at));
  return end === null ? null : new Date(end).toISOString();
};

describe('quiet hours', () => {
  it('run over midnight', () => {
    expect(until('20:00', '08:00', '2026-11-27T23:00:00+08:00')).toBe('2026-11-28T00:00:00.000Z');
    expect(until('20:00', '08:00', '2026-11-28T07:59:00+08:00')).toBe('2026-11-28T00:00:00.000Z');
    expect(until('20:00', '08:00', '2026-11-28T08:00:00+08:00')).toBeNull();
    expect(until('20:00', '08:00', '2026-11-27T19:59:59+08:00')).toBeNull();
    expect(until('20:00', '08:00', '2026-11-27T20:00:00+08:00')).toBe('2026-11-28T00:00:00.000Z');
  });

  it('or within a day, in the zone of whoever set them', () => {
    expect(until('12:00', '13:30', '2026-11-27T12:30:00+01:00', 'Europe/Berlin')).toBe('2026-11-27T12:30:00.000Z');
    expect(until('12:00', '13:30', '2026-11-27T12:30:00+08:00', 'Europe/Berlin')).toBeNull();
  });

  it('follow the clock on the wall when it changes', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00. The night has an hour less, and 02:30 does not exist.
    expect(until('22:00', '06:00', '2026-03-28T23:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T04:00:00.000Z');
    expect(until('22:00', '02:30', '2026-03-28T23:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    // 25 October: an hour more; 02:30 exists twice, the first counts.
    expect(until('22:00', '02:30', '2026-10-24T23:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });
});
