import type { TrainingList } from '@forecall/contracts';
import { shiftDay } from '@forecall/domain';

export type TrainingStanding = 'wanted' | 'up-to-date' | 'planned' | 'no-key-account';

/** How an account stands in its training. Where none is wanted, they were taught within a year, or will be, or are in no class. */
export function standingOf(
  { isWanted, lastHeldOn }: Pick<TrainingList['wanted'], 'isWanted' | 'lastHeldOn'>,
  isPlanned: boolean,
  today: string,
): TrainingStanding {
  if (isWanted) return 'wanted';
  if (lastHeldOn !== null && lastHeldOn > shiftDay(today, 'month', -12)) return 'up-to-date';
  return isPlanned ? 'planned' : 'no-key-account';
}
