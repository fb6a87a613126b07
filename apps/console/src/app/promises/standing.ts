import type { PromiseEntry } from '@forecall/contracts';
import type { StateName } from '../ui/state/glyph.js';

export const promiseStandings = ['open', 'soon', 'late', 'kept', 'kept-late', 'broken', 'void'] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

/** As its duty is reminded of: a day before it is due. */
const soonMs = 24 * 3_600_000;

/** How a promise stands at a moment: only what is open can be soon or late, and nothing that is over needs a hand. */
export function standingOf(
  { state, dueAt, brokenAt }: Pick<PromiseEntry, 'state' | 'dueAt' | 'brokenAt'>,
  nowMs: number,
): PromiseStanding {
  if (state === 'kept' || state === 'kept-late' || state === 'void') return state;
  if (brokenAt !== null) return 'broken';
  const leftMs = Date.parse(dueAt) - nowMs;
  return leftMs < 0 ? 'late' : leftMs <= soonMs ? 'soon' : 'open';
}

/** Colour only for what somebody must do now. */
export const stateOfStanding: Readonly<Record<PromiseStanding, StateName | null>> = {
  ...{ open: null, soon: 'watch', late: 'alarm', kept: 'usual', 'kept-late': null, broken: null, void: null },
};

export const isOpenStanding = (standing: PromiseStanding): boolean =>
  standing === 'open' || standing === 'soon' || standing === 'late';
