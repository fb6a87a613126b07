import { behaviours, temperamentOf, temperaments } from './temperament.js';

describe('a temperament', () => {
  it.each([
    [['comes-to-the-point'], 'results'],
    [['asks-for-data-and-proof', 'reads-everything'], 'professor'],
    [['shows-feelings'], 'actor'],
    [['agrees-but-does-not-decide'], 'good-natured'],
    // Task by one more, quick by one: 1 + 1 - 1 = 1, and 1 + 1 + 1 = 3.
    [['comes-to-the-point', 'wants-results-not-details', 'shows-feelings'], 'results'],
  ] as const)('follows from %j: %s', (observed, type) => {
    expect(temperamentOf(observed)).toBe(type);
  });

  it.each([
    ['nothing', []],
    ['what speaks of one axis only', ['decides-at-once']],
    ['what stays even on an axis', ['comes-to-the-point', 'asks-for-data-and-proof']],
  ] as const)('does not follow from %s', (_, observed) => {
    expect(temperamentOf(observed)).toBeUndefined();
  });

  it('counts a behaviour once, however often it is named', () => {
    expect(temperamentOf(['shows-feelings', 'shows-feelings', 'comes-to-the-point'])).toBeUndefined();
  });

  it('can be each of the four, and each behaviour speaks for one of its signs', () => {
    const found = new Set(behaviours.flatMap((one) => behaviours.map((other) => temperamentOf([one, other]))));
    expect([...temperaments].every((type) => found.has(type))).toBe(true);
  });
});
