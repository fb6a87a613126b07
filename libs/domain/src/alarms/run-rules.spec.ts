import { normalDraw, uniformDraws } from '../testing/draws.js';
import { ruleHits, type RuleSet } from './run-rules.js';
import { runsAboutCentre } from './runs-about-centre.js';

const hits = (set: RuleSet, rule: number, scores: readonly number[]) => ruleHits(set, scores)[rule - 1]!.positions;

/** Patterns by hand after the figures of Western Electric (1956) and of Nelson, Journal of Quality Technology 16 (1984). */
describe('run rules', () => {
  it.each<[RuleSet, number, number[], number[]]>([
    ['western-electric', 1, [3, 3.01, -3.01], [2, 3]],
    ['western-electric', 2, [2.1, 2.1, 0, 2.1, 2, 0, 2.1, -2.1, 2.1], [4, 9]],
    ['western-electric', 2, [2.5, 2.5], []],
    ['western-electric', 3, [1.1, 1.1, 1.1, 1.1, 0.5, 1.1, 1.1, -1.5], [6, 7]],
    ['western-electric', 4, [1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [13]],
    ['nelson', 2, [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1], [9, 10]],
    ['nelson', 3, [5, 4, 3, 2, 1, 1, 2, 3, 4, 5, 6], [11]],
    ['nelson', 4, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1], []],
    ['nelson', 4, [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], [14]],
    ['nelson', 5, [0, -2.2, -2.2, 0], [3]],
    ['nelson', 6, [1.5, 1.5, 0, 1.5, 1.5, 0], [5]],
    ['nelson', 7, Array.from({ length: 16 }, (_, n) => (n === 0 ? 1 : -0.99)), [16]],
    ['nelson', 8, [1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, -1.2], [9]],
  ])('of %s, number %p on %p', (set, rule, scores, positions) => {
    expect(hits(set, rule, scores)).toEqual(positions);
  });

  it('are not met by the last digits of a computer', () => {
    expect(hits('nelson', 1, [0.1 + 0.2 + 2.7, 3.0000000001])).toEqual([]);
    expect(hits('nelson', 3, [0.1, 0.2, 0.3, 0.1 + 0.2, 0.4, 0.5, 0.6])).toEqual([]);
    expect(() => ruleHits('nelson', [1, Number.NaN])).toThrow('The score at point 2 must be a number, and is NaN');
  });

  it('cry wolf as seldom as is known, by simulation', () => {
    const draw = uniformDraws(71);
    const scores = Array.from({ length: 60_000 }, () => normalDraw(draw));
    const [, , , inARow] = ruleHits('western-electric', scores);
    // Eight in a row on one side: the newest eight of 2 in 256.
    expect(Math.abs(inARow!.positions.length / scores.length - 2 / 256)).toBeLessThan(0.0012);
    // Six in a row rising or falling: 2 of the 720 orders.
    expect(Math.abs(hits('nelson', 3, scores).length / scores.length - 2 / 720)).toBeLessThan(0.0008);
  });
});

describe('runs about a centre line', () => {
  /** Anhøj and Olesen, PLoS ONE 9 (2014) e113825, table 1: longest run and fewest crossings by the number of points. */
  it.each([
    [10, 6, 2],
    [15, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
  ])('of %p points are by chance at most %p long, with at least %p crossings', (points, longest, fewest) => {
    const values = Array.from({ length: points }, (_, n) => (n % 2 === 0 ? 1 : -1));
    expect(runsAboutCentre(values, 0)).toEqual({
      ...{ useful: points, longest: 1, crossings: points - 1 },
      ...{ longestByChance: longest, fewestByChance: fewest },
    });
  });

  it('pass over points on the line', () => {
    expect(runsAboutCentre([1, 0, 1, 1, 0, -1], 0)).toMatchObject({ useful: 4, longest: 3, crossings: 1 });
    expect(runsAboutCentre([0], 0)).toMatchObject({ useful: 0, longest: 0, crossings: 0 });
  });
});
