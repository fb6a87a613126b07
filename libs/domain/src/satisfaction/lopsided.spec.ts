import { lopsidednessOf } from './lopsided.js';
import { shrunkOnCard } from './shrunk-on-card.js';

const dial = (score: number | null, weightPresent = score === null ? 0 : 4) => ({ score, weightPresent, weightOf: 4 });
const dials = (targets: number | null, team: number | null, skills: number | null) => ({
  ...{ targets: dial(targets), team: dial(team), skills: dial(skills) },
});

describe('the three dials of a supervisor', () => {
  it('are named where one is high while another is low', () => {
    expect(lopsidednessOf(dials(88, 40, 70))).toBe('results-without-team');
    expect(lopsidednessOf(dials(35, 90, 60))).toBe('harmony-without-results');
    expect(lopsidednessOf(dials(60, 45, 92))).toBe('skills-without-team');
    // Both are so: the wider gap is told, of equal ones the results.
    expect(lopsidednessOf(dials(75, 40, 95))).toBe('skills-without-team');
    expect(lopsidednessOf(dials(90, 40, 90))).toBe('results-without-team');
  });

  it('are balanced where none is low, none is high, or the gap is small', () => {
    expect(lopsidednessOf(dials(95, 55, 90))).toBe('none');
    expect(lopsidednessOf(dials(60, 20, 60))).toBe('none');
    expect(lopsidednessOf(dials(70, 45, 60))).toBe('none');
    expect(lopsidednessOf(dials(79, 49, 50))).toBe('results-without-team');
  });

  it('have no verdict where too little of targets or team is known; unknown skills say nothing of skills', () => {
    expect(lopsidednessOf(dials(90, null, 90))).toBeNull();
    expect(lopsidednessOf(dials(null, 90, 90))).toBeNull();
    expect(lopsidednessOf({ ...dials(90, 40, 60), team: dial(40, 1.9) })).toBeNull();
    expect(lopsidednessOf({ ...dials(90, 40, 60), team: dial(40, 2) })).toBe('results-without-team');
    expect(lopsidednessOf({ ...dials(60, 45, 92), skills: dial(92, 1) })).toBe('none');
    expect(
      lopsidednessOf({ ...dials(90, 40, 60), targets: { score: null, weightPresent: 0, weightOf: 0 } }),
    ).toBeNull();
  });
});

describe('a figure drawn towards its colleagues', () => {
  const share = { kind: 'proportion' } as const;

  it('follows the models of shares and of counted rates', () => {
    // By hand, as of shares: 5 and 9 of 10 about 0.7 have the strength 1.89 / 0.59 - 1.
    const pair = [5, 9].map((numerator) => ({ numerator, n: 10 }));
    const weight = 10 / (10 + 1.89 / 0.59 - 1);
    expect(shrunkOnCard(share, { numerator: 9, n: 10 }, pair)).toBeCloseTo(0.7 + weight * 0.2, 9);
    const rates = [2, 10].map((numerator) => ({ numerator, n: 100 }));
    const ofRate = 100 / (100 + 0.06 / 0.0026);
    expect(shrunkOnCard({ kind: 'ratio' }, { numerator: 10, n: 100 }, rates)).toBeCloseTo(0.06 + ofRate * 0.04, 9);
  });

  it('is none of means, without data, or without a colleague', () => {
    const two = [5, 9].map((numerator) => ({ numerator, n: 10 }));
    expect(shrunkOnCard({ kind: 'mean' }, { numerator: 9, n: 10 }, two)).toBeNull();
    expect(shrunkOnCard({ kind: 'count' }, { numerator: 9, n: 9 }, two)).toBeNull();
    expect(shrunkOnCard(share, { numerator: 0, n: 0 }, two)).toBeNull();
    expect(shrunkOnCard(share, { numerator: 5, n: 10 }, [...two.slice(0, 1), { numerator: 0, n: 0 }])).toBeNull();
  });
});
