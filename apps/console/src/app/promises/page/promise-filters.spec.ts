import { askedOf, promiseFilters, scopeOf, whoseUnasked, withWhose } from './promise-filters.js';

const rep = { unasked: whoseUnasked(true), me: 's1' };

describe('which promises are looked at', () => {
  it('are one’s own, of who only leads those of their people', () => {
    expect(askedOf({}, rep)).toEqual({ of: 'me' });
    expect(askedOf({ state: 'late' }, { unasked: whoseUnasked(false), me: 's1' })).toEqual({
      ...{ of: 'reach', state: 'late' },
    });
    expect(askedOf({ of: 'reach', ownerId: 'me' }, rep)).toEqual({ of: 'reach', ownerId: 's1' });
  });

  it('are everybody’s of an account, never everybody’s of all', () => {
    expect(withWhose({ accountId: 'a' }, {})).toEqual({ accountId: 'a', of: 'account' });
    expect(withWhose({ accountId: 'a' }, { of: 'reach' })).toEqual({ accountId: 'a' });
    expect(withWhose({ accountId: null }, { of: 'account' })).toEqual({ accountId: null, of: null });
    expect(withWhose({ state: null }, { of: 'account' })).toEqual({ state: null });
    expect(askedOf({ of: 'account' }, rep)).toEqual({ of: 'me' });
    expect(askedOf({ of: 'account', accountId: 'a' }, rep)).toEqual({ of: 'account', accountId: 'a' });
  });

  it('are narrowed by units only where somebody leads', () => {
    const names = (leads: boolean, ofAccount = false) =>
      promiseFilters({ unasked: 'me', leads, ofAccount }).map(({ name, values = [] }) => [name, ...values].join(' '));
    expect(names(false)).toEqual(['of me', 'state open late ended', 'accountId']);
    expect(names(true, true)).toEqual([
      ...['of me reach account', 'state open late ended', 'accountId', 'departmentId', 'teamId', 'ownerId'],
    ]);
  });

  it('give the figure its scope', () => {
    expect(scopeOf({ of: 'me' }, 's1')).toEqual(['rep:s1']);
    expect(scopeOf({ of: 'reach' }, 's1')).toEqual([]);
    expect(scopeOf({ of: 'reach', ownerId: 's2', departmentId: 'd' }, 's1')).toEqual(['rep:s2', 'department:d']);
    expect(scopeOf({ of: 'account', accountId: 'a', teamId: 't' }, 's1')).toEqual(['account:a', 'team:t']);
  });
});
