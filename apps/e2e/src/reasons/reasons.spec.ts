import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const names = (page: Page) => page.getByRole('rowheader').allInnerTexts();

async function add(page: Page, name: string): Promise<void> {
  await page.getByLabel('English name').fill(name);
  await page.getByLabel('Chinese name').fill(`中 ${name}`);
}

test('a tree is built, ordered and rearranged with the keyboard alone', async ({ page }) => {
  await page.goto('/reasons');
  await rowOf(page, 'Late repair').waitFor();
  await page.keyboard.press('n');
  await add(page, 'Machine');
  await page.getByLabel('Answers for it').selectOption({ label: 'Service' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Machine' })).toBeVisible();

  for (const name of ['Display', 'Noise', 'Heat']) {
    await rowOf(page, 'Machine').click();
    await page.getByRole('button', { name: 'New below' }).click();
    await add(page, name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  const from = async () => (await names(page)).slice((await names(page)).indexOf('Machine'));
  expect(await from()).toEqual(['Machine', 'Display', 'Noise', 'Heat']);

  const heat = rowOf(page, 'Heat');
  await heat.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(from).toEqual(['Machine', 'Display', 'Heat', 'Noise']);
  await expect(heat).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(heat).toHaveAttribute('aria-level', '3');
  await expect(heat).toContainText('Service');
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, 'Display')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(heat).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(heat).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(heat).toHaveAttribute('aria-level', '2');
});

test('a reason goes out of use with all below it, and comes back', async ({ page }) => {
  await page.goto('/reasons');
  await page.getByRole('button', { name: /New reason/ }).click();
  await add(page, 'Old offers');
  await page.getByLabel('In use from', { exact: true }).fill('-30');
  await page.getByLabel('Answers for it').selectOption({ label: 'Billing' });
  await page.getByRole('button', { name: 'Add the reason' }).click();
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await page.getByLabel('Last day', { exact: true }).fill('-3');
  await expect(page.getByRole('status').filter({ hasText: 'This lies in the past' })).toBeVisible();
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await expect(rowOf(page, 'Old offers')).toHaveCount(0);
  await page.getByRole('button', { name: /Shown/ }).click();
  await page.getByRole('menuitemradio', { name: 'with closed' }).click();
  await expect(rowOf(page, 'Old offers')).toContainText('closed since');
});

test('a reason at the top without a department is refused at the field', async ({ page }) => {
  await page.goto('/reasons');
  await page.getByRole('button', { name: /New reason/ }).click();
  await add(page, 'Nobody answers');
  await page.getByRole('button', { name: 'Add the reason' }).click();
  await expect(page.getByLabel('Answers for it')).toHaveAttribute('aria-invalid', 'true');
});

test('the tree has no fault of access in either theme', async ({ page }) => {
  await page.goto('/reasons');
  await rowOf(page, 'Late repair').click();
  await page.getByRole('heading', { name: 'Late repair' }).waitFor();
  await expectAccessible(page);
});
