import { draftOf, keepDraft } from './draft.js';
import { emptyEntry } from './entry.js';

const empty = emptyEntry('0199c0de-0000-7000-8000-00000000000a');
const draft = { ...empty, startedAt: '2026-11-23T06:30:00.000Z', note: 'taken twice' };

describe('the draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('comes back to its user, and to nobody else', () => {
    expect(keepDraft('liu', draft)).toBe(true);
    expect(draftOf('liu', empty)).toEqual(draft);
    expect(draftOf('wu', empty)).toBeNull();
  });

  it('goes when the form is empty', () => {
    keepDraft('liu', draft);
    keepDraft('liu', null);
    expect(draftOf('liu', empty)).toBeNull();
  });

  it('of an older form is not put into a newer one', () => {
    sessionStorage.setItem('forecall.desk.draft.liu', JSON.stringify({ note: 'taken twice' }));
    expect(draftOf('liu', empty)).toBeNull();
    sessionStorage.setItem('forecall.desk.draft.liu', '{');
    expect(draftOf('liu', empty)).toBeNull();
  });
});
