import type { CardTotal, DialName } from './scorecard.js';

/** How a supervisor's work may stand on one leg. */
export const lopsidedWays = ['results-without-team', 'harmony-without-results', 'skills-without-team'] as const;
export type LopsidedWay = (typeof lopsidedWays)[number];

/** A dial is high from 70 of 100 on and low under 50; nothing is named for less than 30 points between two of them. */
export const dialLevels = { high: 70, low: 50, apart: 30 } as const;

/** As much of the weight of a dial has data, or nothing is said of it: half. */
export const leastDialCoverage = 0.5;

/** What is high while what is low. Results come first: they are what the others are done for. */
const ways: readonly { readonly way: LopsidedWay; readonly high: DialName; readonly low: DialName }[] = [
  { way: 'results-without-team', high: 'targets', low: 'team' },
  { way: 'harmony-without-results', high: 'team', low: 'targets' },
  { way: 'skills-without-team', high: 'skills', low: 'team' },
];

/**
 * Whether the three dials of a supervisor (0 to 100 each) are out of balance, after the manual's warning that targets, team
 * and skills are kept together: results without a team (targets high, team low), harmony without results (team high,
 * targets low), skills without a team (skills high, team low). Of several the one farthest apart, of equal ones the first.
 * `none`: the two that matter are known and no such gap is there; null: fewer than half of the weight of targets or team
 * has data, so there is no verdict.
 */
export function lopsidednessOf(
  dials: Readonly<Record<DialName, Pick<CardTotal, 'score' | 'weightPresent' | 'weightOf'>>>,
): LopsidedWay | 'none' | null {
  const scoreOf = (name: DialName): number | null => {
    const { score, weightPresent, weightOf } = dials[name];
    return weightOf > 0 && weightPresent / weightOf >= leastDialCoverage ? score : null;
  };
  if (scoreOf('targets') === null || scoreOf('team') === null) return null;
  const found = ways
    .flatMap(({ way, high, low }) => {
      const [above, below] = [scoreOf(high), scoreOf(low)];
      if (above === null || below === null) return [];
      const isApart = above >= dialLevels.high && below < dialLevels.low && above - below >= dialLevels.apart;
      return isApart ? [{ way, apart: above - below }] : [];
    })
    .toSorted((one, other) => other.apart - one.apart);
  return found[0]?.way ?? 'none';
}
