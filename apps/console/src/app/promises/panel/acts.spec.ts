import { actKeys, actsOf } from './acts.js';

describe('what can be done with a promise', () => {
  it('is nothing for who only reads it', () => expect(actsOf({ mayWork: false, mayVoid: false }, 'open')).toEqual([]));

  it('is no other time once it is late, and only to open it again once it has ended', () => {
    const mine = { mayWork: true, mayVoid: true };
    expect(actsOf(mine, 'soon')).toContain('renegotiate');
    expect(actsOf(mine, 'late')).not.toContain('renegotiate');
    expect(actsOf(mine, 'broken')).toEqual(['reopen']);
    // Past its time it is void, or open again, only by who leads whoever had it.
    const overdue = { mayWork: true, mayVoid: false };
    expect(actsOf(overdue, 'late')).toEqual(['keep', 'break', 'hand', 'tell']);
    expect(actsOf(overdue, 'kept-late')).toEqual([]);
  });

  it('has a key each', () => expect(new Set(Object.values(actKeys)).size).toBe(Object.keys(actKeys).length));
});
