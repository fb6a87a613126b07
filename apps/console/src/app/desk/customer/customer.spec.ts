import { nameIn } from '@forecall/contracts';
import { customersIn, suggestionOf } from './customer.js';

const account = {
  id: 'a',
  number: 'A-17',
  name: 'Harbour Bank',
  nameZh: '海港银行',
  careClass: 'loyal' as const,
  repInCare: null,
};
const found = {
  accounts: [{ ...account, industry: 'bank' }],
  people: [
    {
      id: 'p',
      name: 'Chen Guodong',
      nameZh: '陈国栋',
      position: 'Head of operations',
      phones: ['+8675526018840'],
      account,
    },
  ],
  isComplete: true,
};

describe('the customers found', () => {
  it('are people before accounts, a person with the account', () => {
    const customers = customersIn(found);
    expect([...customers.keys()]).toEqual(['p', 'a']);
    expect(customers.get('p')).toMatchObject({ accountId: 'a', personId: 'p' });
    expect(customers.get('a')).toMatchObject({ accountId: 'a', personId: null });
  });

  it('are named in the language in force, the other beside', () => {
    const person = customersIn(found).get('p');
    if (!person) throw new Error('the person was not found');
    expect(suggestionOf('p', person, 'en')).toMatchObject({
      label: 'Chen Guodong',
      note: '陈国栋, Harbour Bank',
      aside: '+8675526018840',
    });
    expect(suggestionOf('p', person, 'zh')).toMatchObject({ label: '陈国栋', note: 'Chen Guodong, 海港银行' });
    expect(nameIn({ name: 'Only English', nameZh: null }, 'zh')).toBe('Only English');
  });
});
