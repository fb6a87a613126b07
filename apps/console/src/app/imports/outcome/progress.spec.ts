import { progressOf } from './progress.js';

const counts = { lines: 200, rowsRead: 50, rowsStaged: 40, rowsTaken: 10, rowsUndone: 5 };

describe('the progress of an import', () => {
  it('is of about as many rows as the file has lines while it is checked, and of the rows themselves after', () => {
    expect(progressOf({ ...counts, state: 'checking' })).toEqual({ done: 50, of: 200, isAbout: true, share: 0.25 });
    expect(progressOf({ ...counts, state: 'importing' })).toEqual({ done: 10, of: 40, isAbout: false, share: 0.25 });
    expect(progressOf({ ...counts, state: 'undoing' })).toEqual({ done: 5, of: 10, isAbout: false, share: 0.5 });
  });

  it('has no share where nobody knows how many rows there are, and never more than all', () => {
    expect(progressOf({ ...counts, lines: 0, state: 'checking' }).share).toBeNull();
    expect(progressOf({ ...counts, rowsRead: 201, state: 'checking' }).share).toBe(1);
  });
});
