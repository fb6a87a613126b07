import { changesOf, type ContactEntry } from './versions.js';

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
});
