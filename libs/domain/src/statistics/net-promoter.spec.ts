import { uniformDraws } from '../testing/draws.js';
import { zOfLevel } from './normal-point.js';
import { netPromoterScore } from './net-promoter.js';

describe('the net promoter score', () => {
  /** Half promoters, a third passive, a sixth detractors: the variance is 5/9 (Huber, Cross Validated 18603). */
  it('has the variance of an answer that counts 1, 0 or -1', () => {
    const score = netPromoterScore({ promoters: 18, passives: 12, detractors: 6 });
    expect(score.value).toBeCloseTo(1 / 3, 12);
    expect(score.variance).toBeCloseTo(5 / 9, 12);
    expect(score.standardError).toBeCloseTo(Math.sqrt(5 / 9 / 36), 12);
  });

  /** With 30 answers the margin is about 28 points: 15 promoters, 7 passives, 8 detractors. */
  it('is wide for few answers, and never leaves -1 to 1', () => {
    expect(netPromoterScore({ promoters: 15, passives: 7, detractors: 8 }).margin).toBeCloseTo(0.3, 1);
    expect(netPromoterScore({ promoters: 9, passives: 1, detractors: 0 }).high).toBe(1);
    expect(netPromoterScore({ promoters: 4, passives: 0, detractors: 0 })).toMatchObject({ value: 1, low: 1, high: 1 });
  });

  it('lies inside as often as promised, by simulation', () => {
    const draw = uniformDraws(9);
    let inside = 0;
    for (let round = 0; round < 2000; round += 1) {
      const answers = Array.from({ length: 150 }, draw);
      const promoters = answers.filter((one) => one < 0.45).length;
      const detractors = answers.filter((one) => one >= 0.8).length;
      const { low, high } = netPromoterScore(
        { promoters, detractors, passives: 150 - promoters - detractors },
        zOfLevel(0.9),
      );
      if (low <= 0.25 && 0.25 <= high) inside += 1;
    }
    expect(inside / 2000).toBeGreaterThan(0.88);
    expect(inside / 2000).toBeLessThan(0.92);
  });

  it('is refused without an answer', () => {
    expect(() => netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toThrow('The answers must be');
    expect(() => netPromoterScore({ promoters: 1.5, passives: 0, detractors: 0 })).toThrow('The promoters must be');
  });
});
