import { addDays, localDay, startOfDay } from '@forecall/domain';
import type { Question } from './question.js';

type Range = readonly [from: Date, to: Date];

/** A period cut along the grains of the tallies: whole local days, then quarter-hours, then minutes at both ends. */
export interface Segments {
  readonly days: { readonly first: string; readonly end: string; readonly from: Date; readonly to: Date } | null;
  readonly quarters: readonly Range[];
  readonly minutes: readonly Range[];
}

const minute = 60_000;
const quarter = 15 * minute;
const ceil = (at: number, grain: number) => Math.ceil(at / grain) * grain;
const floor = (at: number, grain: number) => Math.floor(at / grain) * grain;

/** Undefined where the period does not begin and end on whole minutes: only rows can answer then. */
export function segmentsOf({ from, to, zone }: Pick<Question, 'from' | 'to' | 'zone'>): Segments | undefined {
  const start = from.getTime();
  const end = to.getTime();
  if (start % minute !== 0 || end % minute !== 0) return undefined;
  const firstDay = dayOnOrAfter(start, zone);
  const endDay = dayOnOrBefore(end, zone);
  const hasDays = firstDay.at < endDay.at;
  const inner: Range[] = hasDays
    ? [
        [new Date(start), new Date(firstDay.at)],
        [new Date(endDay.at), new Date(end)],
      ]
    : [[from, to]];
  const quarters: Range[] = [];
  const minutes: Range[] = [];
  for (const [a, b] of inner.map(([x, y]) => [x.getTime(), y.getTime()] as const)) {
    const quarterStart = ceil(a, quarter);
    const quarterEnd = floor(b, quarter);
    if (quarterStart < quarterEnd) {
      quarters.push([new Date(quarterStart), new Date(quarterEnd)]);
      if (a < quarterStart) minutes.push([new Date(a), new Date(quarterStart)]);
      if (quarterEnd < b) minutes.push([new Date(quarterEnd), new Date(b)]);
    } else if (a < b) minutes.push([new Date(a), new Date(b)]);
  }
  const days = hasDays
    ? { first: firstDay.date, end: endDay.date, from: new Date(firstDay.at), to: new Date(endDay.at) }
    : null;
  return { days, quarters, minutes };
}

interface DayStart {
  readonly date: string;
  readonly at: number;
}

const dayStart = (date: string, zone: string): DayStart => ({ date, at: startOfDay(date, zone).getTime() });

const dayOnOrBefore = (at: number, zone: string): DayStart => dayStart(localDay(new Date(at), zone), zone);

function dayOnOrAfter(at: number, zone: string): DayStart {
  const day = dayOnOrBefore(at, zone);
  return day.at === at ? day : dayStart(addDays(day.date, 1), zone);
}

/** The instant of a date (its local midnight) or of a date-time with offset. */
export function instantOf(text: string, zone: string): Date {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDay(text, zone) : new Date(text);
}
