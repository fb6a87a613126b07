import type { ReasonEntry } from '@forecall/contracts';
import { matchingReasons, pickable } from './reasons.js';

const reason = (id: string, parentId: string | null, nameEn: string, nameZh: string): ReasonEntry => ({
  id,
  parentId,
  nameEn,
  nameZh,
  departmentId: null,
  answerableDepartmentId: 'billing',
  depth: parentId === null ? 0 : 1,
  from: null,
  to: null,
  revision: 1,
});

const tree = [
  reason('b', null, 'Billing', '账务'),
  reason('i', 'b', 'Invoice', '发票'),
  reason('t', 'i', 'Charged twice', '重复扣款'),
  reason('v', 'i', 'Wrong VAT number', '税号错误'),
  reason('d', null, 'Delivery', '物流'),
  reason('l', 'd', 'Invoice missing in parcel', '包裹缺发票'),
];

describe('the reasons of the desk', () => {
  it('are the leaves, each with its way', () => {
    expect(pickable(tree).map(({ en, path }) => [path.en, en])).toEqual([
      ['Billing › Invoice', 'Charged twice'],
      ['Billing › Invoice', 'Wrong VAT number'],
      ['Delivery', 'Invoice missing in parcel'],
    ]);
  });

  it('are found by words of either language, the name before the way', () => {
    const all = pickable(tree);
    expect(matchingReasons(all, 'invoice').map(({ id }) => id)).toEqual(['l', 't', 'v']);
    expect(matchingReasons(all, '重复').map(({ id }) => id)).toEqual(['t']);
    expect(matchingReasons(all, 'twice charged').map(({ id }) => id)).toEqual(['t']);
    expect(matchingReasons(all, 'nothing like it')).toEqual([]);
    expect(matchingReasons(all, '')).toHaveLength(3);
  });
});
