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
  while (placing.improve() || swapByRank(places, before)) placing.prefer();
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
