import type { DueCall, PlanInput } from '../plan.js';
import { Draw } from './draw.js';
import { latenessBound } from './lateness-bound.js';

const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'];
const open = (on: string) => [{ fromMs: Date.parse(`${on}T09:00Z`), toMs: Date.parse(`${on}T12:00Z`) }];

function smallInput(draw: Draw): PlanInput {
  const callers = ['ann', 'bob'].map((id) => ({
    id,
    callsPerDay: draw.from(0, 2),
    days: days.filter(() => draw.share() < 0.8).map((on) => ({ on, open: open(on) })),
  }));
  const calls = Array.from({ length: 5 }, (_, n): DueCall => {
    const due = draw.from(0, 2);
    return {
      ...{ id: `${n}`, accountId: `${n}`, band: 'good', health: 50, hours: 'all' },
      dueOn: days[due] ?? '',
      earliestOn: days[draw.from(0, due)] ?? '',
      callers: draw.shuffled(['ann', 'bob']).slice(0, draw.from(1, 2)),
    };
  });
  return { notBeforeMs: 0, workingDays: days, callers, hours: [{ id: 'all', open: days.flatMap(open) }], calls };
}

/** Every way to give the calls days, tried out. */
function leastSum({ callers, calls }: Pick<PlanInput, 'callers' | 'calls'>, taken: readonly string[] = []): number {
  const [call, ...rest] = calls;
  if (!call) return 0;
  const due = days.indexOf(call.dueOn);
  const places = callers
    .filter(({ id }) => call.callers.includes(id))
    .flatMap((caller) => caller.days.map(({ on }) => ({ caller, on, day: `${caller.id} ${on}` })))
    .filter(({ on }) => on >= call.earliestOn);
  if (places.length === 0) return leastSum({ callers, calls: rest }, taken);
  const sums = places
    .filter(({ caller, day }) => taken.filter((each) => each === day).length < caller.callsPerDay)
    .map(({ on, day }) => Math.max(0, days.indexOf(on) - due) + leastSum({ callers, calls: rest }, [...taken, day]));
  return Math.min(days.length - due + leastSum({ callers, calls: rest }, taken), ...sums);
}

describe('the bound of lateness', () => {
  it('is what the best of all ways costs', () => {
    const inputs = Array.from({ length: 60 }, (_, seed) => smallInput(new Draw(seed)));
    expect(inputs.map(latenessBound)).toEqual(inputs.map((input) => leastSum(input)));
    expect(inputs.filter((input) => latenessBound(input) > 0).length).toBeGreaterThan(20);
  });
});
