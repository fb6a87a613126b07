import { dayAt } from './grid.js';
import { at } from './ints.js';
import type { Places } from './places.js';

/** What the plan before leaves to this one. */
export interface Before {
  /** 1 for a call that is where it was. */
  readonly isKept: Int32Array;
  /**
   * The row of the caller who had it, else of the first who may make it; -1 for a caller who is gone, and for a fixed
   * call. A kept call moves only for calls with the same one.
   */
  readonly caller: Int32Array;
}

export const isFixed = ({ isKept, caller }: Before, call: number): boolean =>
  at(isKept, call) === 1 && at(caller, call) < 0;

/**
 * Puts each call back where the plan before has it, if that place is still there and the rules allow it: first the fixed
 * ones, then those on time, then the late ones, of each the more urgent first.
 */
export function keepPlaces(places: Places, rowOfCaller: ReadonlyMap<string, number>, slotMs: number): Before {
  const { table, diary } = places;
  const isKept = new Int32Array(table.count);
  const caller = Int32Array.from(table.calls, ({ placed }, call) =>
    placed ? (rowOfCaller.get(placed.callerId) ?? -1) : table.callers(call) > 0 ? table.caller(call, 0) : -1,
  );
  const wanted = Int32Array.from(table.calls, ({ placed }, call) =>
    placed ? placeAt(places, at(caller, call), placed.startMs, slotMs) : -1,
  );
  const isByHand = (call: number) => table.calls[call]?.isFixed === true;
  const isOnTime = (call: number) => diary.dayOf(diary.sheetOf(at(wanted, call))) <= at(table.due, call);
  const keep = (isTurnOf: (call: number) => boolean) => {
    for (const call of table.byRank) {
      const place = at(wanted, call);
      if (place < 0 || places.isPlaced(call) || !isTurnOf(call) || !isAllowed(places, call, place, isByHand(call)))
        continue;
      places.put(call, place);
      places.isSettled[call] = 1;
      isKept[call] = 1;
      if (isByHand(call)) caller[call] = -1;
    }
  };
  keep(isByHand);
  keep(isOnTime);
  keep(() => true);
  return { isKept, caller };
}

/** The place of a caller at a slot, -1 where the caller does not work then. A caller's date is within a day of UTC's. */
function placeAt({ diary }: Places, caller: number, startMs: number, slotMs: number): number {
  const slot = startMs / slotMs;
  if (caller < 0 || !Number.isInteger(slot)) return -1;
  const around = dayAt(startMs) - diary.firstDay;
  for (let day = Math.max(0, around - 1); day <= Math.min(diary.days - 1, around + 1); day += 1) {
    const sheet = caller * diary.days + day;
    const offset = slot - at(diary.firstSlot, sheet);
    const place = sheet * diary.slotsPerSheet + offset;
    if (offset >= 0 && offset < diary.slotsPerSheet && diary.isOpen(place)) return place;
  }
  return -1;
}

/** Whether a call may have a place; for a fixed one whatever its dates, its callers and its account's usual hours. */
function isAllowed(places: Places, call: number, place: number, isByHand: boolean): boolean {
  const { diary, table } = places;
  const sheet = diary.sheetOf(place);
  const day = diary.dayOf(sheet);
  if (diary.callAt(place) >= 0 || at(diary.room, sheet) <= 0) return false;
  if (day < places.afterPrevious(call) || day > places.lastDay(call)) return false;
  if (isByHand) return true;
  const isPossible = (places.possible(call, place - (place % 32)) & (1 << (place & 31))) !== 0;
  return isPossible && day >= at(table.earliest, call) && table.isOneOf(call, diary.callerOf(sheet));
}
