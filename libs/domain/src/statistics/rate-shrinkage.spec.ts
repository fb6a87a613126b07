import { uniformDraws } from '../testing/draws.js';
import { groupCountedRate, shrunkCountedRate } from './rate-shrinkage.js';

describe('counted rates of members of a group', () => {
  /**
   * By hand: 2 and 10 of 100 about 0.06 give a weighted sum of squares of 0.32; chance gives 0.06 of it, and the room is
   * 200 - 100: a variance of 0.0026, and so a strength of 0.06 / 0.0026.
   */
  it('spread as the moments say', () => {
    const group = groupCountedRate([2, 10].map((count) => ({ count, exposure: 100 })));
    expect(group.mean).toBeCloseTo(0.06, 12);
    expect(group.strength).toBeCloseTo(0.06 / 0.0026, 9);
    const shrunk = shrunkCountedRate({ count: 10, exposure: 100 }, group);
    expect(shrunk.weight).toBeCloseTo(100 / (100 + group.strength), 12);
    expect(shrunk.value).toBeCloseTo(0.06 + shrunk.weight * 0.04, 12);
    expect(shrunk.low).toBeLessThan(shrunk.value);
    expect(shrunk.high).toBeGreaterThan(shrunk.value);
  });

  it('are all the mean where they differ no more than by chance, or nothing was counted', () => {
    const even = groupCountedRate([3, 4, 3, 2].map((count) => ({ count, exposure: 30 })));
    expect(shrunkCountedRate({ count: 4, exposure: 30 }, even)).toEqual({ value: 0.1, weight: 0, low: 0.1, high: 0.1 });
    expect(groupCountedRate([{ count: 0, exposure: 9 }]).strength).toBe(Number.POSITIVE_INFINITY);
    expect(() => groupCountedRate([])).toThrow('A group without members has no rate');
    expect(() => groupCountedRate([{ count: 1, exposure: 0 }])).toThrow('The exposure of member 1');
  });

  it('come closer to the truth when they are shrunk, and the interval holds it, by simulation', () => {
    const draw = uniformDraws(15);
    const members = Array.from({ length: 500 }, () => {
      // A gamma distribution with the mean 0.05 and the strength 220: eleven exponential draws.
      const rate = Array.from({ length: 11 }, draw).reduce((total, value) => total - Math.log(value), 0) / 220;
      const exposure = 40 + Math.floor(draw() * 200);
      return { rate, exposure, count: Array.from({ length: exposure }, draw).filter((value) => value < rate).length };
    });
    const group = groupCountedRate(members);
    expect(group.strength).toBeGreaterThan(140);
    expect(group.strength).toBeLessThan(340);
    const errorOf = (by: (member: (typeof members)[number]) => number) =>
      members.reduce((sum, member) => sum + (by(member) - member.rate) ** 2, 0);
    expect(errorOf((member) => shrunkCountedRate(member, group).value)).toBeLessThan(
      errorOf(({ count, exposure }) => count / exposure) * 0.6,
    );
    const inside = members.filter((member) => {
      const { low, high } = shrunkCountedRate(member, group, 0.9);
      return low <= member.rate && member.rate <= high;
    });
    expect(inside.length / members.length).toBeGreaterThan(0.85);
    expect(inside.length / members.length).toBeLessThan(0.95);
  });
});
