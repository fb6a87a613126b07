import type { TallyVerification } from '@forecall/contracts';

export type TallyStanding = 'never' | 'under-way' | 'broken-off' | 'agrees' | 'differs';

/** Longer than a recount of a hundred million rows takes: what has not ended by then does not end any more. */
const longestMilliseconds = 6 * 3_600_000;

/** What the last comparison says; `now` in milliseconds. */
export function tallyStanding({ startedAt, finishedAt, differences }: TallyVerification, now: number): TallyStanding {
  if (startedAt === null) return 'never';
  if (finishedAt === null) return now - Date.parse(startedAt) < longestMilliseconds ? 'under-way' : 'broken-off';
  return differences === 0 ? 'agrees' : 'differs';
}
