import type { CallInPlan, LoadOfDay, PlanDay } from '@forecall/contracts';
import { hoursAlong, minuteIn, percentOf } from '../../ui/chart/hours-axis.js';
import { markOf } from './call-marks.js';
import { axisOf, blockBeside, dayRows, endOfRoom } from './day-lanes.js';
import { stepTarget } from './holding.js';
import { loadByDay, loadOf, overBy, sumOf, takenPercent, weeksIn } from './loads.js';
import { isWeekOver, mondayOf, periodOf, steppedBy } from './plan-period.js';

const zone = 'Asia/Shanghai';
const day = '2026-11-23';
/** By the caller's clock, which is 8 hours ahead. */
const at = (time: string) => `${day}T${time}:00+08:00`;
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const hours = [span('09:00', '12:00'), span('13:00', '18:00')];

const aCall = (id: string, changes: Partial<CallInPlan> = {}) =>
  ({
    ...{ id, state: 'planned', slotAt: at('09:00'), onDay: day, windows: hours, endedAt: null },
    ...{ tries: 0, band: 'good', ...changes },
  }) as CallInPlan;

const aCaller = (id: string, calls: CallInPlan[]) =>
  ({ staff: { id, name: id }, zone, hours, calls }) as unknown as PlanDay['callers'][number];

const load = (changes: Partial<LoadOfDay> = {}): LoadOfDay => ({
  ...{ day, planned: 0, made: 0, missed: 0, late: 0, atRisk: 0, capacity: 12, away: null, holiday: null },
  ...changes,
});

describe('the picture of a day', () => {
  it('stands by the clock of its caller', () => {
    expect(minuteIn(day, '2026-11-23T01:20:00Z', zone)).toBe(9 * 60 + 20);
    expect(minuteIn(day, '2026-11-22T10:00:00Z', zone)).toBe(18 * 60 - 1440);
    expect(minuteIn(day, '2026-11-23T16:00:00Z', zone)).toBe(1440);
  });

  it('puts calls into lanes, where names and windows lie beside each other', () => {
    const calls = [
      aCall('a'),
      aCall('b', { slotAt: at('09:20') }),
      aCall('c', { slotAt: at('11:00') }),
      aCall('narrow', { slotAt: at('15:00'), windows: [span('10:00', '12:00'), span('14:00', '17:00')] }),
      aCall('afternoon', { slotAt: at('16:00') }),
    ];
    const [row] = dayRows({ day, callers: [aCaller('x', calls)] }, 60);
    expect(row?.lanes).toBe(3);
    expect(row?.blocks.map(({ call, lane }) => [call.id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
      // Its window begins while b is still there.
      ['narrow', 2],
      ['afternoon', 0],
    ]);
    // A name may go on to the next call of its lane, or to the end.
    const room = (n: number) => endOfRoom(row!, row!.blocks[n]!, 1080);
    expect([room(0), room(2), room(4)]).toEqual([660, 960, 1080]);
  });

  it('draws a band only where somebody cannot be called whenever the caller works', () => {
    const narrow = [span('10:00', '11:00')];
    const [row] = dayRows(
      { day, callers: [aCaller('x', [aCall('all day'), aCall('narrow', { windows: narrow })])] },
      30,
    );
    expect(row?.blocks.map(({ bands }) => bands)).toEqual([[], [{ from: 600, to: 660 }]]);
  });

  it('has what was made when it was, and what is left from before where it can be made', () => {
    const [row] = dayRows(
      {
        day,
        callers: [
          aCaller('x', [
            aCall('made', { state: 'reached', endedAt: at('10:05') }),
            aCall('left', {
              slotAt: '2026-11-20T10:00:00+08:00',
              onDay: '2026-11-20',
              windows: [span('13:00', '15:00')],
            }),
          ]),
        ],
      },
      20,
    );
    expect(row?.blocks.map(({ call, start }) => [call.id, start])).toEqual([
      ['made', 605],
      ['left', 780],
    ]);
  });

  it('runs over whole hours, around all that is drawn', () => {
    const rows = dayRows({ day, callers: [aCaller('x', [aCall('early', { slotAt: at('07:40') })])] }, 20);
    expect(axisOf(rows)).toEqual({ from: 420, to: 1080 });
    expect(axisOf([])).toEqual({ from: 540, to: 1080 });
    expect(hoursAlong({ from: 540, to: 1080 })).toHaveLength(10);
    expect(hoursAlong({ from: 0, to: 1440 })).toEqual(Array.from({ length: 13 }, (_, n) => n * 120));
    expect([500, 540, 810, 2000].map((minute) => percentOf(minute, { from: 540, to: 1080 }))).toEqual([0, 0, 50, 100]);
  });

  it('is walked by arrow keys: along a row, and to the nearest call of the next row that has any', () => {
    const rows = dayRows(
      {
        day,
        callers: [
          aCaller('x', [aCall('a'), aCall('b', { slotAt: at('14:00') })]),
          aCaller('nobody', []),
          aCaller('y', [aCall('c', { slotAt: at('10:00') }), aCall('d', { slotAt: at('15:00') })]),
        ],
      },
      20,
    );
    expect(blockBeside(rows, 'a', 'right')).toBe('b');
    expect(blockBeside(rows, 'a', 'left')).toBeUndefined();
    expect(blockBeside(rows, 'b', 'down')).toBe('d');
    expect(blockBeside(rows, 'c', 'up')).toBe('a');
    expect(blockBeside(rows, 'd', 'down')).toBeUndefined();
  });

  it('says of a call what is not as usual, the worst first', () => {
    expect(markOf(aCall('a'))).toBeNull();
    expect(markOf(aCall('a', { band: 'at-risk', tries: 2 }))).toBe('at-risk');
    expect(markOf(aCall('a', { band: 'watch', tries: 2 }))).toBe('tried');
    expect(markOf(aCall('a', { band: 'at-risk', state: 'reached' }))).toBe('made');
    expect(markOf(aCall('a', { state: 'missed' }))).toBe('missed');
  });
});

describe('the load', () => {
  it('counts what was made too, against what can be done', () => {
    const full = loadOf(load({ planned: 9, made: 5, late: 2 }));
    expect([full.calls, overBy(full), takenPercent(full)]).toEqual([14, 2, 100]);
    expect(takenPercent({ calls: 3, capacity: 12 })).toBe(25);
    expect([takenPercent({ calls: 0, capacity: 0 }), takenPercent({ calls: 1, capacity: 0 })]).toEqual([0, 100]);
    expect(overBy(sumOf([full, loadOf(load())]))).toBe(0);
  });

  it('of all callers is that of each together, day by day', () => {
    const caller = (days: LoadOfDay[]) => ({ staff: { id: '', name: '' }, team: null, zone, today: day, days });
    const callers = [
      caller([load({ planned: 3 }), load()]),
      caller([load({ planned: 4, capacity: 0 }), load({ made: 1 })]),
    ];
    expect(loadByDay(callers).map(([, { calls, capacity }]) => [calls, capacity])).toEqual([
      [7, 12],
      [1, 24],
    ]);
  });

  it('of a week is over when nobody works any more in it', () => {
    const caller = (capacities: number[]) => ({
      ...{ staff: { id: '', name: '' }, team: null, zone, today: day },
      days: capacities.map((capacity, n) => load({ day: `2026-11-${23 + n}`, capacity })),
    });
    const callers = [caller([12, 12, 12, 12, 12, 0, 0]), caller([12, 0, 0, 0, 0, 0, 0])];
    expect(isWeekOver(callers, '2026-11-27')).toBe(false);
    expect(isWeekOver(callers, '2026-11-28')).toBe(true);
    expect(isWeekOver(callers.slice(1), '2026-11-24')).toBe(true);
    // A Saturday that is worked in place of another day.
    expect(isWeekOver([caller([12, 12, 12, 12, 0, 12, 0])], '2026-11-28')).toBe(false);
    expect([isWeekOver([], day), isWeekOver(callers, '2026-12-05')]).toEqual([false, false]);
  });

  it('is shown by days, by weeks from Monday, and over five of them', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(periodOf('day', '2026-11-25')).toEqual({ from: '2026-11-25', to: '2026-11-25' });
    expect(periodOf('week', '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf('load', '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-12-27' });
    expect([steppedBy('day', day, -1), steppedBy('load', day, 1)]).toEqual(['2026-11-22', '2026-11-30']);
    expect(weeksIn(Array.from({ length: 14 }, (_, n) => n)).map((week) => week[0])).toEqual([0, 7]);
  });
});

it('a call that is moved goes by days from today on, and by callers to the ends', () => {
  const callers = ['x', 'y'];
  const target = { staffId: 'x', day };
  const go = (key: string, from = target) => stepTarget(from, key, callers, day);
  expect(go('ArrowRight')).toEqual({ staffId: 'x', day: '2026-11-24' });
  expect(go('ArrowLeft')).toEqual(target);
  expect(go('ArrowDown')).toEqual({ staffId: 'y', day });
  expect(go('ArrowUp')).toEqual(target);
  expect(go('Tab')).toEqual(target);
});
