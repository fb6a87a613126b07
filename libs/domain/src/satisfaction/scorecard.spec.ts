import { cardTotal, readingOf, goalScore } from './scorecard.js';

const figure = (value: number | null, low = 0, high = 1, n = 100) => ({ value, n, interval: { low, high } });
const higher = { target: 0.85, floor: 0.6 };
const lower = { target: 0.02, floor: 0.05 };

describe('a scorecard', () => {
  it('calls a target met or missed only where the whole interval lies on that side', () => {
    expect(readingOf(figure(0.9, 0.86, 0.94), higher, 20)).toBe('met');
    expect(readingOf(figure(0.83, 0.753, 0.888), higher, 20)).toBe('close');
    expect(readingOf(figure(0.75, 0.7, 0.8), higher, 20)).toBe('missed');
    expect(readingOf(figure(0.01, 0.005, 0.019), lower, 20)).toBe('met');
    expect(readingOf(figure(0.04, 0.025, 0.06), lower, 20)).toBe('missed');
    expect(readingOf(figure(0.9, 0.86, 0.94, 19), higher, 20)).toBe('few');
    expect(readingOf(figure(null), higher, 20)).toBe('none');
    expect(readingOf({ value: 12, n: 12, interval: null }, { target: 10, floor: 5 }, 5)).toBe('met');
  });

  it('scores evenly between floor and target, and not beyond', () => {
    expect(goalScore(0.725, higher)).toBeCloseTo(50, 9);
    expect(goalScore(0.95, higher)).toBe(100);
    expect(goalScore(0.5, higher)).toBe(0);
    expect(goalScore(0.03, lower)).toBeCloseTo(66.667, 3);
  });

  it('weighs what is present, and never counts what is absent as zero', () => {
    const lines = [
      { weight: 3, score: 80 },
      { weight: 1, score: 40 },
      { weight: 2, score: null },
    ];
    expect(cardTotal(lines)).toEqual({ score: 70, present: 2, of: 3, weightPresent: 4, weightOf: 6 });
    expect(cardTotal([{ weight: 2, score: null }]).score).toBeNull();
  });
});
