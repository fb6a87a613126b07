import fc from 'fast-check';
import {
  cohenKappa,
  countsOf,
  fleissKappa,
  gwetAc1,
  jackknifeInterval,
  krippendorffAlpha,
  type Ratings,
  tableOf,
} from './agreement.js';

describe('agreement of two raters', () => {
  /** The three tables by which textbooks explain Cohen's kappa, to their printed decimals. */
  it.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.7,
      0.4,
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      0.6,
      0.1304,
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      0.6,
      0.2593,
    ],
  ])('of %p is as published', (table, observed, kappa) => {
    const agreement = cohenKappa(table);
    expect(agreement.observed).toBeCloseTo(observed, 12);
    expect(agreement.value).toBeCloseTo(kappa, 4);
  });

  /** Kappa's paradox: 90 pass-pass, 5 and 5 split, 0 fail-fail; Gwet (2008) shows tables of this kind. */
  it('where nearly everybody passes shows in AC1, and hides in kappa and alpha', () => {
    const pairs = [
      ...Array.from({ length: 90 }, () => [1, 1] as const),
      ...Array.from({ length: 5 }, () => [1, 0] as const),
      ...Array.from({ length: 5 }, () => [0, 1] as const),
    ];
    const kappa = cohenKappa(tableOf(pairs, [1, 0]));
    expect(kappa.observed).toBeCloseTo(0.9, 12);
    expect(kappa.value).toBeCloseTo(-0.053, 3);
    expect(krippendorffAlpha(pairs, 'nominal').value).toBeCloseTo(-0.047, 3);
    expect(gwetAc1(countsOf(pairs, [1, 0])).value).toBeCloseTo(0.89, 3);
  });
});

describe('agreement of several raters', () => {
  /** Krippendorff's own example (2011, part C): four observers, twelve units, some ratings missing. */
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  const units = observers[0]!.map((_, n): Ratings =>
    observers.map((row) => row[n] ?? null).filter((rating) => rating !== null),
  );

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('with missing ratings on the %s scale is as published', (scale, alpha) => {
    expect(krippendorffAlpha(units, scale).value).toBeCloseTo(alpha, 3);
  });

  /** Gwet's handbook gives 0.77544 for AC1 of these ratings. */
  it('with missing ratings by AC1 is as published', () => {
    expect(gwetAc1(countsOf(units, [1, 2, 3, 4, 5])).value).toBeCloseTo(0.77544, 5);
  });

  /** The worked example of Fleiss' kappa: 10 subjects, 14 raters, 5 categories. */
  it('by Fleiss is as published', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const agreement = fleissKappa(counts);
    expect(agreement.observed).toBeCloseTo(0.378, 3);
    expect(agreement.expected).toBeCloseTo(0.213, 3);
    expect(agreement.value).toBeCloseTo(0.21, 3);
  });

  it('is one where all agree, none where nothing differs, and about none of chance alone', () => {
    const same = [
      [1, 1],
      [2, 2],
      [3, 3],
    ];
    expect(krippendorffAlpha(same, 'interval').value).toBe(1);
    expect(gwetAc1(countsOf(same, [1, 2, 3])).value).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [4, 4],
          [4, 4],
        ],
        'nominal',
      ).value,
    ).toBeNull();
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]).value,
    ).toBeNull();
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const random = Array.from({ length: 4_000 }, () => [0, 0, 0].map(() => Math.floor(next() * 3)));
    const byChance = [
      krippendorffAlpha(random, 'nominal').value,
      fleissKappa(countsOf(random, [0, 1, 2])).value,
      gwetAc1(countsOf(random, [0, 1, 2])).value,
    ];
    for (const value of byChance) expect(Math.abs(value!)).toBeLessThan(0.03);
  });

  it('is nothing to the order of units and raters', () => {
    const rated = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }), {
      ...{ minLength: 2, maxLength: 12 },
    });
    fc.assert(
      fc.property(rated, (given) => {
        const turned = given.map((ratings) => ratings.toReversed()).toReversed();
        for (const scale of ['nominal', 'ordinal', 'interval'] as const) {
          const [one, other] = [krippendorffAlpha(given, scale).value, krippendorffAlpha(turned, scale).value];
          if (one === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(one, 9);
        }
      }),
    );
  });

  it('has an interval about it that narrows with the units, and none of one unit', () => {
    const alpha = (of: readonly Ratings[]) => krippendorffAlpha(of, 'nominal').value;
    const [once, tenfold] = [units, Array.from({ length: 10 }, () => units).flat()].map((of) =>
      jackknifeInterval(of, alpha),
    );
    expect(once!.low).toBeLessThan(0.743);
    expect(once!.high).toBeGreaterThan(0.743);
    expect(tenfold!.high - tenfold!.low).toBeLessThan((once!.high - once!.low) / 2.5);
    expect(jackknifeInterval([[1, 2]], alpha)).toBeNull();
  });
});
