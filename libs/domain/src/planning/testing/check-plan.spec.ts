import type { DueCall, Placement, Plan, PlanInput } from '../plan.js';
import { planFaults } from './check-plan.js';

// Monday to Wednesday; the caller works from nine to eleven in UTC and makes two calls a day.
const [monday, tuesday, wednesday] = ['2026-01-05', '2026-01-06', '2026-01-07'] as const;
const days = [monday, tuesday, wednesday];
const time = (on: string, clock: string) => Date.parse(`${on}T${clock}:00Z`);
const open = (on: string, from: string, to: string) => ({ fromMs: time(on, from), toMs: time(on, to) });
const call = (id: string, more: Partial<DueCall> = {}): DueCall => ({
  id,
  accountId: `account ${id}`,
  dueOn: tuesday,
  earliestOn: monday,
  band: 'good',
  health: 50,
  callers: ['ann'],
  hours: 'morning',
  ...more,
});
const input = (...calls: DueCall[]): PlanInput => ({
  notBeforeMs: time(monday, '09:00'),
  workingDays: days,
  callers: [
    { id: 'ann', callsPerDay: 2, days: days.map((on) => ({ on, open: [open(on, '09:00', '11:00')] })) },
    { id: 'bob', callsPerDay: 2, days: [{ on: tuesday, open: [open(tuesday, '08:00', '11:00')] }] },
  ],
  hours: [
    { id: 'morning', open: days.map((on) => open(on, '08:00', '12:00')) },
    { id: 'ten', open: days.map((on) => open(on, '10:00', '10:20')) },
  ],
  calls,
});
const on = (callId: string, date: string, clock: string, more: Partial<Placement> = {}): Placement => ({
  ...{ callId, callerId: 'ann', on: date, startMs: time(date, clock), workingDaysLate: date > tuesday ? 1 : 0 },
  ...more,
});
const plan = (...placements: Placement[]): Plan => ({ placements, unplaced: [], moved: [] });
const at = (date: string, clock: string) => ({ callerId: 'ann', startMs: time(date, clock) });

const a = call('a');
const full = [call('x', { health: 1 }), call('y', { health: 2 })];
const fullTuesday = [on('x', tuesday, '09:00'), on('y', tuesday, '09:20')];
const full2 = [...full, call('z', { health: 3 }), call('w', { health: 4 })];
const fullBoth = [...fullTuesday, on('z', monday, '09:00'), on('w', monday, '09:20')];

describe('the checker of plans', () => {
  it('finds nothing in a good one', () => {
    expect(planFaults(input(a), plan(on('a', tuesday, '09:00')))).toEqual([]);
    expect(planFaults(input(a, ...full), plan(on('a', monday, '09:00'), ...fullTuesday))).toEqual([]);
  });

  it.each<[string, PlanInput, Plan]>([
    ['a is missing', input(a), plan()],
    ['a is there twice', input(a), plan(on('a', tuesday, '09:00'), on('a', monday, '09:00'))],
    ['b was not asked for', input(a), plan(on('a', tuesday, '09:00'), on('b', monday, '09:00'))],
    ['a is not on the grid', input(a), plan(on('a', tuesday, '09:01'))],
    ['a is in the past', { ...input(a), notBeforeMs: time(tuesday, '09:20') }, plan(on('a', tuesday, '09:00'))],
    ['a is at a time its caller does not work', input(a), plan(on('a', tuesday, '11:00'))],
    ['a is at a time its caller does not work', input(a), plan(on('a', tuesday, '09:00', { on: monday }))],
    ['a is with a caller who may not make it', input(a), plan(on('a', tuesday, '09:00', { callerId: 'bob' }))],
    [
      'a is at a time its account cannot be called',
      input(call('a', { hours: 'ten' })),
      plan(on('a', tuesday, '09:00')),
    ],
    ['a is too early', input(call('a', { earliestOn: tuesday })), plan(on('a', monday, '09:00'))],
    ['a is 1 working days late, not 0', input(a), plan(on('a', wednesday, '09:00', { workingDaysLate: 0 }))],
    [
      'ann 2026-01-06: two calls at once',
      input(a, call('b')),
      plan(on('a', tuesday, '09:00'), on('b', tuesday, '09:00')),
    ],
    ['ann 2026-01-06: 3 calls of at most 2', input(a, ...full), plan(...fullTuesday, on('a', tuesday, '09:40'))],
    [
      'one: calls out of order',
      input(call('a', { accountId: 'one' }), call('b', { accountId: 'one', dueOn: wednesday })),
      plan(on('a', tuesday, '09:20'), on('b', tuesday, '09:00')),
    ],
    [
      'a has no place though there is a free one',
      input(a),
      { ...plan(), unplaced: [{ callId: 'a', why: 'no-capacity' }] },
    ],
    [
      'a has no place: no-capacity, not no-caller',
      input(a),
      { ...plan(), unplaced: [{ callId: 'a', why: 'no-caller' }] },
    ],
    ['a is with ann on 2026-01-05 though ann has room on 2026-01-06', input(a), plan(on('a', monday, '09:00'))],
    [
      'a is with bob on 2026-01-06 though ann has room on 2026-01-05',
      input(call('a', { callers: ['ann', 'bob'] })),
      plan(on('a', tuesday, '09:00', { callerId: 'bob' })),
    ],
    [
      'a on 2026-01-07 should go before x on 2026-01-06',
      input(call('a', { band: 'at-risk' }), ...full2),
      plan(...fullBoth, on('a', wednesday, '09:00')),
    ],
    [
      'a on no day should go before x on 2026-01-06',
      input(call('a', { band: 'at-risk' }), ...full2),
      { ...plan(...fullBoth), unplaced: [{ callId: 'a', why: 'no-capacity' }] },
    ],
    ['a could be called sooner on 2026-01-06', input(a), plan(on('a', tuesday, '09:20'))],
    ['x comes after y on 2026-01-06', input(...full), plan(on('y', tuesday, '09:00'), on('x', tuesday, '09:20'))],
    [
      'a has moved for a call of somebody else',
      input(call('a', { placed: at(monday, '09:00') })),
      { ...plan(on('a', tuesday, '09:00')), moved: ['a'] },
    ],
    [
      'a was fixed and has moved',
      input(call('a', { placed: at(monday, '09:00'), isFixed: true })),
      { ...plan(on('a', tuesday, '09:00')), moved: ['a'] },
    ],
    [
      'a has moved and is not named',
      input(call('a', { placed: at(monday, '09:00') })),
      plan(on('a', tuesday, '09:00')),
    ],
    [
      'a has not moved',
      input(call('a', { placed: at(tuesday, '09:00') })),
      { ...plan(on('a', tuesday, '09:00')), moved: ['a'] },
    ],
  ])('says: %s', (fault, asked, answer) => {
    expect(planFaults(asked, answer)).toContain(fault);
  });
});
