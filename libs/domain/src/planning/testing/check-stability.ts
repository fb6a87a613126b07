import type { DueCall, Plan } from '../plan.js';
import type { PlanRead } from './plan-read.js';

/**
 * What had a good place has it still. A call that was on time and moved although its place is still there did so for
 * another that had lost its own, was late or is new: one of the same caller.
 */
export function checkStability(read: PlanRead, plan: Plan): string[] {
  const { calls } = read.facts.input;
  const told = new Set(plan.moved);
  const moved = calls.filter((call) => call.placed && !read.isWhereItWas(call));
  const inNeed = new Set(calls.filter((call) => isInNeed(read, call)).map(callerOf));
  return [
    ...calls
      .filter(({ id }) => told.has(id))
      .filter((call) => !moved.includes(call))
      .map(({ id }) => `${id} has not moved`),
    ...moved.filter(({ id }) => !told.has(id)).map(({ id }) => `${id} has moved and is not named`),
    ...moved.filter((call) => call.isFixed && isThere(read, call)).map(({ id }) => `${id} was fixed and has moved`),
    ...moved
      .filter((call) => !isInNeed(read, call) && !inNeed.has(callerOf(call)))
      .map(({ id }) => `${id} has moved for a call of somebody else`),
  ];
}

const callerOf = ({ placed, callers }: DueCall): string | undefined => placed?.callerId ?? callers[0];

/** Whether a call has to be placed, or may be for the better. */
function isInNeed(read: PlanRead, call: DueCall): boolean {
  const on = read.dateBefore(call);
  if (!call.placed || on === undefined || !isThere(read, call) || isContested(read, call, on)) return true;
  return read.facts.late(call, on) > 0;
}

/** Whether others were at the same time, or more on that day than the caller makes by now. */
function isContested(read: PlanRead, { id, placed }: DueCall, on: string): boolean {
  const sameDay = read.callsBefore(placed?.callerId ?? '', on);
  const most = read.facts.callers.get(placed?.callerId ?? '')?.callsPerDay ?? 0;
  return sameDay.length > most || sameDay.some((call) => call.id !== id && call.placed?.startMs === placed?.startMs);
}

/** Whether the place of before could still be had, as far as this call alone goes. */
function isThere(read: PlanRead, call: DueCall): boolean {
  const on = read.dateBefore(call);
  if (!call.placed || on === undefined || call.placed.startMs < read.facts.input.notBeforeMs) return false;
  if (call.isFixed) return true;
  const { callerId, startMs } = call.placed;
  return call.callers.includes(callerId) && on >= call.earliestOn && read.facts.accountAnswers(call.hours, startMs);
}
