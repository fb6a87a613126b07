import type { PersonAtAccount } from '@forecall/contracts';
import { changesIn, personEntryOf, toldBy } from './person-entry.js';

const person: PersonAtAccount = {
  ...{ id: '1', name: 'Chen Guodong', nameZh: '陈国栋', position: 'Head of operations', email: null },
  ...{ phones: ['+8675526018840'], language: 'zh', influence: 'decides', temperament: null, zone: null },
  ...{ callingWeek: null, callOrder: 1, doNotCall: null, revision: 3 },
};

describe('somebody in a form', () => {
  it('goes out as they came where nothing is changed', () => {
    const entry = personEntryOf(person);
    expect(changesIn(entry, entry)).toEqual({});
    expect(toldBy(entry)).toMatchObject({ name: 'Chen Guodong', callOrder: 1, callingWeek: null, hasLeft: false });
  });

  it('goes out by what is changed alone', () => {
    const before = personEntryOf(person);
    const entry = {
      ...before,
      phones: '0755 1234 5678\n\n010-88',
      callOrder: '',
      mayCall: 'no' as const,
      why: 'Asked',
    };
    expect(changesIn(entry, before)).toEqual({
      phones: ['0755 1234 5678', '010-88'],
      callOrder: null,
      doNotCall: { why: 'Asked' },
    });
  });
});
