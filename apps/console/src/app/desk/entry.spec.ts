import { emptyEntry, faultsOf } from './entry.js';

describe('an entry of the desk', () => {
  const entry = emptyEntry(new Date('2026-11-23T06:30:00Z'));

  it('needs a reason and an ending', () => {
    expect(faultsOf(entry).map(({ field }) => field)).toEqual(['reasonId', 'ending']);
    expect(faultsOf({ ...entry, reasonId: 'r', ending: 'solved' })).toEqual([]);
  });

  it('needs words for a complaint', () => {
    expect(faultsOf({ ...entry, reasonId: 'r', ending: 'complaint', note: '  ' })).toEqual([{ field: 'note' }]);
    expect(faultsOf({ ...entry, reasonId: 'r', ending: 'complaint', note: 'charged twice' })).toEqual([]);
  });
});
