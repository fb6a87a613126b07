import type { Span } from '../planning/plan.js';
import { at } from '../planning/ints.js';
import type { BookingInput, ExamPlacement } from './booking-plan.js';

export const overlaps = (a: Span, b: Span): boolean => a.fromMs < b.toMs && b.fromMs < a.toMs;

/** What is left of open time; open spans are in order and apart, busy ones as they come. */
export function withoutBusy(open: readonly Span[], busy: readonly Span[]): Span[] {
  const taken = busy.toSorted((a, b) => a.fromMs - b.fromMs);
  return open.flatMap(({ fromMs, toMs }) => {
    const left: Span[] = [];
    let from = fromMs;
    for (const span of taken) {
      if (span.toMs <= from || span.fromMs >= toMs) continue;
      if (span.fromMs > from) left.push({ fromMs: from, toMs: span.fromMs });
      from = span.toMs;
    }
    return from < toMs ? [...left, { fromMs: from, toMs }] : left;
  });
}

/** Whether any bit is set. */
export const hasAny = (bits: Int32Array): boolean => bits.some((word) => word !== 0);

/**
 * The slots in which assessors examine: what is free of each stretch of their time is cut into exams, one after the other
 * from its begin. So two of an assessor never overlap. They are numbered by how gladly they are taken: the first few of
 * every day, the earliest day first, then the next few of every day.
 */
export class ExamSlots {
  readonly startMs: Float64Array;
  /** By number in the input. */
  readonly assessor: Int32Array;
  private readonly on: readonly string[];
  private readonly byStart: readonly { readonly startMs: number; readonly slots: readonly number[] }[];

  constructor(
    private readonly input: BookingInput,
    busyOf: (staffId: string) => readonly Span[],
  ) {
    const cut = input.assessors.flatMap(({ id, days }, assessor) => {
      const busy = busyOf(id);
      return days.flatMap(({ on, open }) =>
        withoutBusy(open, busy)
          .flatMap((span) => this.startsIn(span))
          .map((startMs, n) => ({ startMs, assessor, on, round: Math.floor(n / input.perDay) })),
      );
    });
    cut.sort((a, b) => a.round - b.round || a.startMs - b.startMs || a.assessor - b.assessor);
    this.startMs = Float64Array.from(cut, ({ startMs }) => startMs);
    this.assessor = Int32Array.from(cut, ({ assessor }) => assessor);
    this.on = cut.map(({ on }) => on);
    const numbered = cut.map(({ startMs }, slot) => ({ startMs, slot }));
    this.byStart = [...Map.groupBy(numbered, ({ startMs }) => startMs)]
      .map(([startMs, found]) => ({ startMs, slots: found.map(({ slot }) => slot) }))
      .sort((a, b) => a.startMs - b.startMs);
  }

  get count(): number {
    return this.assessor.length;
  }

  get words(): number {
    return (this.count + 31) >> 5;
  }

  assessorOf(slot: number): string {
    return this.input.assessors[at(this.assessor, slot)]?.id ?? '';
  }

  span(slot: number): Span {
    const fromMs = this.startMs[slot] ?? 0;
    return { fromMs, toMs: fromMs + this.input.examMs };
  }

  place(slot: number): Omit<ExamPlacement, 'candidateId'> {
    return { assessorId: this.assessorOf(slot), startMs: this.startMs[slot] ?? 0, on: this.on[slot] ?? '' };
  }

  /** A bit for each slot that lies wholly in these spans, which are in order, and is of none of these assessors. */
  fitting(spans: readonly Span[], notBy: ReadonlySet<string>): Int32Array {
    const bits = new Int32Array(this.words);
    const allowed = this.input.assessors.map(({ id }) => !notBy.has(id));
    let n = 0;
    for (const { startMs, slots } of this.byStart) {
      while ((spans[n]?.toMs ?? Infinity) < startMs + this.input.examMs) n += 1;
      if ((spans[n]?.fromMs ?? Infinity) > startMs) continue;
      for (const slot of slots)
        if (allowed[at(this.assessor, slot)]) bits[slot >> 5] = at(bits, slot >> 5) | (1 << (slot & 31));
    }
    return bits;
  }

  private startsIn({ fromMs, toMs }: Span): number[] {
    const { gridMs, examMs } = this.input;
    const starts: number[] = [];
    for (let start = roundUp(fromMs, gridMs); start + examMs <= toMs; start = roundUp(start + examMs, gridMs))
      starts.push(start);
    return starts;
  }
}

const roundUp = (ms: number, gridMs: number) => Math.ceil(ms / gridMs) * gridMs;
