import type { BoardTile } from '@forecall/contracts';
import { caughtOf, satisfiedOf, scaleOf, totalOf, withNewer } from './tiles.js';

function tile(departmentId: string, version: number, numerator = 1, denominator = 10): BoardTile {
  return {
    departmentId,
    name: { en: departmentId, zh: departmentId },
    version,
    figure: {
      numerator,
      denominator,
      n: denominator,
      value: numerator / denominator,
      interval: null,
      beside: {},
      definition: { id: 'complaint-rate', version: 1 },
    },
    usual: null,
    standing: 'no-usual-level',
    weekBefore: { numerator: 0, denominator: 0 },
    trend: [],
    quarter: { from: '2026-11-23T06:00:00.000Z', numerator: 0, denominator: 0 },
    evidence: null,
    alarm: null,
    caught: { numerator: 1, denominator: 3 },
    satisfied: { numerator: 4, denominator: 5 },
  };
}

describe('the tiles of a board', () => {
  it('take what is newer and keep their places', () => {
    const shown = [tile('a', 3), tile('b', 3)];
    const next = withNewer(shown, [tile('b', 4, 2), tile('c', 1)]);
    expect(next.map(({ departmentId, version }) => [departmentId, version])).toEqual([
      ['a', 3],
      ['b', 4],
      ['c', 1],
    ]);
  });

  it('drop a message that comes late', () => {
    expect(withNewer([tile('a', 7, 5)], [tile('a', 6, 4)])[0]?.figure.numerator).toBe(5);
  });

  it('take the same version again: windows slide without a commit', () => {
    expect(withNewer([tile('a', 7, 5)], [tile('a', 7, 4)])[0]?.figure.numerator).toBe(4);
  });

  it('have one scale, which those without a rate do not stretch', () => {
    const few = { ...tile('b', 1, 1, 2), standing: 'too-few' } as const;
    expect(scaleOf([tile('a', 1, 1, 20), few])).toEqual(scaleOf([tile('a', 1, 1, 20)]));
  });

  it('add up to sums, never to a mean of rates', () => {
    expect(totalOf([tile('a', 1, 1, 10), tile('b', 1, 9, 90)])).toEqual({ numerator: 10, denominator: 100 });
  });

  it('add up what was caught and who was satisfied, as ratios of sums', () => {
    expect(satisfiedOf([tile('a', 1), tile('b', 1)])).toEqual({ numerator: 8, denominator: 10 });
    expect(caughtOf([tile('a', 1), tile('b', 1)])).toEqual({ numerator: 2, denominator: 6 });
    expect(caughtOf([])).toEqual({ numerator: 0, denominator: 0 });
  });
});
