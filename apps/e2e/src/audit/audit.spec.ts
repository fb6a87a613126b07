import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('an act is recorded with who, when, and each field before and after', async ({ page, request }) => {
  const headers = { 'X-Forecall': 'console' };
  const made = await request.post('/api/organisation/departments', { headers, data: { name: 'Trail' } });
  const { id } = (await made.json()) as { id: string };
  const renamed = { name: 'Trail and error', nameZh: '试错部', revision: 1 };
  await request.patch(`/api/organisation/departments/${id}`, { headers, data: renamed });

  await page.goto('/audit');
  await page
    .getByRole('row', { name: /Department renamed.*Trail and error/ })
    .getByRole('link')
    .click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('row', { name: 'Name Trail Trail and error' })).toBeVisible();
  await expect(panel.getByRole('row', { name: 'Chinese name – 试错部' })).toBeVisible();
  await expect(panel).toContainText('Sun Li');
  await expectAccessible(page);

  await panel.getByRole('link', { name: 'Trail and error' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(id));
  await page.getByRole('button', { name: /Drop the filter/ }).click();
  await page.getByLabel('From', { exact: true }).fill('+1');
  await expect(page.getByText('No act matches these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByRole('row', { name: /Department opened.*Trail/ })).toBeVisible();
});
