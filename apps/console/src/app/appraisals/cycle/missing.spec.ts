import { closingSteps, missingOf } from './missing.js';

const counts = { draft: 12, given: 5, agreed: 2, decided: 1, signed: 40, missing: 0 };

describe('what a close leaves unsigned', () => {
  it('is split by step, what lacks only the signature first', () => {
    expect(closingSteps(counts).map(({ id, count }) => [id, count])).toEqual([
      ['sign', 3],
      ['given', 5],
      ['draft', 12],
    ]);
  });

  it('is all of it, once', () => {
    const all = closingSteps({ ...counts, disputed: 4 });
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(missingOf({ ...counts, disputed: 4 }));
    expect(closingSteps({ signed: 3, missing: 2 })).toEqual([]);
  });
});
