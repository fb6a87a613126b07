import type { DueCall, Placement, Plan } from '../plan.js';
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
  if (!call.placed || !isThere(read, call)) return true;
  return read.facts.late(call, dateOf(read, call) ?? '') > 0;
}

/** Whether the place of before could still be had, as far as this call alone goes. */
function isThere(read: PlanRead, call: DueCall): boolean {
  const on = dateOf(read, call);
  if (!call.placed || on === undefined || call.placed.startMs < read.facts.input.notBeforeMs) return false;
  if (call.isFixed) return true;
  const { callerId, startMs } = call.placed;
  return call.callers.includes(callerId) && on >= call.earliestOn && read.facts.accountAnswers(call.hours, startMs);
}

const dateOf = ({ facts }: PlanRead, { placed }: DueCall): Placement['on'] | undefined =>
  placed && facts.dates(placed.callerId).find((on) => facts.callerWorks(placed.callerId, on, placed.startMs));
