import { healthSum, takenPoints } from './health-sum.js';

const of = (...points: number[]) => ({
  health: Math.max(0, 100 - points.reduce((sum, one) => sum + one, 0)),
  signals: points.map((one) => ({ signal: 'silence' as const, points: one, hasData: true, evidence: {} })),
});

describe('what the health of an account is made of', () => {
  it('is a sum that adds up as it stands', () => {
    expect(healthSum(of(6.4, 0, 20, 5))).toBe('100 − 6.4 − 20 − 5 = 68.6');
    expect(healthSum(of(6.41, 20))).toBe('100 − 6.5 − 20 = 73.5');
    expect(healthSum(of(0))).toBe('100');
    expect(healthSum(of(60, 50))).toBe('100 − 60 − 50 → 0');
    expect([6.41, 0].map(takenPoints)).toEqual(['−6.5', '0']);
  });
});
