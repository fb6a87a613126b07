import { addDays, type CycleKind, lastPeriod } from '@forecall/domain';

/** First days of the last periods of a kind that are over on a day, the newest first. */
export function pastPeriods(kind: CycleKind, today: string, count: number): string[] {
  const first = lastPeriod(kind, today).from;
  if (count <= 1) return [first];
  return [first, ...pastPeriods(kind, first, count - 1)];
}

/** When appraisals are to be written by, unless somebody says otherwise. */
export const usualWriteBy = (today: string): string => addDays(today, 14);
