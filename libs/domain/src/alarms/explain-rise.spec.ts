import { explainRise, type RiseSlice } from './explain-rise.js';

const slice = (dimension: string, key: string, complaints: number, usualComplaints: number): RiseSlice => ({
  ...{ dimension, key, complaints, usualComplaints },
});

describe('what explains a rise', () => {
  // 56 complaints in 1,057 contacts, where the usual time had 2 % of 105,700: about 21 would be usual.
  const seen = { contacts: 1057, complaints: 56 };
  const usual = { contacts: 105_700, complaints: 2114 };

  it('is of each dimension the value with the most beyond the usual, the surest first', () => {
    const factors = explainRise(seen, usual, [
      ...[slice('channel', 'email', 40, 1900), slice('channel', 'phone', 16, 214)],
      ...[slice('reason', 'twice', 39, 200), slice('reason', 'late', 17, 1914)],
      slice('account', 'one', 2, 0),
    ]);
    expect(factors).toEqual([
      // 39 - 2 of 56 - 21.14.
      { dimension: 'reason', key: 'twice', complaints: 39, expected: 2, share: 37 / 34.86 },
      { dimension: 'channel', key: 'phone', complaints: 16, expected: 2.14, share: 13.86 / 34.86 },
    ]);
  });

  it('is nothing that chance gives, and nothing that is under a quarter', () => {
    // Of 10 where 5 are usual, so many or more come once in 31 times by chance.
    expect(explainRise(seen, usual, [slice('reason', 'late', 10, 500)])).toEqual([]);
    // Four where none is usual could be four by chance; five are not.
    const small = { contacts: 100, complaints: 7 };
    const of = (complaints: number) => explainRise(small, usual, [slice('team', 'north', complaints, 0)]);
    expect(of(4)).toEqual([]);
    expect(of(5)).toEqual([{ dimension: 'team', key: 'north', complaints: 5, expected: 0, share: 1 }]);
    expect(explainRise(seen, usual, [slice('team', 'north', 8, 0)])).toEqual([]);
  });

  it('is nothing where there is no rise, or nothing to compare with', () => {
    expect(explainRise({ contacts: 1000, complaints: 20 }, usual, [slice('reason', 'twice', 20, 10)])).toEqual([]);
    expect(explainRise(seen, { contacts: 0, complaints: 0 }, [slice('reason', 'twice', 20, 0)])).toEqual([]);
  });

  it('prefers the dimension asked for first where others are hardly surer', () => {
    const of = (channel: RiseSlice) =>
      explainRise(seen, usual, [slice('reason', 'twice', 39, 250), channel]).map(({ dimension }) => dimension);
    expect(of(slice('channel', 'email', 39, 170))).toEqual(['reason', 'channel']);
    expect(of(slice('channel', 'email', 45, 50))).toEqual(['channel', 'reason']);
  });
});
