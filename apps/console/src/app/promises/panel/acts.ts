import type { PromiseDetail } from '@forecall/contracts';
import { isOpenStanding, type PromiseStanding } from '../standing.js';

/** What is done with a promise, by the key that begins it. */
export const actKeys = {
  keep: 'k',
  renegotiate: 'r',
  break: 'b',
  void: 'v',
  hand: 'h',
  tell: 't',
  reopen: 'o',
} as const;
export type PromiseAct = keyof typeof actKeys;
/** Those with a form of their own fields; `tell` has the letter. */
export type FormAct = Exclude<PromiseAct, 'tell' | 'reopen'>;

export const isFormAct = (act: PromiseAct | null): act is FormAct => act !== null && act !== 'tell' && act !== 'reopen';

/** What whoever looks may do with it now: another time is agreed before it is due only, and then leaders alone make it void. */
export function actsOf(
  { mayWork, mayVoid }: Pick<PromiseDetail, 'mayWork' | 'mayVoid'>,
  standing: PromiseStanding,
): PromiseAct[] {
  if (!mayWork) return [];
  const voids: PromiseAct[] = mayVoid ? ['void'] : [];
  if (!isOpenStanding(standing)) return mayVoid ? ['reopen'] : [];
  return standing === 'late'
    ? ['keep', 'break', ...voids, 'hand', 'tell']
    : ['keep', 'renegotiate', 'break', ...voids, 'hand', 'tell'];
}
