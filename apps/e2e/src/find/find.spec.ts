import type { Page } from '@playwright/test';
import type { ComplaintList } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { connectionSign } from '../board/board.js';
import { expect, test } from '../test.js';

async function find(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Find anything' });
  await expect(box).toBeFocused();
  await box.pressSequentially(typed);
}

const name = 'Harbour Light Bank';

test.beforeAll(async ({ clientOf }) => {
  const leader = await clientOf('supervisor');
  const answer = await leader.post('/api/accounts', { data: { name, nameZh: '灯塔银行' } });
  expect(answer.status()).toBe(201);
});

test.describe('a rep', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

  test('finds an account by letters of its name and comes to the desk with it, and finds it again on top', async ({
    page,
  }) => {
    await page.goto('/desk');
    await expect(connectionSign(page)).toContainText('Live');
    await find(page, 'light harb');
    const hits = page.getByRole('option', { name: new RegExp(name) });
    await expect(hits).toContainText(['log a contact', 'account']);
    await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    // The address is used up once the customer is chosen: a reload is no second call.
    await expect(page.getByRole('main').getByRole('heading', { name: new RegExp(name) })).toBeVisible();
    await expect(page).toHaveURL(/\/desk$/);
    await find(page, '');
    await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(name);
  });
});

test.describe('a supervisor', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

  test('finds an account by the initials of its pinyin, and a complaint by its number', async ({
    page,
    agent,
    clientOf,
  }) => {
    await agent.takeCalls('billing', 1, 1);
    const list = (await (await (await clientOf('supervisor')).get('/api/complaints')).json()) as ComplaintList;
    const complaint = list.complaints[0]!;
    await page.goto('/board');
    await expect(connectionSign(page)).toContainText('Live');
    await find(page, 'dtyh');
    await expect(page.getByRole('option').filter({ hasText: name })).toContainText('account');
    await page.getByRole('combobox', { name: 'Find anything' }).fill(complaint.number);
    await expect(page.getByRole('option').first()).toContainText(complaint.number);
  });
});
