import type { DueCall, Plan, PlanInput } from '../plan.js';
import { checkOrder } from './check-order.js';
import { checkStability } from './check-stability.js';
import { Facts } from './facts.js';
import { costUnplaced } from './lateness-bound.js';
import { PlanRead } from './plan-read.js';

/** Everything about a plan that breaks a rule, in words; nothing for a good one. */
export function planFaults(input: PlanInput, plan: Plan): string[] {
  const facts = new Facts(input);
  const read = new PlanRead(facts, plan);
  return [
    ...checkCompleteness(input, plan),
    ...input.calls.flatMap((call) => checkPlace(facts, read, call)),
    ...checkRoom(read),
    ...checkAccounts(read),
    ...checkUnplaced(read, plan),
    ...checkOrder(read),
    ...checkStability(read, plan),
  ];
}

/** The sum of working days late; a call without a place counts as late as one on the working day after the last. */
export function latenessOf(input: PlanInput, plan: Plan): number {
  const facts = new Facts(input);
  const calls = new Map(input.calls.map((call) => [call.id, call]));
  const cost = ({ callId, why }: Plan['unplaced'][number]) => {
    const call = calls.get(callId);
    return call && why === 'no-capacity' ? costUnplaced(facts, call) : 0;
  };
  return (
    plan.placements.reduce((sum, { workingDaysLate }) => sum + workingDaysLate, 0) +
    plan.unplaced.reduce((sum, unplaced) => sum + cost(unplaced), 0)
  );
}

/** Each call has one place, or one reason for having none. */
function checkCompleteness({ calls }: PlanInput, { placements, unplaced }: Plan): string[] {
  const told = [...placements, ...unplaced].map(({ callId }) => callId);
  const known = new Set(calls.map(({ id }) => id));
  return [
    ...told.filter((id, n) => told.indexOf(id) !== n).map((id) => `${id} is there twice`),
    ...told.filter((id) => !known.has(id)).map((id) => `${id} was not asked for`),
    ...calls.filter(({ id }) => !told.includes(id)).map(({ id }) => `${id} is missing`),
  ];
}

/** A call lies in the open time of its caller and its account, on its dates, on the grid and not in the past. */
function checkPlace(facts: Facts, read: PlanRead, call: DueCall): string[] {
  const placement = read.placement(call);
  if (!placement) return [];
  const { callerId, on, startMs, workingDaysLate } = placement;
  const isByHand = read.isFixed(call);
  const faults: [boolean, string][] = [
    [startMs % facts.slotMs !== 0, 'is not on the grid'],
    [startMs < facts.input.notBeforeMs, 'is in the past'],
    [!facts.callerWorks(callerId, on, startMs), 'is at a time its caller does not work'],
    [!isByHand && !call.callers.includes(callerId), 'is with a caller who may not make it'],
    [!isByHand && !facts.accountAnswers(call.hours, startMs), 'is at a time its account cannot be called'],
    [!isByHand && on < call.earliestOn, 'is too early'],
    [workingDaysLate !== facts.late(call, on), `is ${facts.late(call, on)} working days late, not ${workingDaysLate}`],
  ];
  return faults.flatMap(([isSo, fault]) => (isSo ? [`${call.id} ${fault}`] : []));
}

/** One call in a slot of a caller, and no more on a day than the caller makes. */
function checkRoom(read: PlanRead): string[] {
  return [...read.days()].flatMap(([day, placements]) => {
    const starts = new Set(placements.map(({ startMs }) => startMs));
    const most = read.facts.callers.get(placements[0]?.callerId ?? '')?.callsPerDay ?? 0;
    return [
      ...(starts.size < placements.length ? [`${day}: two calls at once`] : []),
      ...(placements.length > most ? [`${day}: ${placements.length} calls of at most ${most}`] : []),
    ];
  });
}

/** The calls of an account are on different days, in the order of their due dates. */
function checkAccounts(read: PlanRead): string[] {
  return [...read.accounts()].flatMap(([account, calls]) => {
    const dates = calls.flatMap((call) => read.placement(call)?.on ?? []);
    return dates.some((on, n) => n > 0 && on <= (dates[n - 1] ?? '')) ? [`${account}: calls out of order`] : [];
  });
}

/** The reason given is the true one. */
function checkUnplaced(read: PlanRead, { unplaced }: Plan): string[] {
  const { facts } = read;
  return unplaced.flatMap(({ callId, why }) => {
    const call = read.call(callId);
    if (!call) return [];
    const days = call.callers.flatMap((id) => facts.dates(id).map((on) => [id, on] as const));
    const later = days.filter(([, on]) => on >= call.earliestOn);
    const isWorked = later.some(([id, on]) => facts.starts(id, on).length > 0);
    const isCommon = later.some(([id, on]) => facts.commonStarts(call, id, on).length > 0);
    const isFree = later.some(([id, on]) => read.freeStart(call, id, on) !== undefined);
    const reason = isCommon ? 'no-capacity' : isWorked ? 'no-common-hours' : 'no-caller';
    return [
      ...(why === reason ? [] : [`${callId} has no place: ${reason}, not ${why}`]),
      ...(isFree ? [`${callId} has no place though there is a free one`] : []),
    ];
  });
}
