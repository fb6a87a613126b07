import { referenceFile } from './reference-file.js';
import { verdictOf } from './reference-item.js';
import { referenceLines } from './reference-lines.js';

type File = Parameters<typeof JSON.stringify>[0];

/** What differs, what is known by definition only, what is not known, and what is unreadable, by name. */
function judged(content: File, beside: Readonly<Record<string, string>> = {}) {
  const file = referenceFile('other.json', JSON.stringify(content), (name) => beside[name]);
  const named = (verdict: string) =>
    file.items.filter((item) => verdictOf(item) === verdict).map(({ name, ours }) => [name, ours]);
  return {
    ...{ same: named('same').length, byDefinition: named('by-definition').map(([name]) => name) },
    ...{ different: named('different'), notKnown: file.notKnown, unreadable: file.faults },
  };
}

const nothingElse = { byDefinition: [], different: [], notKnown: [], unreadable: [] };

/** Four samples by hand: 10 of 100 in all. */
const shares = { n: [40, 20, 20, 20], defective: [2, 6, 1, 1] };

describe('reference values of another kind than agreement', () => {
  it('are charts with samples of any size, phases, excluded points and other limits', () => {
    const items = [
      { chart: 'p', inputs: shares, computed: { pbar: 0.1, ucl: [0.242302, 0.301246, 0.301246, 0.301246], lcl: 0 } },
      {
        id: 'narrow',
        computed: { lcl: [1, 1, 1], ucl: 7 },
        options: '1.5 sigma',
        inputs: { counts: [4, 8, 0] },
        chart: 'c',
      },
      { chart: 'c', inputs: { counts: [9, 9, 16, 16], restarts: [3] }, computed: { cbar: [9, 16], ucl: [18, 28] } },
      { chart: 'XmR', inputs: { values: [10, 12, 99], excluded_points: [3] }, published: { center: 11, mr_mean: 2 } },
      { chart: 'u', inputs: { counts: [1, 3], n: 2 }, computed: { ubar: 1, values: [0.5, 1.5] }, out_of_limits: [] },
      {
        chart: "Laney u'",
        inputs: { counts: [2, 2, 2], n: 1 },
        computed: { sigma_z: 0, uprime_ucl: 2, u_ucl: 6.24264 },
      },
      {
        chart: "Laney p'",
        inputs: 'shares.csv (week, r, n)',
        computed: { pbar: 0.1, z: [-1.0540926, 2.981424, -0.745356, -0.745356] },
      },
    ];
    const beside = { 'shares.csv': 'week,r,n\n1,2,40\n2,6,20\n3,1,20\n4,1,20\n' };
    expect(judged({ items }, beside)).toEqual({ ...nothingElse, same: 17 });
  });

  it('are charts that remember, by Montgomery’s letters', () => {
    const items = [
      {
        chart: 'EWMA',
        inputs: { values: [120, 100], center: 100, sigma: 10, lambda: 0.25 },
        computed: { ewma: [105, 103.75], ucl: 111.3389342 },
      },
      {
        chart: 'tabular CUSUM',
        inputs: { values: [14, 14, 14], target: 10, sigma: 2, k: 0.5, h: 4 },
        computed: { c_plus: [3, 6, 9] },
        signals: [3],
        published: { first_signal: 3, last_in_control: 0 },
      },
      {
        chart: 'tabular CUSUM',
        options: 'K and H in sigmas',
        inputs: { values: [14], target: 10, sigma: 2, K: 0.5, H: 1.4 },
        computed: { c_plus: [3] },
        signals: [1],
      },
      {
        chart: 'tabular CUSUM',
        inputs: { values: [10], target: 10, K: 1, H: 8, fir: true },
        computed: { c_plus: [3], c_minus: [3] },
      },
      {
        chart: 'Bernoulli CUSUM',
        inputs: { x: [1, 0, 1], p0: 0.02, OR: 2, h: 1 },
        published: { first_signal: 3, w_1: 0.673, w_0: -0.0198 },
      },
      {
        chart: 'dispersion test',
        inputs: { poisson: { x: [2, 4, 6] } },
        computed: { poisson: { ratio: 1, D: 2, p: 0.3678794412 } },
      },
    ];
    expect(judged({ items })).toEqual({ ...nothingElse, same: 16 });
  });

  it('are run rules about another centre, and a rule that no set has is named', () => {
    const western_electric = [
      { at: [2], x: [10, 14], center: 10, sigma: 1, rule: '1' },
      { x: [0], rule: '12: none such', at: [1] },
      { rule: 'all', x: [3.5, 2.5], at_by_rule: { 1: [1], 2: [] } },
    ];
    expect(judged({ western_electric, ewma: [{ x: [2], center: 0, sigma: 1, lam: 0.5, ewma: [1] }] })).toEqual({
      ...{ ...nothingElse, same: 4, notKnown: ['western_electric 2 rule "12: none such"'] },
    });
  });

  it('are intervals at any level, of the item or of its file', () => {
    const single = [
      { n: 1, k: 0, level: 0.9, clopper_pearson: [0, 0.95] },
      { k: 5, n: 10, alpha: 0.1, published: { wilson: [0.2693, 0.7307] } },
      { k: 1, n: 1, clopper_pearson: [0.1, 1] },
    ];
    const difference = [{ n: 10, b: 0, m: 10, a: 0, diff: 0, level: 95, published: [-0.2775, 0.2775] }];
    expect(judged({ z: 1.2815515655446004, single, difference })).toEqual({ ...nothingElse, same: 5 });
  });

  it('are scores, queues and funnels', () => {
    const nps = [
      { promoters: 2, detractors: 1, n: 4, nps: 25, published: { variance: '11/16', se_points: '(x) = 41.5' } },
    ];
    expect(judged({ items: nps })).toEqual({ ...nothingElse, same: 3 });
    const queues = {
      examples: [
        { agents: 1, aht_s: 60, calls: 30, period_s: 3600, occupancy: 0.5, published: { p_wait_pct: 50 }, asa_s: 60 },
      ],
      table: [{ erlangs: 2, aht_s: 60, agents: 2, erlang_c: 1, asa_s: null }],
      staffing: [{ goal: 0.5, erlangs: 0.5, aht_s: 60, target_s: 0, min_agents: 1 }],
    };
    expect(judged(queues)).toEqual({ ...nothingElse, same: 6 });
    const funnels = {
      limits: [{ n: 1, target: 0.3, exact_interpolated: { 0.9: 0.6666667 }, two_sigma: [0, 1] }],
      overdispersion: [
        {
          target: 0.2,
          winsorised: 0,
          units: [
            { r: 10, n: 100 },
            { r: 30, n: 100 },
          ],
          phi: 6.25,
          tau2: 0.0184,
        },
      ],
    };
    expect(judged(funnels)).toEqual({ ...nothingElse, same: 4 });
  });

  it('differ by name, also in one place of a list, and an unreadable item does not hide the others', () => {
    const items = [
      { id: 'wrong', chart: 'c', inputs: { counts: [9, 9] }, computed: { cbar: 9, ucl: 18.001 }, out_of_limits: [1] },
      { id: 'new', chart: 'zone', inputs: {}, computed: {} },
      { id: 'away', chart: 'u', inputs: 'nowhere.csv', computed: { ubar: 1 } },
      { id: 'bad', chart: 'p', inputs: { defective: [3], n: [2] }, computed: { pbar: 1 } },
      {
        id: 'extra',
        chart: 'c',
        inputs: { counts: [4], mood: 'good' },
        computed: { cbar: 4, kurtosis: 3, ucl: 'about 10' },
        published: 7,
      },
    ];
    expect(judged({ items, weather: [1] })).toEqual({
      ...{ same: 2, byDefinition: [] },
      different: [
        ['items wrong ucl', 18],
        ['items wrong out_of_limits', []],
      ],
      notKnown: [
        'items new: a chart of the kind "zone"',
        'items away: its data, "nowhere.csv", are not here',
        ...['items extra kurtosis', 'items extra ucl', 'items extra published', 'items extra input mood', 'weather'],
      ],
      unreadable: ['items bad: The count at point 1 must be a whole number from 0 to 2, and is 3'],
    });
  });

  it('that were printed cut off are told with both values, unless they are further off than that', () => {
    const item = (ucl: number) => ({
      chart: 'c',
      inputs: { counts: [7] },
      computed: { ucl: 14.9372539 },
      published: { ucl },
    });
    expect(judged({ items: [item(14.93)] })).toMatchObject({ byDefinition: ['items 1 ucl'], different: [] });
    expect(judged({ items: [item(14.92)] })).toMatchObject({
      byDefinition: [],
      different: [['items 1 ucl', expect.anything()]],
    });
    expect(referenceLines(referenceFile('x.json', JSON.stringify({ items: [item(14.93)] })))).toEqual([
      'x.json',
      expect.stringContaining(
        '  ~ items 1 ucl: ours 14.9372539332, theirs 14.9372539, 14.93 as published; by definition',
      ),
      '  1 figures compared, 0 different, 1 by definition, 0 not known, 0 unreadable',
    ]);
  });
});
