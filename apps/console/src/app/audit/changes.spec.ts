import { changesOf } from './changes.js';

describe('what an act changed', () => {
  it('is what differs, with the days last', () => {
    const recorded = { from: '2026-12-01', until: null, role: 'supervisor', unit: 'East' };
    const fields = changesOf({ before: null, after: recorded }).map(({ field }) => field);
    expect(fields).toEqual(['role', 'unit', 'from']);
  });

  it('is what differs and leaves out what is empty on both sides', () => {
    const before = { name: 'Sales', nameZh: null, zone: 'UTC' };
    const after = { name: 'Key accounts', nameZh: null, zone: 'Asia/Shanghai' };
    expect(changesOf({ before, after })).toEqual([
      { field: 'name', before: 'Sales', after: 'Key accounts' },
      { field: 'zone', before: 'UTC', after: 'Asia/Shanghai' },
    ]);
  });

  it('is all there is where one side is empty', () => {
    expect(changesOf({ before: null, after: { name: 'East', days: 90 } })).toEqual([
      { field: 'name', before: undefined, after: 'East' },
      { field: 'days', before: undefined, after: 90 },
    ]);
    expect(changesOf({ before: null, after: null })).toEqual([]);
  });

  it('shows what stayed where nothing differs, so that an act is never without content', () => {
    expect(changesOf({ before: { name: 'A' }, after: { name: 'A' } })).toHaveLength(1);
  });

  it('compares lists by what is in them', () => {
    const lists = { before: { scopes: ['a', 'b'], n: 1 }, after: { scopes: ['a', 'b'], n: 2 } };
    expect(changesOf(lists).map(({ field }) => field)).toEqual(['n']);
  });
});
