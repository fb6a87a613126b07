import { binomialDraw, normalDraw, uniformDraws } from '../testing/draws.js';
import { groupRate, shrunkRate } from './shrinkage.js';

describe('rates of members of a group', () => {
  /**
   * By hand: 5 and 9 of 10 about 0.7 give a weighted sum of squares of 0.8; chance gives 0.21 of it, and has 9 times 0.21
   * of room: a correlation of 0.59 / 1.89, and so a strength of 1.89 / 0.59 - 1.
   */
  it('spread as the moments say', () => {
    const group = groupRate([
      { successes: 5, trials: 10 },
      { successes: 9, trials: 10 },
    ]);
    expect(group.mean).toBeCloseTo(0.7, 12);
    expect(group.strength).toBeCloseTo(1.89 / 0.59 - 1, 10);
    const shrunk = shrunkRate({ successes: 9, trials: 10 }, group);
    expect(shrunk.weight).toBeCloseTo(10 / (10 + group.strength), 12);
    expect(shrunk.value).toBeCloseTo(0.7 + shrunk.weight * 0.2, 12);
  });

  it('are all the mean where they differ no more than by chance', () => {
    const group = groupRate([3, 4, 3, 2].map((successes) => ({ successes, trials: 30 })));
    expect(group.strength).toBe(Number.POSITIVE_INFINITY);
    expect(shrunkRate({ successes: 4, trials: 30 }, group)).toEqual({ value: 0.1, weight: 0, low: 0.1, high: 0.1 });
    expect(groupRate([{ successes: 0, trials: 9 }]).mean).toBe(0);
    const apart = groupRate([
      { successes: 0, trials: 8 },
      { successes: 8, trials: 8 },
    ]);
    expect(apart).toEqual({ mean: 0.5, strength: 0 });
    expect(shrunkRate({ successes: 8, trials: 8 }, apart)).toMatchObject({ value: 1, weight: 1, high: 1 });
  });

  it('come closer to the truth when they are shrunk, by simulation', () => {
    const draw = uniformDraws(5);
    const members = Array.from({ length: 600 }, () => {
      const rate = Math.min(0.99, Math.max(0.01, 0.3 + 0.1 * normalDraw(draw)));
      const trials = 10 + Math.floor(draw() * 40);
      return { rate, trials, successes: binomialDraw(draw, trials, rate) };
    });
    const group = groupRate(members);
    // A variance of 0.01 about 0.3 is that of a beta distribution of the strength 0.21 / 0.01 - 1.
    expect(group.mean).toBeCloseTo(0.3, 1);
    expect(group.strength).toBeGreaterThan(14);
    expect(group.strength).toBeLessThan(28);
    const errorOf = (by: (member: (typeof members)[number]) => number) =>
      members.reduce((sum, member) => sum + (by(member) - member.rate) ** 2, 0);
    const [raw, shrunk] = [
      errorOf(({ successes, trials }) => successes / trials),
      errorOf((member) => shrunkRate(member, group).value),
    ];
    expect(shrunk).toBeLessThan(raw * 0.75);
    const inside = members.filter((member) => {
      const { low, high } = shrunkRate(member, group, 0.9);
      return low <= member.rate && member.rate <= high;
    });
    expect(inside.length / members.length).toBeGreaterThan(0.86);
    expect(inside.length / members.length).toBeLessThan(0.94);
  });

  it('are refused where a member cannot be', () => {
    expect(() => groupRate([])).toThrow('A group without members has no rate');
    expect(() =>
      groupRate([
        { successes: 1, trials: 4 },
        { successes: 5, trials: 4 },
      ]),
    ).toThrow('The successes of member 2 must be a whole number from 0 to 4, and is 5');
  });
});
