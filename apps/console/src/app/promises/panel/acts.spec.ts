import { actKeys, actsOf } from './acts.js';

describe('what can be done with a promise', () => {
  it('is nothing for who only reads it', () => expect(actsOf({ mayWork: false }, 'open')).toEqual([]));

  it('is no other time once it is late, and only to open it again once it has ended', () => {
    const mine = { mayWork: true };
    expect(actsOf(mine, 'soon')).toContain('renegotiate');
    expect(actsOf(mine, 'late')).not.toContain('renegotiate');
    expect(actsOf(mine, 'broken')).toEqual(['reopen']);
  });

  it('has a key each', () => expect(new Set(Object.values(actKeys)).size).toBe(Object.keys(actKeys).length));
});
