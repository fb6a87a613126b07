import { enteredSince, entryFrom } from './draft.js';
import { emptyEntry } from './entry.js';

const empty = emptyEntry('0199c0de-0000-7000-8000-00000000000a');
const draft = { ...empty, startedAt: '2026-11-23T06:30:00.000Z', note: 'taken twice' };

describe('the draft', () => {
  it('is an entry again', () => {
    const promise = { what: 'A credit note', day: null, time: '17:00', owner: null };
    expect(entryFrom(structuredCloneOf(draft))).toEqual(draft);
    expect(entryFrom(structuredCloneOf({ ...draft, promise }))).toEqual({ ...draft, promise });
  });

  it('of an older form keeps what it had, and what is new is empty', () => {
    const { harm: _harm, remedySought: _remedySought, ...older } = draft;
    expect(entryFrom({ ...older, gone: 'of no use today' })).toEqual(draft);
  });

  it.each([[null], ['{'], [{ note: 'taken twice' }], [{ id: 'x', startedAt: null }]])('%j is none', (kept) => {
    expect(entryFrom(kept)).toBeNull();
  });
});

describe('what was entered while the entry before it was being saved', () => {
  it('is for the next one', () => {
    expect(enteredSince(draft, draft)).toEqual({});
    expect(enteredSince(draft, { ...draft, note: 'taken twice, and' })).toEqual({ note: 'taken twice, and' });
  });
});

const structuredCloneOf = (value: object): unknown => JSON.parse(JSON.stringify(value));
