import type { RubricText } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { moved } from '../../ui/order/moved.js';

export type Group = RubricText['groups'][number];
export type Item = Group['items'][number];
export type Level = Extract<Item, { kind: 'points' }>['levels'][number];

const blank = () => ({ en: '', zh: '' });

export const newGroup = (): Group => ({ id: uuid(), name: blank(), items: [] });

export const newItem = (): Item => ({
  ...{ id: uuid(), text: blank(), help: blank(), weight: 1, isCritical: false, mayNotApply: false, onlyIf: null },
  ...{ kind: 'points', levels: [5, 4, 3, 1, 0].map((points) => ({ points, text: blank() })), failsUnder: 3 },
});

/** The same item by other points; what was written of it stays. */
export function asKind(item: Item, kind: Item['kind']): Item {
  if (item.kind === kind) return item;
  const { id, text, help, weight, isCritical, mayNotApply, onlyIf } = item;
  const same = { id, text, help, weight, isCritical, mayNotApply, onlyIf };
  if (kind === 'yes-no') return { ...same, kind };
  return { ...same, kind, levels: [5, 4, 3, 1, 0].map((points) => ({ points, text: blank() })), failsUnder: 3 };
}

/** The level that is missing: the most points that no level has yet. */
export function newLevel(levels: readonly Level[]): Level | undefined {
  const points = [5, 4, 3, 2, 1, 0].find((one) => levels.every((level) => level.points !== one));
  return points === undefined ? undefined : { points, text: blank() };
}

/** An item moved up or down; at the end of its group it goes over into the next one. */
export function itemMoved(groups: readonly Group[], group: number, item: number, by: -1 | 1): Group[] {
  const from = groups[group];
  const one = from?.items[item];
  if (!from || !one) return [...groups];
  const isWithin = item + by >= 0 && item + by < from.items.length;
  if (isWithin) return groups.map((each, n) => (n === group ? { ...each, items: moved(each.items, item, by) } : each));
  const next = groups[group + by];
  if (!next) return [...groups];
  return groups.map((each, n) => {
    if (n === group) return { ...each, items: each.items.toSpliced(item, 1) };
    if (n !== group + by) return each;
    return { ...each, items: by > 0 ? [one, ...each.items] : [...each.items, one] };
  });
}
