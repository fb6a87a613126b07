import { cadenceOf, usualCadence } from './cadences.js';

describe('the cadence of a class and tier', () => {
  const cadences = [
    { class: 'loyal' as const, tier: null, days: 10 },
    { class: 'loyal' as const, tier: 'A' as const, days: 5 },
  ];

  it('is what was set for it, else that of the class, else that of the strategy', () => {
    expect([cadenceOf(cadences, 'loyal', 'A'), cadenceOf(cadences, 'loyal', 'B')]).toEqual([5, undefined]);
    expect([usualCadence(cadences, 'loyal', 'B'), usualCadence(cadences, 'loyal', null)]).toEqual([10, 14]);
    expect(usualCadence(cadences, 'dormant', 'A')).toBe(30);
  });
});
