import type { ValueTransformer } from 'typeorm';

/** From when to when something holds, half open: at the instant `to` it holds no more. */
export interface Period {
  /** null: since before the records begin. */
  from: Date | null;
  /** null: still so. */
  to: Date | null;
}

/** `-infinity` in the table is null in the program, because no Date can say it. */
export const sinceEver: ValueTransformer = {
  to: (value: Date | null | undefined) => (value === null ? -Infinity : value),
  from: (value: Date | number) => (value instanceof Date ? value : null),
};

export const fromColumn = {
  name: 'from',
  type: 'timestamptz',
  default: () => "'-infinity'",
  transformer: sinceEver,
} as const;
export const toColumn = { name: 'to', type: 'timestamptz', nullable: true } as const;

const start = (period: Period) => period.from?.getTime() ?? -Infinity;
const end = (period: Period) => period.to?.getTime() ?? Infinity;

export const holdsAt = (period: Period, at: Date) => start(period) <= at.getTime() && at.getTime() < end(period);
export const hasBegunBy = (period: Period, at: Date) => start(period) <= at.getTime();
/** Whether the first instant of `later` lies in `period`. */
export const holdsAtStartOf = (later: Period, period: Period) =>
  start(period) <= start(later) && start(later) < end(period);
export const overlap = (a: Period, b: Period) => start(a) < end(b) && start(b) < end(a);
/** Whether the whole of `inner` lies in `outer`. */
export const contains = (outer: Period, inner: Period) => start(outer) <= start(inner) && end(inner) <= end(outer);
