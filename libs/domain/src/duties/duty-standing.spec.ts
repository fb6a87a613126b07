import { dutyStanding } from './duty-standing.js';

const at = (text: string) => Date.parse(text);

describe('where a duty stands', () => {
  it.each([
    ['overdue', '2026-11-27T14:59:59+08:00'],
    ['overdue', '2026-11-27T15:00:00+08:00'],
    ['today', '2026-11-27T15:00:01+08:00'],
    ['today', '2026-11-27T23:59:59+08:00'],
    ['today', '2026-11-28T00:00:00+08:00'],
    ['later', '2026-11-28T00:00:01+08:00'],
  ])('%s when due at %s', (standing, due) => {
    expect(dutyStanding(at(due), at('2026-11-27T15:00:00+08:00'), 'Asia/Shanghai')).toBe(standing);
  });

  it('takes the day of the zone, not of the server', () => {
    const [due, now] = [at('2026-11-27T17:00:00Z'), at('2026-11-27T15:00:00Z')];
    expect([dutyStanding(due, now, 'UTC'), dutyStanding(due, now, 'Asia/Shanghai')]).toEqual(['today', 'later']);
  });
});
