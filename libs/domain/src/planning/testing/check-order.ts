import type { DueCall, Placement } from '../plan.js';
import { byUrgency } from './facts.js';
import { costUnplaced } from './lateness-bound.js';
import type { PlanRead } from './plan-read.js';

type Placed = readonly [DueCall, Placement];

/** Whether each call that had no place before has the best place left, and the urgent ones go first. */
export function checkOrder(read: PlanRead): string[] {
  const free = read.facts.input.calls.flatMap((call): Placed[] => {
    const placement = read.placement(call);
    return placement && !call.placed ? [[call, placement]] : [];
  });
  return [
    ...free.flatMap((placed) => checkPreference(read, placed)),
    ...read.facts.input.calls.filter(({ placed }) => !placed).flatMap((call) => checkUrgency(read, call, free)),
    ...free.flatMap((placed) => checkTime(read, placed, free)),
  ];
}

/** On time before late, the first caller before the next, the due date before earlier ones; late: the sooner. */
function checkPreference(read: PlanRead, [call, { callerId, on }]: Placed): string[] {
  const dislike = (id: string, date: string): (number | string)[] =>
    date <= call.dueOn
      ? [0, call.callers.indexOf(id), -Date.parse(date)]
      : [1, Date.parse(date), call.callers.indexOf(id)];
  const better = call.callers.flatMap((id) =>
    read.facts
      .dates(id)
      .filter((date) => isLess(dislike(id, date), dislike(callerId, on)))
      .filter((date) => read.freeStart(call, id, date) !== undefined)
      .map((date) => `${call.id} is with ${callerId} on ${on} though ${id} has room on ${date}`),
  );
  return better.slice(0, 1);
}

const isLess = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean => {
  const n = a.findIndex((value, index) => value !== b[index]);
  return n >= 0 && (a[n] ?? 0) < (b[n] ?? 0);
};

/**
 * No two calls could change places, or one without a place take that of another, so that they are less late together, or
 * as late and the more urgent one less.
 */
function checkUrgency(read: PlanRead, call: DueCall, all: readonly Placed[]): string[] {
  const place = read.placement(call);
  const late = (who: DueCall, where?: Placement) =>
    where ? read.facts.late(who, where.on) : costUnplaced(read.facts, who);
  if (late(call, place) === 0) return [];
  const earlier = all.filter(([other, otherPlace]) => {
    const gain = late(call, place) - late(call, otherPlace);
    const loss = late(other, place) - late(other, otherPlace);
    return gain > 0 && (gain > loss || (gain === loss && byUrgency(call, other) < 0));
  });
  const partner = earlier.find(
    ([other, otherPlace]) => fits(read, call, otherPlace) && (!place || fits(read, other, place)),
  );
  return partner
    ? [`${call.id} on ${place?.on ?? 'no day'} should go before ${partner[0].id} on ${partner[1].on}`]
    : [];
}

/** Whether a call could be in the place of another. */
function fits(read: PlanRead, call: DueCall, { callerId, on, startMs }: Placement): boolean {
  const isOfCaller = call.callers.includes(callerId) && on >= call.earliestOn;
  return isOfCaller && read.facts.accountAnswers(call.hours, startMs) && read.isBetweenOthers(call, on);
}

/** Within a day no call could go to an earlier free time, or change times with a less urgent one before it. */
function checkTime(read: PlanRead, [call, place]: Placed, all: readonly Placed[]): string[] {
  const { facts } = read;
  const taken = read.on(place.callerId, place.on);
  const sooner = facts
    .commonStarts(call, place.callerId, place.on)
    .find((start) => start < place.startMs && taken.every(({ startMs }) => startMs !== start));
  const before = taken.filter(({ startMs }) => startMs < place.startMs).map(({ callId }) => callId);
  const partner = all.find(
    ([other, otherPlace]) =>
      before.includes(other.id) &&
      byUrgency(call, other) < 0 &&
      facts.accountAnswers(call.hours, otherPlace.startMs) &&
      facts.accountAnswers(other.hours, place.startMs),
  );
  return [
    ...(sooner === undefined ? [] : [`${call.id} could be called sooner on ${place.on}`]),
    ...(partner ? [`${call.id} comes after ${partner[0].id} on ${place.on}`] : []),
  ];
}
