import type { OpenSurveyLink } from '@forecall/contracts';

/** Why a link leads nowhere, or that it does: the end of a key. */
export function standingOf(
  { isOff, isGood, endsOn }: Pick<OpenSurveyLink, 'isOff' | 'isGood' | 'endsOn'>,
  today: string,
): 'good' | 'off' | 'over' | 'no-form' {
  if (isOff) return 'off';
  if (endsOn < today) return 'over';
  return isGood ? 'good' : 'no-form';
}
