import { addDays, daysBetween } from '../../calendar/day.js';
import type { Caller, DueCall, PlanInput, Span } from '../plan.js';

/** What the input says, asked in the plainest way: the checker's own reading, which shares nothing with the planner. */
export class Facts {
  readonly slotMs: number;
  readonly callers: ReadonlyMap<string, Caller>;
  private readonly openOf = new Map<string, readonly Span[]>();
  private readonly hoursOf: ReadonlyMap<string, readonly Span[]>;
  private readonly startsOf = new Map<string, readonly number[]>();
  private readonly workedBefore: ReadonlyMap<string, number>;
  private readonly worked: ReadonlySet<string>;
  private readonly bounds: readonly [string, string];

  constructor(readonly input: PlanInput) {
    this.slotMs = (input.slotMinutes ?? 20) * 60_000;
    this.callers = new Map(input.callers.map((caller) => [caller.id, caller]));
    for (const { id, days } of input.callers) for (const { on, open } of days) this.openOf.set(`${id} ${on}`, open);
    this.hoursOf = new Map(input.hours.map(({ id, open }) => [id, open]));
    const dates = [...input.workingDays].sort();
    this.bounds = [dates[0] ?? '', dates.at(-1) ?? ''];
    this.worked = new Set(dates);
    const counts = new Map<string, number>();
    let count = 0;
    for (let day = this.bounds[0]; day !== '' && day <= this.bounds[1]; day = addDays(day, 1)) {
      count += Number(this.worked.has(day));
      counts.set(day, count);
    }
    this.workedBefore = counts;
  }

  /** The dates of `workingDays` after the due date, up to a date. */
  late(call: DueCall, on: string): number {
    return on <= call.dueOn ? 0 : this.workedUpTo(on) - this.workedUpTo(call.dueOn);
  }

  private workedUpTo(day: string): number {
    if (day < this.bounds[0]) return 0;
    return this.workedBefore.get(day > this.bounds[1] ? this.bounds[1] : day) ?? 0;
  }

  /** Whether a whole slot lies in one of a caller's open spans of a date. */
  callerWorks(callerId: string, on: string, startMs: number): boolean {
    return this.isIn(this.openOf.get(`${callerId} ${on}`) ?? [], startMs);
  }

  accountAnswers(hours: string, startMs: number): boolean {
    return this.isIn(this.hoursOf.get(hours) ?? [], startMs);
  }

  isWorkingDay(day: string): boolean {
    return this.worked.has(day);
  }

  private isIn(spans: readonly Span[], startMs: number): boolean {
    return spans.some(({ fromMs, toMs }) => fromMs <= startMs && startMs + this.slotMs <= toMs);
  }

  /** The starts of all slots of a caller's date that are not past. */
  starts(callerId: string, on: string): readonly number[] {
    const key = `${callerId} ${on}`;
    let starts = this.startsOf.get(key);
    if (starts) return starts;
    starts = (this.openOf.get(key) ?? []).flatMap((span) => this.startsIn(span)).sort((a, b) => a - b);
    this.startsOf.set(key, starts);
    return starts;
  }

  private startsIn({ fromMs, toMs }: Span): number[] {
    const starts: number[] = [];
    for (let start = Math.ceil(fromMs / this.slotMs) * this.slotMs; start + this.slotMs <= toMs; start += this.slotMs) {
      if (start >= this.input.notBeforeMs) starts.push(start);
    }
    return starts;
  }

  /** The starts at which a caller could call an account on a date, were nobody else to be called. */
  commonStarts(call: DueCall, callerId: string, on: string): readonly number[] {
    const key = `${call.hours} ${callerId} ${on}`;
    let starts = this.startsOf.get(key);
    if (starts) return starts;
    starts = this.starts(callerId, on).filter((start) => this.accountAnswers(call.hours, start));
    this.startsOf.set(key, starts);
    return starts;
  }

  /** The dates on which a caller works. */
  dates(callerId: string): readonly string[] {
    return (this.callers.get(callerId)?.days ?? []).map(({ on }) => on);
  }
}

/** The more urgent first: at risk, watch, good; then the older due date, the lower health, the id. */
export const byUrgency = (a: DueCall, b: DueCall): number =>
  bands.indexOf(a.band) - bands.indexOf(b.band) ||
  daysBetween(b.dueOn, a.dueOn) ||
  a.health - b.health ||
  (a.id < b.id ? -1 : 1);

const bands = ['at-risk', 'watch', 'good'];
