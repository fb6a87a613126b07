import type { APIRequestContext } from '@playwright/test';
import type { ContactDetail, ContactList } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { expect } from '../test.js';
import { knownDepartments } from '../world/known-people.js';

export interface MadeCustomer {
  readonly accountId: string;
  /** The account's name; the number parts it from those of other tests. */
  readonly find: string;
  readonly person: string;
  readonly phone: string;
}

let made = 0;

/** A bank with one person, or several with the same number. */
export async function aCustomer(leader: APIRequestContext, people = 1): Promise<MadeCustomer> {
  const stamp = `${++made}${Date.now() % 100_000}`;
  const find = `Quayside ${stamp}`;
  const phone = `+86755${String(26_000_000 + ((Number(stamp) * 7) % 999_999))}`;
  const names = ['Ava Moreno', 'Ben Moreno', 'Cai Moreno'].slice(0, people);
  const data = { name: find, nameZh: '海港银行', people: names.map((name) => ({ name, phones: [phone] })) };
  const answer = await leader.post('/api/accounts', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  return { accountId: id, find, person: names[0] ?? '', phone };
}

/** The contacts of an account that count, the newest first. */
export async function logged(request: APIRequestContext, accountId: string): Promise<ContactDetail[]> {
  const list = await request.get('/api/contacts', { params: { accountId } });
  const { contacts } = (await list.json()) as ContactList;
  const details = await Promise.all(contacts.map(({ id }) => request.get(`/api/contacts/${id}`)));
  return Promise.all(details.map((answer) => answer.json() as Promise<ContactDetail>));
}

/** A call that somebody has just ended with an account. */
export async function aCall(rep: APIRequestContext, accountId: string): Promise<void> {
  const endedAt = Date.now();
  const data = {
    ...{ id: uuid(), channel: 'phone', direction: 'in', accountId, reasonId: knownDepartments.billing.reasonId },
    startedAt: new Date(endedAt - 60_000).toISOString(),
    endedAt: new Date(endedAt).toISOString(),
  };
  const answer = await rep.post('/api/contacts', { data });
  expect(answer.status(), await answer.text()).toBe(201);
}
