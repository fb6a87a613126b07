import { moved } from '../../ui/order/moved.js';
import { asKind, type Group, itemMoved, newItem, newLevel } from './rubric-changes.js';

const group = (id: string, ...items: string[]): Group => ({
  ...{ id, name: { en: id, zh: '' } },
  items: items.map((item) => ({ ...newItem(), id: item })),
});
const idsOf = (groups: readonly Group[]) => groups.map(({ items }) => items.map(({ id }) => id).join(''));

describe('a rubric that is worked on', () => {
  it('moves an item within its group and over its end into the next', () => {
    const groups = [group('1', 'a', 'b'), group('2', 'c')];
    expect(idsOf(itemMoved(groups, 0, 0, 1))).toEqual(['ba', 'c']);
    expect(idsOf(itemMoved(groups, 0, 1, 1))).toEqual(['a', 'bc']);
    expect(idsOf(itemMoved(groups, 1, 0, -1))).toEqual(['abc', '']);
    expect(idsOf(itemMoved(groups, 0, 0, -1))).toEqual(['ab', 'c']);
    expect(moved(['x', 'y', 'z'], 2, -1)).toEqual(['x', 'z', 'y']);
  });

  it('has another kind of points with all that was written of the item', () => {
    const item = { ...newItem(), isCritical: true, text: { en: 'Listens', zh: '倾听' } };
    expect(asKind(item, 'yes-no')).toMatchObject({ kind: 'yes-no', isCritical: true, text: { en: 'Listens' } });
    expect(asKind(asKind(item, 'yes-no'), 'points')).toMatchObject({ kind: 'points', failsUnder: 3 });
  });

  it('gets the level that is missing', () => {
    const levels = [5, 4, 3, 1, 0].map((points) => ({ points, text: { en: '', zh: '' } }));
    expect(newLevel(levels)?.points).toBe(2);
    expect(newLevel([...levels, { points: 2, text: { en: '', zh: '' } }])).toBeUndefined();
  });
});
