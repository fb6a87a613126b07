import type { PointsItem, Rubric, YesNoItem } from '@forecall/domain';
import { markKind, pointsOfKey } from './item-words.js';

const both = { en: 'x', zh: '' };
const base = { text: both, help: both, weight: 1, isCritical: false, mayNotApply: true, onlyIf: null };
const yes: YesNoItem = { ...base, id: 'yes', kind: 'yes-no', isCritical: true };
const points: PointsItem = {
  ...{ ...base, id: 'points', kind: 'points', failsUnder: 3, onlyIf: { itemId: 'yes', atLeast: 1 } },
  levels: [5, 3, 0].map((one) => ({ points: one, text: both })),
};
const rubric: Rubric = {
  groups: [{ id: 'g', name: both, items: [yes, points] }],
  ...{ passMark: 80, passMarkWhy: both },
};

describe('the mark of an item', () => {
  it('is drawn by what it means', () => {
    expect(markKind(rubric, yes, {})).toBe('open');
    expect(markKind(rubric, yes, { yes: 1 })).toBe('passed');
    expect(markKind(rubric, yes, { yes: 0 })).toBe('failed');
    expect(markKind(rubric, points, { yes: 0 })).toBe('off');
    expect(markKind(rubric, points, { yes: 1, points: 3 })).toBe('points');
    expect(markKind(rubric, points, { yes: 1, points: 'not-applicable' })).toBe('not-applicable');
  });

  it('is given by the key of its points, and a critical one by P and F', () => {
    expect(['5', '4', '3', '0', 'p'].map((key) => pointsOfKey(points, key))).toEqual([5, undefined, 3, 0, undefined]);
    expect(['p', 'f', '1', '0', '5'].map((key) => pointsOfKey(yes, key))).toEqual([1, 0, 1, 0, undefined]);
    expect(['p', 'f'].map((key) => pointsOfKey({ ...points, isCritical: true }, key))).toEqual([5, 0]);
  });
});
