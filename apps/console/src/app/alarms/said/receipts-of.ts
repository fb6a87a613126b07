import type { AlarmFactor, BoardAlarm } from '@forecall/contracts';
import type { FigureAsked } from '../../figures/index.js';

/** Exactly the complaints that an alarm counted, or of those the ones of a factor. */
export function askedOf(
  { since, until }: Pick<BoardAlarm, 'since' | 'until'>,
  departmentId: string,
  part?: Pick<AlarmFactor, 'dimension' | 'key'>,
): FigureAsked {
  const scope = [`department:${departmentId}`];
  return { scope: part ? [...scope, `${part.dimension}:${part.key}`] : scope, from: since, to: until };
}
