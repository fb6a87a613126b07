import type { ReasonEntry } from '@forecall/contracts';
import { placeAfter, rowsInSight, subtree, type Direction } from './tree-order.js';

const reason = (id: string, parentId: string | null, depth: number): ReasonEntry => ({
  id,
  parentId,
  depth,
  nameEn: `Reason ${id}`,
  nameZh: `事由 ${id}`,
  departmentId: null,
  answerableDepartmentId: 'd',
  from: null,
  to: null,
  revision: 1,
});

/** a (b (c d) e) f */
const tree = [
  reason('a', null, 0),
  reason('b', 'a', 1),
  reason('c', 'b', 2),
  reason('d', 'b', 2),
  reason('e', 'a', 1),
  reason('f', null, 0),
];
const of = (id: string) => tree.find((one) => one.id === id)!;
const sight = (collapsed: string[], search = '') =>
  rowsInSight(tree, new Set(collapsed), search)
    .map((row) => row.reason.id)
    .join('');

describe('a tree of reasons', () => {
  it('hides what is below a collapsed one', () => {
    expect(sight([])).toBe('abcdef');
    expect(sight(['b'])).toBe('abef');
    expect(sight(['a', 'b'])).toBe('af');
  });

  it('shows what is searched for in either language and the way to it, collapsed or not', () => {
    expect(sight(['a'], 'reason d')).toBe('abd');
    expect(sight(['a'], '事由 f')).toBe('f');
    expect(sight([], 'nothing')).toBe('');
  });

  it('counts siblings for readers', () => {
    const row = rowsInSight(tree, new Set(), '').find((one) => one.reason.id === 'e');
    expect(row).toMatchObject({ position: 2, siblingCount: 2, hasChildren: false });
  });

  it.each<[string, Direction, [string | null, string | null] | null]>([
    ['d', 'up', ['b', 'c']],
    ['c', 'up', null],
    ['c', 'down', ['b', null]],
    ['d', 'down', null],
    ['b', 'down', ['a', null]],
    ['a', 'down', [null, null]],
    ['d', 'in', ['c', null]],
    ['c', 'in', null],
    ['e', 'in', ['b', null]],
    ['c', 'out', ['a', 'e']],
    ['e', 'out', [null, 'f']],
    ['f', 'out', null],
  ])('moves %s %s to %j', (id, direction, place) => {
    const found = placeAfter(tree, of(id), direction);
    expect(found && [found.parentId, found.beforeId]).toEqual(place);
  });

  it('gives a reason with all below it', () => {
    expect(
      subtree(tree, of('a'))
        .map(({ id }) => id)
        .join(''),
    ).toBe('abcde');
  });
});
