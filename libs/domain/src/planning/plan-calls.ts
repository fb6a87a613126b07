import { CallTable } from './call-table.js';
import { Diary } from './diary.js';
import { dateOf } from './grid.js';
import { HoursTable } from './hours-table.js';
import { at } from './ints.js';
import { keepPlaces } from './keep-places.js';
import { Places } from './places.js';
import { Placing } from './placing.js';
import { defaultSlotMinutes, type Caller, type Placement, type Plan, type PlanInput } from './plan.js';
import { settleTimes } from './settle-times.js';
import { swapByRank } from './swap-by-rank.js';
import { whyUnplaced } from './why-unplaced.js';

/**
 * Gives each due call a caller and a time, by these rules, the earlier before the later ones:
 * - a place of the plan before stays while it is there and on time; a fixed one always;
 * - no call is late where a plan exists in which none is (as long as the dates at which the calls of one account are on
 *   time do not overlap): calls that stay on time elsewhere make room;
 * - the first of its callers who can, on the due date, else before it as near as can be;
 * - where not all can be on time: few working days late in all, and of the calls due the more urgent first;
 * - within a day the more urgent at the earlier times.
 *
 * Where places of before are given, what needs a new one moves only such others as the same caller had. Pure: the same
 * input gives the same plan, in whatever order its lists are.
 */
export function planCalls(input: PlanInput): Plan {
  const slotMs = (input.slotMinutes ?? defaultSlotMinutes) * 60_000;
  const callers = input.callers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const diary = new Diary(callers, slotMs, Math.ceil(input.notBeforeMs / slotMs));
  const hours = new HoursTable(input.hours, slotMs, ...diary.horizon);
  const rowOfCaller = new Map(callers.map(({ id }, row) => [id, row]));
  const table = new CallTable({ ...input, rowOfCaller, hours, firstDay: diary.firstDay });
  const places = new Places(diary, table, hours);
  const before = keepPlaces(places, rowOfCaller, slotMs);
  const placing = new Placing(places, before);
  placing.placeAll();
  while (swapByRank(places, before) || placing.improve() || placing.trade()) placing.prefer();
  settleTimes(places);
  return written(places, callers, slotMs);
}

function written(places: Places, callers: readonly Caller[], slotMs: number): Plan {
  const { table, diary } = places;
  const dates = Array.from({ length: diary.days }, (_, day) => dateOf(diary.firstDay + day));
  const placementOf = (call: number): Placement => ({
    callId: table.calls[call]?.id ?? '',
    callerId: callers[diary.callerOf(places.sheetOf(call))]?.id ?? '',
    on: dates[places.dayOf(call)] ?? '',
    startMs: diary.slotOf(at(places.placeOf, call)) * slotMs,
    workingDaysLate: places.late(call),
  });
  const rows = Array.from(table.due.keys());
  const placements = rows.map((call) => (places.isPlaced(call) ? placementOf(call) : undefined));
  return {
    placements: placements.filter((placement) => placement !== undefined),
    unplaced: table.calls.flatMap(({ id }, call) =>
      places.isPlaced(call) ? [] : [{ callId: id, why: whyUnplaced(places, call) }],
    ),
    moved: table.calls.flatMap(({ id, placed }, call) => {
      const now = placements[call];
      return placed && (placed.callerId !== now?.callerId || placed.startMs !== now.startMs) ? [id] : [];
    }),
  };
}
