import type { APIRequestContext, Page } from '@playwright/test';
import type { ContactLogged } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { expect } from '../test.js';
import { knownDepartments } from '../world/known-people.js';

let made = 0;

export async function anAccount(leader: APIRequestContext): Promise<string> {
  const name = `Harbour Bank ${++made}${Date.now() % 100_000}`;
  const answer = await leader.post('/api/accounts', { data: { name, people: [{ name: 'Ava Moreno' }] } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** As the rep logs it while talking. */
export async function aComplaint(rep: APIRequestContext, accountId: string, told: object = {}) {
  const now = Date.now();
  const answer = await rep.post('/api/contacts', {
    data: {
      ...{ id: uuid(), channel: 'phone', direction: 'in', accountId, reasonId: knownDepartments.billing.reasonId },
      startedAt: new Date(now - 180_000).toISOString(),
      endedAt: new Date(now - 1_000).toISOString(),
      note: 'Ava Moreno was furious.',
      complaint: { summary: 'The November invoice was taken twice.', remedySought: 'Money back', ...told },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as ContactLogged).complaint!;
}

export const taskCard = (page: Page) => page.locator('fc-task-card');
export const timeLine = (page: Page) => page.locator('fc-complaint-time-line');
export const submit = (page: Page, name: string) =>
  taskCard(page).locator('form').getByRole('button', { name }).click();

export async function openComplaint(page: Page, { id, number }: { id: string; number: string }) {
  await page.goto(`/complaints/${id}`);
  await expect(page.getByRole('banner').getByText(number)).toBeVisible();
  await expect(timeLine(page).getByText('Received', { exact: true })).toBeVisible();
}

/** By the key: the form of the next step, once it is the next. */
export async function enter(page: Page, act: string): Promise<void> {
  await expect(taskCard(page).locator('.primary')).toContainText(act);
  await page.keyboard.press('Enter');
  await expect(taskCard(page).locator('form')).toBeVisible();
}

export const stage = (page: Page) => page.locator('fc-stages li[aria-current=step] b');
