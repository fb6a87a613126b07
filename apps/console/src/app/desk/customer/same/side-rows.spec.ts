import type { AccountDetail, CustomerHistory, PersonBrief } from '@forecall/contracts';
import type { Side } from './merging-client.js';
import { contactsOf, phonesOf, sideRows } from './side-rows.js';

const person = (...phones: string[]) => ({ phones }) as unknown as PersonBrief;
const contact = { endedAt: '2026-01-05T01:00:00Z' } as CustomerHistory['contacts'][number];
const account = (people: PersonBrief[], contacts = 0): Side => ({
  kind: 'account',
  one: { people } as unknown as AccountDetail,
  history: { contacts: Array.from({ length: contacts }, () => contact), openComplaints: [], lastAnswer: null },
});

describe('two customers side by side', () => {
  it('show a row where at least one has something to say', () => {
    const [one, other] = [account([person('+861')]), account([])];
    const words = { phones: (side: Side) => phonesOf(side).join(' '), zone: () => '' };
    expect(sideRows(words, [one, other])).toEqual([{ name: 'phones', values: ['+861', ''] }]);
  });

  it('show each number once, and no more than fit', () => {
    expect(phonesOf(account([person('+861', '+862'), person('+861', '+863')]))).toEqual(['+861', '+862', '+863']);
    expect(phonesOf(account([person('+861', '+862')]), 1)).toEqual(['+861', '…']);
  });

  it('tell that there may be more contacts than the history gives', () => {
    expect(contactsOf(account([]))).toEqual({ count: 0, mayBeMore: false, lastAt: null });
    expect(contactsOf(account([], 20))).toEqual({ count: 20, mayBeMore: true, lastAt: contact.endedAt });
  });
});
