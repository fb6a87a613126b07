import { addDays, localDay, startOfDay } from '@forecall/domain';
import { Temporal } from 'temporal-polyfill';
import { organisationZone } from '../company/company.js';
import { type DepartmentPlan, departmentPlans } from '../company/department-plan.js';
import type { Region } from '../company/people-names.js';
import { type DayKind, dayKind } from './working-day.js';

const hourMs = 3_600_000;

/** Contacts that arrive in a year, on average over all chances. */
export const contactsPerYear = 85_000;

/** A young company that doubles within the year: there is more to see today than a year ago. */
const growthPerYear = 1;

/** Whose clock people call by, and their part of the contacts. */
export const regions: readonly { readonly region: Region; readonly zone: string; readonly share: number }[] = [
  { region: 'china', zone: organisationZone, share: 0.66 },
  { region: 'europe', zone: 'Europe/Berlin', share: 0.17 },
  { region: 'americas', zone: 'America/New_York', share: 0.17 },
];

const dayFactor: Readonly<Record<DayKind, number>> = { 'work day': 1, 'after rest': 1.22, rest: 0.3, holiday: 0.14 };

/** By local hour, from midnight: two waves with lunch between, little at night; sums up to 100. */
const hourShape = [
  0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 0.7, 2.2, 7, 11.2, 12.6, 9.8, 5.2, 8, 11.4, 10.6, 8.3, 5, 2.6, 1.8, 1.2, 0.8, 0.4, 0.3,
];

/** Inside the day of a month: invoices go out at its beginning. */
const monthStart = (plan: DepartmentPlan, dayOfMonth: number) =>
  plan.name === 'Billing' && dayOfMonth <= 5 ? 1.25 : 1;

/** One department's arrivals from one region, an entry for each hour since the beginning. */
export interface Stream {
  readonly plan: DepartmentPlan;
  readonly region: Region;
  /** Expected. */
  readonly ratesPerHour: Float64Array;
  /** What the roster was drawn up for: an ordinary day of the week, without season and what waited. */
  readonly plannedPerHour: Float64Array;
}

export interface Intensity {
  readonly fromMs: number;
  readonly toMs: number;
  readonly streams: readonly Stream[];
}

/** The day in the organisation's zone on which the year up to a moment begins. */
export const firstDay = (nowMs: number): string => addDays(localDay(new Date(nowMs), organisationZone), -365);

/**
 * The year before `nowMs` and the rest of its hour: by hour of the week in the callers' own zone, working days and
 * holidays, month and growth; scaled to `contactsPerYear`.
 */
export function intensityUntil(nowMs: number): Intensity {
  const fromMs = startOfDay(firstDay(nowMs), organisationZone).getTime();
  const hours = Math.ceil((nowMs - fromMs) / hourMs);
  const streams = regions.flatMap(({ region, zone, share }) => {
    const clock = clockHours(region, zone, fromMs, hours);
    return departmentPlans.map((plan) => relative(plan, region, clock, plan.arrivals * share));
  });
  const scale = contactsPerYear / streams.reduce((sum, { ratesPerHour }) => sum + total(ratesPerHour), 0);
  return {
    fromMs,
    toMs: nowMs,
    streams: streams.map((stream) => ({
      ...stream,
      ratesPerHour: stream.ratesPerHour.map((rate) => rate * scale),
      plannedPerHour: stream.plannedPerHour.map((rate) => rate * scale),
    })),
  };
}

const total = (numbers: Float64Array) => numbers.reduce((sum, each) => sum + each, 0);

/** What the clock of a region says in an hour. */
interface ClockHour {
  readonly hour: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly kind: DayKind;
}

/** The zone's offset is asked once a day; on the two days a year when it changes a few hours are an hour off. */
function clockHours(region: Region, zone: string, fromMs: number, hours: number): ClockHour[] {
  return Array.from({ length: Math.ceil(hours / 24) }, (_, day) => {
    const dayMs = fromMs + day * 24 * hourMs;
    const offset = Temporal.Instant.fromEpochMilliseconds(dayMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
    const kinds = new Map<string, DayKind>();
    return Array.from({ length: 24 }, (_hour, hour) => {
      const local = new Date(dayMs + hour * hourMs + offset);
      const date = local.toISOString().slice(0, 10);
      const kind = kinds.get(date) ?? dayKind(date, region);
      kinds.set(date, kind);
      return { hour: local.getUTCHours(), month: local.getUTCMonth() + 1, dayOfMonth: local.getUTCDate(), kind };
    });
  })
    .flat()
    .slice(0, hours);
}

function relative(plan: DepartmentPlan, region: Region, clock: readonly ClockHour[], weight: number): Stream {
  const planned = Float64Array.from(
    clock,
    ({ hour, kind }, index) =>
      weight * (hourShape[hour] ?? 0) * Math.min(1, dayFactor[kind]) * (1 + growthPerYear) ** (index / clock.length),
  );
  const rates = planned.map((rate, index) => {
    const at = clock[index];
    if (!at) return 0;
    const waited = Math.max(1, dayFactor[at.kind]);
    return rate * waited * (plan.season[at.month - 1] ?? 1) * monthStart(plan, at.dayOfMonth);
  });
  // On average over the year the roster is right.
  const drift = total(rates) / total(planned);
  return { plan, region, ratesPerHour: rates, plannedPerHour: planned.map((rate) => rate * drift) };
}
