import { weekdayOf } from './day.js';
import { halvesOf, intersection, type LocalInterval, type WorkingWeek } from './working-week.js';

export const dayKinds = ['holiday', 'make-up', 'closed', 'open'] as const;

/**
 * What is so on one day: a public holiday; a make-up workday (a day off that is worked in exchange for a holiday, as
 * China's State Council sets them); closed; or open with hours of its own.
 */
export type DayKind = (typeof dayKinds)[number];

export interface DatedDay {
  readonly day: string;
  readonly kind: DayKind;
  /** Hours of that day alone. Without them an open or make-up day has the week's hours. */
  readonly intervals?: readonly LocalInterval[] | undefined;
}

/** What one owner sets; what it leaves out comes from the next one: staff, department, organisation. */
export interface CalendarLayer<Dated extends DatedDay = DatedDay> {
  readonly zone?: string | undefined;
  readonly week?: WorkingWeek | undefined;
  /** False: holidays and make-up days of the next owners do not count here (a call centre that is always open). */
  readonly keepsHolidays?: boolean | undefined;
  /** At most one a day. */
  readonly days: ReadonlyMap<string, Dated>;
}

/** Somebody's time off, both days included; from or until the middle of the day where a half is told. */
export interface LeaveTime {
  readonly from: string;
  readonly to: string;
  readonly fromMidday?: boolean;
  readonly untilMidday?: boolean;
}

export interface WorkingCalendar<Dated extends DatedDay = DatedDay> {
  readonly zone: string;
  /** The nearest first: staff, department, organisation. */
  readonly layers: readonly CalendarLayer<Dated>[];
  readonly leaves: readonly LeaveTime[];
}

/** What a day is and why. `layer`: the owner that decides, 0 for the nearest. */
export interface DayPlan<Dated extends DatedDay = DatedDay> {
  readonly intervals: readonly LocalInterval[];
  readonly layer: number;
  readonly dated?: Dated;
  readonly leave?: LeaveTime;
}

/**
 * The plan of one day: the nearest owner with a dated day decides, else the nearest with a week; leave is taken out of
 * that. An owner that does not keep holidays is not bound by the holidays and make-up days of the next ones.
 */
export function dayPlan<Dated extends DatedDay>(calendar: WorkingCalendar<Dated>, day: string): DayPlan<Dated> {
  const plan = planWithoutLeave(calendar, day);
  const leave = calendar.leaves.find(({ from, to }) => from <= day && day <= to);
  if (!leave) return plan;
  const intervals = calendar.leaves.reduce(
    (left, each) => withoutLeave(left, each, day, plan.intervals),
    plan.intervals,
  );
  return { ...plan, leave, intervals };
}

/** Whether a day is a holiday by these layers. A closed day, and a make-up workday, is none. */
export const isHoliday = (layers: readonly CalendarLayer[], day: string): boolean =>
  decidingDay(layers, day)?.dated.kind === 'holiday';

function planWithoutLeave<Dated extends DatedDay>(
  { layers }: WorkingCalendar<Dated>,
  day: string,
): Omit<DayPlan<Dated>, 'leave'> {
  const deciding = decidingDay(layers, day);
  if (deciding) return { ...deciding, intervals: datedIntervals(layers, day, deciding.dated) };
  return { layer: Math.max(0, weekLayer(layers)), intervals: weekOf(layers)[weekdayOf(day)] ?? [] };
}

/** The nearest dated day that counts, with its owner. */
function decidingDay<Dated extends DatedDay>(
  layers: readonly CalendarLayer<Dated>[],
  day: string,
): { readonly layer: number; readonly dated: Dated } | undefined {
  let keeps: boolean | undefined;
  for (const [layer, { days, keepsHolidays }] of layers.entries()) {
    const dated = days.get(day);
    if (dated && (keeps !== false || dated.kind === 'closed' || dated.kind === 'open')) return { layer, dated };
    keeps ??= keepsHolidays;
  }
  return undefined;
}

const weekLayer = (layers: readonly CalendarLayer[]): number => layers.findIndex(({ week }) => week);
const weekOf = (layers: readonly CalendarLayer[]): WorkingWeek => layers[weekLayer(layers)]?.week ?? [];

/** A day that is worked without hours of its own has those of its weekday, or of the week's first day with any. */
function datedIntervals(layers: readonly CalendarLayer[], day: string, dated: DatedDay): readonly LocalInterval[] {
  if (dated.kind === 'holiday' || dated.kind === 'closed') return [];
  if (dated.intervals && dated.intervals.length > 0) return dated.intervals;
  const week = weekOf(layers);
  const own = week[weekdayOf(day)] ?? [];
  return own.length > 0 ? own : (week.find((intervals) => intervals.length > 0) ?? []);
}

/** `whole` is the day without any leave: halves are halves of that. */
function withoutLeave(
  left: readonly LocalInterval[],
  leave: LeaveTime,
  day: string,
  whole: readonly LocalInterval[],
): readonly LocalInterval[] {
  if (day < leave.from || day > leave.to) return left;
  const { first, second } = halvesOf(whole);
  const worksFirst = day === leave.from && leave.fromMidday === true;
  const worksSecond = day === leave.to && leave.untilMidday === true;
  return intersection(left, [...(worksFirst ? first : []), ...(worksSecond ? second : [])]);
}
