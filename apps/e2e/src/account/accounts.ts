import type { APIRequestContext, Page } from '@playwright/test';
import type { AccountDetail } from '@forecall/contracts';
import { expect } from '../test.js';

let made = 0;

/** An account with two people that nobody cares for yet. */
export async function anAccount(leader: APIRequestContext): Promise<AccountDetail> {
  const name = `Quarry Bank ${++made}${Date.now() % 100_000}`;
  const people = [
    { name: 'Ava Moreno', position: 'Head of operations', phones: ['+8675526018840'] },
    { name: 'Ben Moreno', position: 'Purchasing' },
  ];
  const answer = await leader.post('/api/accounts', { data: { name, nameZh: '采石场银行', people } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  return (await (await leader.get(`/api/accounts/${id}`)).json()) as AccountDetail;
}

export const card = (page: Page, heading: string) => page.getByRole('region', { name: heading, exact: true });
export const panel = (page: Page) => page.locator('fc-panel');
export const submit = (page: Page) => panel(page).locator('form button[type=submit]').click();
