import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a supervisor enters leave with a stand-in, by keyboard, and takes it back', async ({ page }) => {
  await page.goto('/leave');
  await expect(page.getByText('Nobody is away')).toBeVisible();
  await page.keyboard.press('n');
  const form = page.locator('fc-leave-form');
  await form.getByLabel('Who').pressSequentially('lin');
  await expect(page.getByRole('option').first()).toContainText('Lin Wei');
  await page.keyboard.press('Enter');
  await form.getByRole('textbox', { name: 'First day' }).fill('+3');
  await form.getByRole('textbox', { name: 'Last day' }).fill('+5');
  await form.getByLabel('Works the first half of the first day').check();
  await form.getByRole('button', { name: 'Enter the leave' }).click();
  await expect(page.getByText('Leave of Lin Wei entered.')).toBeVisible();
  const row = page.getByRole('row', { name: /Lin Wei/ });
  await expect(row).toContainText('from midday');
  await expect(row).toContainText('Annual leave');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Lin Wei' }).click();
  await page.getByRole('button', { name: 'Cancel the leave' }).click();
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toBeVisible();
});
