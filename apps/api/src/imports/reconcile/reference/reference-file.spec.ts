import { referenceFile } from './reference-file.js';
import { referenceLines } from './reference-lines.js';
import { agreesWith } from './reference-item.js';

/** Cohen's kappa of a textbook table; the second is wrong on purpose. */
const text = JSON.stringify({
  cohen: {
    items: [
      {
        table: [
          [20, 5],
          [10, 15],
        ],
        po: 0.7,
        pe: 0.5,
        kappa: 0.4,
        published: 0.4,
      },
      {
        table: [
          [45, 15],
          [25, 15],
        ],
        po: 0.6,
        pe: 0.54,
        kappa: 0.1314,
        published: 0.1304,
      },
    ],
  },
  krippendorff: [
    {
      data: [
        [1, 2, null, 3],
        [1, 2, 3, 3],
      ],
      alpha: { nominal: 1 },
    },
  ],
  krippendorff_source: 'nobody',
});

describe('a file of reference values', () => {
  it('is compared item by item, and names what differs', () => {
    const file = referenceFile('agreement.json', text);
    expect(file.items).toHaveLength(7);
    expect(file.items.filter((item) => !agreesWith(item)).map(({ name }) => name)).toEqual(['cohen 2 kappa']);
    expect(referenceLines(file)).toEqual(
      expect.arrayContaining([
        '    cohen 1 kappa: ours 0.4, theirs 0.4, 0.4 as published',
        '  ! cohen 2 kappa: ours 0.130434782609, theirs 0.1314, 0.1304 as published',
        '  7 figures compared, 1 different, 0 by definition, 0 not known, 0 unreadable',
      ]),
    );
  });

  it('is held to the decimals in which a value was printed', () => {
    const item = (ours: number, published: number) => agreesWith({ name: 'x', ours, published });
    expect([item(0.1304, 0.13), item(0.1304, 0.1304), item(0.1306, 0.13), item(0.136, 0.13)]).toEqual([
      ...[true, true, true, false],
    ]);
    expect(agreesWith({ name: 'x', ours: null, computed: null })).toBe(true);
    expect(agreesWith({ name: 'x', ours: null, computed: 0 })).toBe(false);
  });

  it('says what it cannot read, and leaves alone what is none of ours', () => {
    expect(referenceFile('x.json', '{"cohen": {"items": [{"table": "none"}]}}')).toMatchObject({
      items: [],
      faults: [expect.stringContaining('cohen')],
    });
    expect(referenceFile('x.json', '{"weather": 1}')).toMatchObject({ items: [], faults: [] });
    expect(referenceFile('x.json', 'no JSON')).toMatchObject({ items: [], faults: [] });
  });
});
