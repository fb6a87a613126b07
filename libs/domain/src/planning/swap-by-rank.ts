import { at } from './ints.js';
import type { Before } from './keep-places.js';
import type { Places } from './places.js';

/**
 * Among calls that are late the more urgent go first: a late call changes places with one that is earlier where that makes
 * the two less late together, or leaves the sum and the late one is the more urgent. Kept calls stay. Whether any did.
 */
export function swapByRank(places: Places, { isKept }: Before): boolean {
  let isAny = false;
  for (const call of places.table.byRank) {
    if (at(isKept, call) === 1 || !places.isPlaced(call) || places.late(call) === 0) continue;
    if (swapForward(places, isKept, call)) isAny = true;
  }
  return isAny;
}

function swapForward(places: Places, isKept: Int32Array, call: number): boolean {
  const { diary } = places;
  const late = places.late(call);
  for (const sheet of places.sheetsByPreference(call)) {
    if (places.table.late(call, diary.dayOf(sheet)) >= late) return false;
    for (const other of diary.callsOn(sheet)) {
      if (at(isKept, other) === 0 && isWorthwhile(places, call, other) && swap(places, call, other)) return true;
    }
  }
  return false;
}

function isWorthwhile(places: Places, call: number, other: number): boolean {
  const { table } = places;
  const gain = places.late(call) - table.late(call, places.dayOf(other));
  const loss = table.late(other, places.dayOf(call)) - places.late(other);
  return gain > loss || (gain === loss && at(table.rank, call) < at(table.rank, other));
}

/** Changes the places of two calls, by other times for calls of those days where need be; false where that cannot be. */
function swap(places: Places, call: number, other: number): boolean {
  const { diary, table } = places;
  const from = places.sheetOf(call);
  const to = places.sheetOf(other);
  const day = diary.dayOf(from);
  if (!table.isOneOf(other, diary.callerOf(from)) || day < places.firstDay(other) || day > places.lastDay(other))
    return false;
  places.lift(call);
  places.lift(other);
  if (places.fitIn(call, to)) {
    if (places.fitIn(other, from)) return true;
    places.lift(call);
  }
  // Both days held these calls before: so they do again, if at other times.
  places.fitIn(other, to);
  places.fitIn(call, from);
  return false;
}
