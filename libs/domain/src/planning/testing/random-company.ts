import { addDays } from '../../calendar/day.js';
import type { LeaveTime, WorkingCalendar } from '../../calendar/working-calendar.js';
import { workingIntervals } from '../../calendar/working-time.js';
import type { LocalInterval } from '../../calendar/working-week.js';
import type { Caller, CallingHours, Span } from '../plan.js';
import type { Draw } from './draw.js';
import { calendarOf, datesOf, h, horizons, regions, weekdays, type Horizon, type Region } from './regions.js';

/** Callers who stand in for each other, and the hours of the accounts they call. */
export interface Team {
  readonly callers: readonly Caller[];
  readonly hours: readonly CallingHours[];
}

export interface Company {
  readonly horizon: Horizon;
  readonly teams: readonly Team[];
  readonly workingDays: readonly string[];
}

const windows = {
  narrow: [[h(9, 18)], [h(9, 12)], [h(14, 17)], [h(10, 11), h(15, 16)]],
  wide: [[h(0, 24)]],
};

/** A team in each of two countries, each with leave, capacities of their own, and accounts in two zones. */
export function randomCompany(draw: Draw, width: keyof typeof windows): Company {
  const horizon = draw.one(horizons);
  const teams = regions.map((region) => ({
    callers: Array.from({ length: draw.from(2, 3) }, (_, n) => caller(draw, `${region.zone} ${n}`, region, horizon)),
    hours: region.accountZones.flatMap((zone) =>
      windows[width].map((window, n) => callingHours(`${zone} ${n}`, zone, region, window, horizon)),
    ),
  }));
  // A company has been at work before, so that what was due earlier is late by now.
  return { horizon, teams, workingDays: weekdays({ from: addDays(horizon.from, -60), to: horizon.to }) };
}

function caller(draw: Draw, id: string, { zone, country, hours }: Region, horizon: Horizon): Caller {
  const from = addDays(horizon.from, draw.from(0, 45));
  const leave: LeaveTime = { from, to: addDays(from, draw.from(0, 9)), fromMidday: draw.share() < 0.5 };
  const calendar = calendarOf(zone, country, hours, [leave]);
  const days = datesOf(horizon).map((on) => ({ on, open: spansOn(calendar, on) }));
  return { id, callsPerDay: draw.from(1, 3), days: days.filter(({ open }) => open.length > 0) };
}

function callingHours(
  id: string,
  zone: string,
  { country }: Region,
  window: readonly LocalInterval[],
  horizon: Horizon,
): CallingHours {
  const calendar = calendarOf(zone, country, window);
  return { id, open: datesOf(horizon).flatMap((on) => spansOn(calendar, on)) };
}

const spansOn = (calendar: WorkingCalendar, on: string): Span[] =>
  workingIntervals(calendar, on).map(({ from, to }) => ({ fromMs: from, toMs: to }));
