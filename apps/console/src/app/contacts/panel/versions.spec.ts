import { changesOf, chosenOf, differencesOf, type ContactEntry } from './versions.js';

const base: ContactEntry = {
  accountId: 'a1',
  reasonId: '',
  channel: 'phone',
  direction: 'in',
  purpose: 'service',
  outcome: 'handled',
  resolved: '',
  note: 'As logged',
};

describe('a correction', () => {
  it('sends what changed, empty as null, and takes the person of another account away', () => {
    expect(changesOf(base, base)).toEqual({});
    expect(changesOf(base, { ...base, note: '', resolved: 'no' })).toEqual({ note: '', resolved: false });
    expect(changesOf(base, { ...base, accountId: '' })).toEqual({ accountId: null, personId: null });
  });

  it('leaves what only one side changed to that side, and what both changed to a choice', () => {
    const mine: ContactEntry = { ...base, note: 'Mine', channel: 'chat', resolved: 'yes' };
    const theirs: ContactEntry = { ...base, note: 'Theirs', reasonId: 'r1', resolved: 'yes' };
    expect(differencesOf(base, mine, theirs)).toEqual([
      { field: 'reasonId', usual: 'theirs' },
      { field: 'channel', usual: 'mine' },
      { field: 'note', usual: null },
    ]);
  });

  it('makes one version by the choices, and never takes an unchosen field of one’s own', () => {
    const mine: ContactEntry = { ...base, note: 'Mine', channel: 'chat' };
    const theirs: ContactEntry = { ...base, note: 'Theirs', reasonId: 'r1' };
    expect(chosenOf(mine, theirs, { channel: 'mine', note: 'theirs' })).toEqual({ ...theirs, channel: 'chat' });
    expect(chosenOf(mine, theirs, { note: null })).toEqual(theirs);
  });
});
