import { greedyPlan } from './greedy-plan.mjs';
import { companyOfCalls, horizonDays } from './company-of-calls.mjs';
import { round } from './table.mjs';

const accounts = Number(process.env.BENCH_ACCOUNTS ?? 50_000);

/** How full the callers' days are: calls due, over all they can make. */
const loads = [0.9, 1.05];

/**
 * The planner over everything a large company has due, against a plain pass that gives each call the first free place it
 * likes and never moves another; then once more after one caller's sick day. No database: it is a function.
 */
export async function planning({ onProgress }) {
  const { planCalls } = await import('../../libs/domain/dist/index.js');
  const rows = [[`planning ${round(accounts)} accounts, ${horizonDays} days`, ...loads.map((load) => `load ${load}`)]];
  const columns = loads.map((load) => {
    onProgress(`planning calls at load ${load}`);
    return measure(planCalls, companyOfCalls(accounts, load));
  });
  for (const name of Object.keys(columns[0])) rows.push([name, ...columns.map((column) => column[name])]);
  return rows;
}

function measure(planCalls, input) {
  const greedy = timed(() => greedyPlan(input));
  const first = timed(() => planCalls(input));
  const next = afterSickDay(input, first.result);
  const again = timed(() => planCalls(next.input));
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
    'most memory so far, MB': round(process.resourceUsage().maxRSS / 1024),
  };
}

function timed(run) {
  const start = performance.now();
  const result = run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** The plan as it is handed on, without the day on which a caller has the most calls. */
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
