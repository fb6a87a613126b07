import { chosenOf, differencesOf } from './versions.js';

interface Entry {
  readonly reason: string;
  readonly channel: string;
  readonly note: string;
  readonly resolved: string;
}
const base: Entry = { reason: '', channel: 'phone', note: 'As logged', resolved: '' };
const mine: Entry = { ...base, note: 'Mine', channel: 'chat', resolved: 'yes' };
const theirs: Entry = { ...base, note: 'Theirs', reason: 'r1', resolved: 'yes' };

describe('two versions', () => {
  it('leave what only one side changed to that side, and what both changed to a choice', () => {
    expect(differencesOf(base, mine, theirs)).toEqual([
      { field: 'reason', usual: 'theirs' },
      { field: 'channel', usual: 'mine' },
      { field: 'note', usual: null },
    ]);
  });

  it('become one by the choices, which never takes an unchosen field of one’s own', () => {
    expect(chosenOf(mine, theirs, { channel: 'mine', note: 'theirs' })).toEqual({ ...theirs, channel: 'chat' });
    expect(chosenOf(mine, theirs, { note: null })).toEqual(theirs);
  });
});
