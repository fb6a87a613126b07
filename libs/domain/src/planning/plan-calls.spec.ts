import { planCalls } from './plan-calls.js';
import type { Caller, DueCall, PlanInput } from './plan.js';
import { planFaults } from './testing/check-plan.js';

// 2026: the 5th of January is a Monday. Hours are UTC's, a slot is 20 minutes.
const week = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'];
const [monday, tuesday, wednesday, thursday, friday] = week as [string, string, string, string, string];
const time = (on: string, clock: string): number => Date.parse(`${on}T${clock}:00Z`);
const span = (on: string, from: string, to: string) => ({ fromMs: time(on, from), toMs: time(on, to) });

const caller = (id: string, callsPerDay = 1, dates = week): Caller => ({
  id,
  callsPerDay,
  days: dates.map((on) => ({ on, open: [span(on, '09:00', '12:00')] })),
});
const hours = [
  { id: 'all day', open: week.map((on) => span(on, '00:00', '24:00')) },
  { id: 'nine', open: week.map((on) => span(on, '09:00', '09:30')) },
  { id: 'evening', open: week.map((on) => span(on, '18:00', '20:00')) },
];
const call = (id: string, dueOn: string, more: Partial<DueCall> = {}): DueCall => ({
  id,
  accountId: `account of ${id}`,
  dueOn,
  earliestOn: monday,
  band: 'good',
  health: 90,
  callers: ['ann'],
  hours: 'all day',
  ...more,
});
const at = (callerId: string, on: string, clock: string) => ({ callerId, startMs: time(on, clock) });

/** Each call's caller, weekday and time in UTC, and by how many working days it is late. */
function told(calls: DueCall[], more: Partial<PlanInput> = {}): Record<string, string> {
  const notBeforeMs = time(monday, '00:00');
  const input = { notBeforeMs, workingDays: week, callers: [caller('ann')], hours, calls, ...more };
  const plan = planCalls(input);
  expect(planFaults(input, plan)).toEqual([]);
  const placed = plan.placements.map(({ callId, callerId, startMs, workingDaysLate }) => {
    const words = new Date(startMs).toUTCString();
    return [
      callId,
      `${callerId} ${words.slice(0, 3)} ${words.slice(17, 22)}${workingDaysLate > 0 ? ` +${workingDaysLate}` : ''}`,
    ];
  });
  return Object.fromEntries([...placed, ...plan.unplaced.map(({ callId, why }) => [callId, why])]) as Record<
    string,
    string
  >;
}

describe('a call is planned', () => {
  it('on its due date with the first of its callers, else before it as near as can be', () => {
    expect(told([call('a', wednesday), call('b', wednesday, { health: 95 })])).toEqual({
      a: 'ann Wed 09:00',
      b: 'ann Tue 09:00',
    });
  });

  it('never before its earliest date, in the past, or outside of the hours of both', () => {
    const afterTen = { notBeforeMs: time(monday, '10:05') };
    expect(told([call('a', monday)], afterTen)).toEqual({ a: 'ann Mon 10:20' });
    expect(told([call('a', monday, { hours: 'nine' })], afterTen)).toEqual({ a: 'ann Tue 09:00 +1' });
    expect(
      told([call('a', friday, { earliestOn: friday }), call('b', friday, { earliestOn: friday, health: 95 })]),
    ).toEqual({
      a: 'ann Fri 09:00',
      b: 'no-capacity',
    });
  });

  it('on time, for which one that can go elsewhere makes room', () => {
    // b can only be on Tuesday; a is due then as well and goes to Monday, though it is the more urgent.
    const calls = [call('a', tuesday, { band: 'at-risk' }), call('b', tuesday, { earliestOn: tuesday })];
    expect(told(calls)).toEqual({ a: 'ann Mon 09:00', b: 'ann Tue 09:00' });
  });

  it('with another caller rather than late, and with the first rather than on the due date', () => {
    const both = { callers: ['ann', 'bob'] };
    const callers = [caller('ann'), caller('bob')];
    const calls = ['a', 'b', 'c'].map((id, n) => call(id, tuesday, { ...both, health: n }));
    expect(told(calls, { callers })).toEqual({ a: 'ann Tue 09:00', b: 'ann Mon 09:00', c: 'bob Tue 09:00' });
  });

  it('with another caller where only so a third call is on time', () => {
    const callers = [caller('ann', 1, [monday]), caller('bob', 1, [monday])];
    const calls = [call('a', monday, { callers: ['ann', 'bob'], band: 'at-risk' }), call('b', monday)];
    expect(told(calls, { callers })).toEqual({ a: 'bob Mon 09:00', b: 'ann Mon 09:00' });
  });

  it('at times of the day that leave one for all, the more urgent first', () => {
    const calls = [
      call('good', monday, { health: 80 }),
      call('better', monday, { health: 95 }),
      call('at risk', monday, { band: 'at-risk' }),
      call('only at nine', monday, { hours: 'nine' }),
    ];
    expect(told(calls, { callers: [caller('ann', 4)] })).toEqual({
      'only at nine': 'ann Mon 09:00',
      'at risk': 'ann Mon 09:20',
      good: 'ann Mon 09:40',
      better: 'ann Mon 10:00',
    });
  });

  it('on its due date, for which another call of that day gets another time', () => {
    const calls = [call('a', tuesday), call('only at nine', tuesday, { hours: 'nine', health: 95 })];
    expect(told(calls, { callers: [caller('ann', 2)] })).toEqual({
      a: 'ann Tue 09:20',
      'only at nine': 'ann Tue 09:00',
    });
  });

  it('late rather than by moving two calls of an account past each other', () => {
    // For a place on Wednesday the second call would go to Tuesday, the other to Monday, the first to Tuesday with bob.
    const callers = [caller('ann'), caller('bob', 1, [tuesday])];
    const calls = [
      call('other', tuesday, { band: 'at-risk' }),
      call('first', tuesday, { accountId: 'one', callers: ['ann', 'bob'] }),
      call('second', wednesday, { accountId: 'one', earliestOn: tuesday }),
      call('third', wednesday, { earliestOn: wednesday, health: 95 }),
    ];
    expect(told(calls, { callers })).toEqual({
      first: 'ann Mon 09:00',
      other: 'ann Tue 09:00',
      second: 'ann Wed 09:00',
      third: 'ann Thu 09:00 +1',
    });
  });

  it('on another day than the others of its account, in the order of due dates', () => {
    const one = { accountId: 'one', earliestOn: monday };
    const calls = [
      call('first', monday, one),
      call('second', tuesday, one),
      call('other', monday, { band: 'at-risk' }),
    ];
    expect(told(calls, { callers: [caller('ann', 2)] })).toEqual({
      first: 'ann Mon 09:20',
      second: 'ann Tue 09:00',
      other: 'ann Mon 09:00',
    });
  });
});

describe('where not all calls can be on time', () => {
  it('those at risk go first of the due ones, then watch, the older due date, the lower health, the id', () => {
    const calls = [
      call('e', monday, { health: 90 }),
      call('d', monday, { health: 90 }),
      call('c', monday, { health: 80 }),
      call('watch', tuesday, { band: 'watch' }),
      call('at risk', wednesday, { band: 'at-risk', earliestOn: wednesday }),
    ];
    // On Monday only the three good ones are due; from then on the most urgent of those that are due.
    expect(told(calls)).toEqual({
      c: 'ann Mon 09:00',
      watch: 'ann Tue 09:00',
      'at risk': 'ann Wed 09:00',
      d: 'ann Thu 09:00 +3',
      e: 'ann Fri 09:00 +4',
    });
  });

  it('counts working days only: a day that is none makes a call no later', () => {
    const workingDays = [monday, tuesday, thursday, friday];
    const callers = [caller('ann', 1, [wednesday, thursday])];
    const calls = [call('a', tuesday), call('b', tuesday, { health: 95 })];
    expect(told(calls, { callers, workingDays })).toEqual({ a: 'ann Wed 09:00', b: 'ann Thu 09:00 +1' });
  });

  it('what has no place is named with the reason', () => {
    const calls = [
      call('no caller', monday, { callers: ['nobody'] }),
      call('no hours', monday, { hours: 'evening' }),
      ...week.map((on) => call(on, on, { band: 'at-risk' })),
      call('no room', monday),
    ];
    expect(told(calls)).toMatchObject({
      'no caller': 'no-caller',
      'no hours': 'no-common-hours',
      'no room': 'no-capacity',
    });
  });
});

describe('a plan made again', () => {
  const placed = [
    call('a', wednesday, { placed: at('ann', monday, '11:00') }),
    call('b', wednesday, { placed: at('ann', tuesday, '10:40'), health: 95 }),
  ];

  it('leaves what has its place and is on time, also where a better one is free', () => {
    expect(told(placed)).toEqual({ a: 'ann Mon 11:00', b: 'ann Tue 10:40' });
  });

  it('places what has lost its own, and moves others only where it must, of the same caller', () => {
    const withoutTuesday = [caller('ann', 1, [monday, wednesday, thursday])];
    expect(told(placed, { callers: withoutTuesday })).toEqual({ a: 'ann Mon 11:00', b: 'ann Wed 09:00' });
    const onlyMonday = { ...placed[1]!, earliestOn: monday, dueOn: monday, placed: at('ann', tuesday, '10:40') };
    expect(told([placed[0]!, onlyMonday], { callers: [caller('ann')] })).toEqual({
      a: 'ann Wed 09:00',
      [onlyMonday.id]: 'ann Mon 09:00',
    });
  });

  it('does not move a call of one caller for that of another', () => {
    const callers = [caller('ann', 1, [monday, tuesday]), caller('bob', 1, [])];
    const lost = call('lost', monday, { callers: ['bob', 'ann'], placed: at('bob', monday, '09:00') });
    const kept = call('kept', tuesday, { placed: at('ann', monday, '09:00') });
    expect(told([kept, lost], { callers })).toEqual({ kept: 'ann Mon 09:00', lost: 'ann Tue 09:00 +1' });
  });

  it('keeps a fixed call where it is, whatever hours and dates say, as long as its caller has that time', () => {
    const fixed = call('fixed', tuesday, {
      isFixed: true,
      placed: at('ann', thursday, '10:00'),
      hours: 'nine',
      callers: [],
    });
    expect(told([fixed])).toEqual({ fixed: 'ann Thu 10:00 +2' });
    const urgent = call('urgent', thursday, { band: 'at-risk', earliestOn: thursday });
    expect(told([fixed, urgent])).toEqual({ fixed: 'ann Thu 10:00 +2', urgent: 'ann Fri 09:00 +1' });
    const back = { ...fixed, callers: ['ann'] };
    expect(told([back], { callers: [caller('ann', 1, [friday])] })).toEqual({ fixed: 'ann Fri 09:00 +3' });
  });

  it('is like the first one where all that stays is fixed', () => {
    const fixed = call('fixed', friday, { isFixed: true, placed: at('ann', friday, '09:00') });
    const first = call('first', tuesday);
    const second = call('second', tuesday, { earliestOn: tuesday, callers: ['ann', 'bob'], health: 95 });
    const callers = [caller('ann'), caller('bob')];
    expect(told([fixed, first, second], { callers })).toEqual({
      fixed: 'ann Fri 09:00',
      first: 'ann Mon 09:00',
      second: 'ann Tue 09:00',
    });
  });

  it('gives a time to the call that a person put there, not to the one that had it', () => {
    const had = call('had', tuesday, { band: 'at-risk', placed: at('ann', monday, '09:00') });
    const put = call('put', tuesday, { isFixed: true, placed: at('ann', monday, '09:00') });
    expect(told([had, put])).toEqual({ had: 'ann Tue 09:00', put: 'ann Mon 09:00' });
  });

  it('makes late ones less late where it can', () => {
    expect(told([call('a', monday, { placed: at('ann', wednesday, '09:00') })])).toEqual({ a: 'ann Mon 09:00' });
  });

  it('leaves a late call where another one that became less late has brought it on time', () => {
    const x = call('x', tuesday, { placed: at('ann', wednesday, '09:00') });
    const y = call('y', wednesday, {
      ...{ earliestOn: wednesday, band: 'at-risk', placed: at('ann', thursday, '09:00') },
    });
    expect(told([x, y])).toEqual({ x: 'ann Tue 09:00', y: 'ann Wed 09:20' });
  });

  it('names what has moved', () => {
    const input = { notBeforeMs: 0, workingDays: week, callers: [caller('ann', 1, [monday, wednesday])], hours };
    expect(planCalls({ ...input, calls: placed }).moved).toEqual(['b']);
    expect(planCalls({ ...input, callers: [], calls: placed }).moved).toEqual(['a', 'b']);
  });
});
