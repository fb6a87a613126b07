import { type AccountBrief, type CustomersFound, type LocaleName, nameIn, type PersonBrief } from '@forecall/contracts';
import type { Suggestion } from '../../ui/choice/type-ahead.js';

export interface CustomerIds {
  readonly accountId: string;
  readonly personId: string | null;
}

/** Who the contact is with: a person of an account, or the account alone. */
export interface Customer extends CustomerIds {
  readonly account: Pick<AccountBrief, 'name' | 'nameZh' | 'number' | 'careClass' | 'repInCare'>;
  readonly person: Pick<PersonBrief, 'name' | 'nameZh' | 'position' | 'phones'> | null;
}

export const customerOf = (person: PersonBrief): Customer => ({
  accountId: person.account.id,
  personId: person.id,
  account: person.account,
  person,
});

/** People first: on the telephone one speaks to somebody. */
export function customersIn({ people, accounts }: CustomersFound): Map<string, Customer> {
  const found = new Map<string, Customer>();
  for (const person of people) found.set(person.id, customerOf(person));
  for (const account of accounts)
    found.set(account.id, { accountId: account.id, personId: null, account, person: null });
  return found;
}

export function suggestionOf(id: string, { account, person }: Customer, locale: LocaleName): Suggestion {
  const other = locale === 'zh' ? 'en' : 'zh';
  const named = person ?? account;
  const second = named.nameZh === null ? '' : nameIn(named, other);
  return person
    ? {
        id,
        icon: 'person',
        label: nameIn(person, locale),
        note: [second, nameIn(account, locale)].filter(Boolean).join(', '),
        aside: person.phones[0] ?? '',
      }
    : { id, icon: 'account', label: nameIn(account, locale), note: second, aside: account.number };
}
