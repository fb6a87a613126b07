import { fromTyped, toTyped, typedRange, unitKey } from './indicator-units.js';

describe('what is typed for a target', () => {
  it('is percent of a share, and the figure itself of all else', () => {
    expect(toTyped('csat', 0.57)).toBe(57);
    expect(fromTyped('csat', 57)).toBe(0.57);
    expect(fromTyped('csat', toTyped('csat', 0.8305))).toBe(0.8305);
    expect(toTyped('csat-mean', 4.2)).toBe(4.2);
    expect([typedRange('csat'), typedRange('csat-mean'), typedRange('nps')]).toEqual([
      { low: 0, high: 100 },
      { low: 1, high: 5 },
      { low: -100, high: 100 },
    ]);
    expect([unitKey('csat'), unitKey('asa'), unitKey('csat-mean'), unitKey('open-complaints')]).toEqual([
      ...['percent', 'seconds', 'score', 'number'],
    ]);
  });
});
