import { planCalls } from '../../libs/domain/dist/index.js';
import { companyOfCalls } from './company-of-calls.mjs';
import { greedyPlan } from './greedy-plan.mjs';
import { round } from './table.mjs';

function measure(input) {
  const first = timed(() => planCalls(input));
  const next = afterSickDay(input, first.result);
  const again = timed(() => planCalls(next.input));
  const memory = process.resourceUsage().maxRSS / 1024;
  const greedy = timed(() => greedyPlan(input));
  const moved = new Set(again.result.moved);
  const ofOthers = first.result.placements.filter(
    ({ callId, callerId }) => moved.has(callId) && callerId !== next.caller,
  );
  return {
    'calls due': round(input.calls.length),
    callers: round(input.callers.length),
    'plain pass, s': round(greedy.seconds, 2),
    'planner, s': round(first.seconds, 2),
    ratio: round(first.seconds / greedy.seconds, 2),
    'late or without a place, plain pass': round(lateOf(greedy.result)),
    'late or without a place, planner': round(lateOf(first.result)),
    'working days late, plain pass': round(daysLate(greedy.result)),
    'working days late, planner': round(daysLate(first.result)),
    'planned again after a sick day, s': round(again.seconds, 2),
    'calls moved': round(moved.size),
    'of these of other callers': round(ofOthers.length),
    'most memory of planner, input and plans, MB': round(memory),
  };
}

function timed(run) {
  const start = performance.now();
  const result = run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** The plan as it is handed on, without a day of one caller. */
function afterSickDay(input, { placements }) {
  const [{ callerId, on }] = placements;
  const places = new Map(placements.map(({ callId, ...place }) => [callId, place]));
  const calls = input.calls.map(({ id, accountId, dueOn, earliestOn, band, health, callers, hours }) => {
    const place = places.get(id);
    const placed = place && { callerId: place.callerId, startMs: place.startMs };
    return { id, accountId, dueOn, earliestOn, band, health, callers, hours, placed };
  });
  const without = (caller) => ({ ...caller, days: caller.days.filter((day) => day.on !== on) });
  const callers = input.callers.map((caller) => (caller.id === callerId ? without(caller) : caller));
  return { caller: callerId, input: { ...input, calls, callers } };
}

const lateOf = ({ placements, unplaced }) =>
  placements.filter(({ workingDaysLate }) => workingDaysLate > 0).length + unplaced.length;
const daysLate = ({ placements }) => placements.reduce((sum, { workingDaysLate }) => sum + workingDaysLate, 0);

const [accounts, load] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measure(companyOfCalls(accounts, load))));
