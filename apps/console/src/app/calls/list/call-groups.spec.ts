import type { CallOfMyDay } from '@forecall/contracts';
import { closingWithinTheHour, groupOf, groupsOf, nextAfter } from './call-groups.js';

const today = '2026-11-23';
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const ms = (time: string) => Date.parse(at(time));
const aCall = (id: string, changes: Partial<CallOfMyDay> = {}) =>
  ({ id, state: 'planned', from: at('01:00'), to: at('09:00'), onDay: today, ...changes }) as CallOfMyDay;

describe('a call in the list of a day', () => {
  const call = aCall('a', { from: at('02:00'), to: at('07:00') });

  it.each([
    ['01:59', 'later'],
    ['02:00', 'now'],
    ['06:59', 'now'],
    ['07:00', 'not-today'],
  ])('stands at %s under "%s"', (time, group) => expect(groupOf(call, { nowMs: ms(time), today })).toBe(group));

  it('without a window is for today no more, and one that was made is done', () => {
    const now = { nowMs: ms('03:00'), today };
    expect(groupOf({ ...call, from: null, to: null }, now)).toBe('not-today');
    expect(groupOf({ ...call, state: 'reached' }, now)).toBe('done');
  });
});

describe('the list of a day', () => {
  const calls = [
    aCall('closes', { to: at('04:30') }),
    aCall('open'),
    aCall('later', { from: at('06:00') }),
    aCall('made', { state: 'reached' }),
  ];
  const ids = (saved: string[], time = '04:00') =>
    groupsOf(calls, { nowMs: ms(time), today, saved: new Set(saved) }).map((one) => [
      one.group,
      ...one.calls.map(({ id }) => id),
    ]);

  it('keeps the order within its groups, and what waits to be sent counts as done', () => {
    expect(ids([])).toEqual([
      ['now', 'closes', 'open'],
      ['later', 'later'],
      ['done', 'made'],
    ]);
    expect(ids(['open', 'later'])).toEqual([
      ['now', 'closes'],
      ['done', 'open', 'later', 'made'],
    ]);
  });

  it('tells how many windows close, and whom to call next', () => {
    const groups = groupsOf(calls, { nowMs: ms('04:00'), today, saved: new Set() });
    expect(closingWithinTheHour(groups, ms('04:00'))).toBe(1);
    expect(nextAfter(groups, 'closes')?.id).toBe('open');
    expect(nextAfter(groups, 'open')?.id).toBe('closes');
    expect(
      nextAfter(groupsOf([aCall('only')], { nowMs: ms('04:00'), today, saved: new Set() }), 'only'),
    ).toBeUndefined();
  });
});
