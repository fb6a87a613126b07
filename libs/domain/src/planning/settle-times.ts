import { at, lowestBit } from './ints.js';
import type { Places } from './places.js';

/** Gives the calls of each day, the most urgent first, the earliest time at which the less urgent still have one. */
export function settleTimes(places: Places): void {
  const { diary, table } = places;
  for (let sheet = 0; sheet < diary.room.length; sheet += 1) {
    const calls = diary.callsOn(sheet).filter((call) => at(places.isSettled, call) === 0);
    for (const call of calls.sort((a, b) => at(table.rank, a) - at(table.rank, b))) {
      bringForward(places, call);
      places.isSettled[call] = 1;
    }
  }
}

function bringForward(places: Places, call: number): void {
  const { diary } = places;
  const now = at(places.placeOf, call);
  const sheet = diary.sheetOf(now);
  for (let from = sheet * diary.slotsPerSheet; from <= now; from += 32) {
    for (let left = places.possible(call, from); left !== 0; left &= left - 1) {
      const place = from + lowestBit(left);
      if (place >= now) return;
      if (takeTime(places, call, place)) return;
    }
  }
}

/** Whoever has that time gets another on the same day; false, and nothing is changed, where there is none. */
function takeTime(places: Places, call: number, place: number): boolean {
  const { diary } = places;
  const other = diary.callAt(place);
  if (other >= 0 && at(places.isSettled, other) === 1) return false;
  const now = places.lift(call);
  if (other >= 0) places.lift(other);
  places.put(call, place);
  places.isSettled[call] = 1;
  if (other < 0 || places.fitIn(other, diary.sheetOf(place))) return true;
  places.isSettled[call] = 0;
  places.lift(call);
  places.put(other, place);
  places.put(call, now);
  return false;
}
