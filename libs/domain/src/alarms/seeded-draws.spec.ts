import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { drawNormal, drawShare, seededDraws } from './seeded-draws.js';
import { drawContacts } from './simulated-days.js';

const momentsOf = (values: readonly number[]): { mean: number; variance: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
};
const many = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);

describe('seeded draws', () => {
  it('are the same with the same seed, others with another, and uniform', () => {
    expect(many(5, seededDraws(7))).toEqual(many(5, seededDraws(7)));
    expect(many(5, seededDraws(7))).not.toEqual(many(5, seededDraws(8)));
    const draws = many(100_000, seededDraws(2 ** 40 + 1));
    const tenths = Array.from({ length: 10 }, (_, n) => draws.filter((draw) => Math.floor(draw * 10) === n).length);
    // 99.9 % of such chi-squares with 9 degrees of freedom are below 27.9.
    expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
    expect(() => seededDraws(0.5)).toThrow(new RangeError('The seed must be a whole number, and is 0.5'));
  });

  it('are normal and beta as asked', () => {
    const draw = seededDraws(1);
    const normal = momentsOf(many(40_000, () => drawNormal(draw)));
    expect(Math.abs(normal.mean)).toBeLessThan(0.02);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
    for (const [mean, strength] of [
      [0.02, 10],
      [0.02, 2_000],
      [0.3, 4],
    ] as const) {
      const shares = many(40_000, () => drawShare(draw, mean, strength));
      for (const p of [0.1, 0.5, 0.95]) {
        const below = betaQuantile(p, mean * strength, (1 - mean) * strength);
        expect(Math.abs(shares.filter((share) => share < below).length / 40_000 - p)).toBeLessThan(0.008);
      }
    }
    expect(drawShare(draw, 0.02, Number.POSITIVE_INFINITY)).toBe(0.02);
    const extreme = many(1_000, () => drawShare(draw, 0.25, 1e-6));
    expect(Math.abs(momentsOf(extreme).mean - 0.25)).toBeLessThan(0.05);
  });

  it('jump from complaint to complaint as contact by contact', () => {
    const draw = seededDraws(4);
    const counted = (contacts: number, rate: number): { contacts: number; complaints: number; positions: number[] } => {
      const seen = { contacts: 0, complaints: 0, positions: [] as number[] };
      drawContacts(draw, contacts, rate, {
        others: (count) => (seen.contacts += count),
        complaint: (contact) => {
          seen.contacts += 1;
          seen.complaints += 1;
          seen.positions.push(contact);
          expect(contact).toBe(seen.contacts);
        },
      });
      return seen;
    };
    const days = many(5_000, () => counted(40, 0.1));
    expect(days.every(({ contacts }) => contacts === 40)).toBe(true);
    const { mean, variance } = momentsOf(days.map(({ complaints }) => complaints));
    expect(Math.abs(mean / 4 - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / 3.6 - 1)).toBeLessThan(0.08);
    expect(Math.abs(momentsOf(days.flatMap(({ positions }) => positions)).mean - 20.5)).toBeLessThan(0.4);
    expect([counted(5, 1).complaints, counted(5, 0).complaints, counted(0, 0.5).contacts]).toEqual([5, 0, 0]);
  });
});
