import { Temporal } from 'temporal-polyfill';

/** How long the period is that a cycle of appraisals looks back on. */
export const cycleKinds = ['month', 'quarter', 'half-year', 'year'] as const;
export type CycleKind = (typeof cycleKinds)[number];

const monthsOf: Readonly<Record<CycleKind, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

export interface CyclePeriod {
  readonly from: string;
  /** The first day after it. */
  readonly to: string;
}

/** The period of that kind which begins on a day (`2026-07-01`); null: none does. Quarters and half-years begin in January. */
export function cyclePeriod(kind: CycleKind, from: string): CyclePeriod | null {
  const first = Temporal.PlainDate.from(from);
  const months = monthsOf[kind];
  if (first.day !== 1 || (first.month - 1) % months !== 0) return null;
  return { from, to: first.add({ months }).toString() };
}

/** The last period of that kind that is over on a day: what a cycle opened on that day looks back on. */
export function lastPeriod(kind: CycleKind, today: string): CyclePeriod {
  const day = Temporal.PlainDate.from(today);
  const months = monthsOf[kind];
  const to = day.with({ day: 1, month: day.month - ((day.month - 1) % months) });
  return { from: to.subtract({ months }).toString(), to: to.toString() };
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
] as const;

/** The period in words, in both languages: "Quarter 3, 2026", "2026年第三季度". */
export function cycleName(kind: CycleKind, from: string): { readonly en: string; readonly zh: string } {
  const { year, month } = Temporal.PlainDate.from(from);
  const quarter = Math.ceil(month / 3);
  const isFirstHalf = month <= 6;
  return {
    month: { en: `${monthNames[month - 1] ?? ''} ${year}`, zh: `${year}年${month}月` },
    quarter: { en: `Quarter ${quarter}, ${year}`, zh: `${year}年第${'一二三四'[quarter - 1] ?? ''}季度` },
    'half-year': {
      en: `${isFirstHalf ? 'First' : 'Second'} half of ${year}`,
      zh: `${year}年${isFirstHalf ? '上' : '下'}半年`,
    },
    year: { en: String(year), zh: `${year}年` },
  }[kind];
}
