import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { dayInWords, isoDay } from './days.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('somebody is added to a team, lent to another, and what overlaps is refused in words', async ({ page }) => {
  await page.goto('/organisation/staff');
  await page.getByRole('button', { name: /New person/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('曾丽');
  await page.getByLabel('Staff number').fill('E-501');
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Billing 1' });
  await page.getByRole('button', { name: 'Add the person' }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: '曾丽' })).toBeVisible();
  await expect(panel).toContainText('Billing 1');

  await panel.getByRole('button', { name: 'Move', exact: true }).click();
  await panel.getByLabel('Team', { exact: true }).selectOption({ label: 'Service 1' });
  await panel.getByLabel('From', { exact: true }).fill('+10');
  await panel.getByLabel('Last day', { exact: true }).fill('+19');
  await expect(panel.getByText(`Back in the present team on ${dayInWords(isoDay(20))}.`)).toBeVisible();
  await panel.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText(`曾丽 moves to Service 1, from ${dayInWords(isoDay(10))}`)).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(3);

  await panel.getByRole('button', { name: 'Move', exact: true }).click();
  await panel.getByLabel('Team', { exact: true }).selectOption({ label: 'Service 1' });
  await panel.getByLabel('From', { exact: true }).fill('+5');
  await panel.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText(`曾丽 is in Service 1 from ${dayInWords(isoDay(10))} on`);
});

test('a move dated back says what stays where it was recorded', async ({ page, agent }) => {
  await agent.takeCalls('billing', 2);
  await page.goto('/organisation/staff?search=rep');
  await page.getByRole('link', { name: 'Lin Wei' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Move', exact: true }).click();
  await panel.getByLabel('From', { exact: true }).fill('-3');
  await expect(panel.getByRole('status')).toContainText(/This lies in the past\. \d+ contacts .* no figure changes\./);
});

test('people are found by the initials of their pinyin, and the address keeps the search', async ({
  page,
  request,
}) => {
  const headers = { 'X-Forecall': 'console' };
  await request.post('/api/organisation/staff', { headers, data: { name: '司马文静' } });
  await page.goto('/organisation/staff');
  await page.getByRole('link', { name: 'Lin Wei' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('smwj');
  await expect(page.getByRole('link', { name: 'Lin Wei' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: '司马文静' })).toBeVisible();
  await expect(page).toHaveURL(/search=smwj/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('smwj');
  await expect(page.getByText('1 person', { exact: true })).toBeVisible();
});

test('Esc closes the panel and gives the focus back, but not over something typed', async ({ page }) => {
  await page.goto('/organisation/staff');
  const link = page.getByRole('link', { name: 'Mary Osei' });
  await link.click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('heading', { name: 'Mary Osei' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(link).toBeFocused();

  await link.click();
  await panel.getByRole('button', { name: 'Change details' }).click();
  await panel.getByLabel('Staff number').fill('K-head-2');
  await page.keyboard.press('Escape');
  await expect(panel.getByLabel('Staff number')).toHaveValue('K-head-2');
});

test('the list and a person have no fault of access in either theme', async ({ page }) => {
  await page.goto('/organisation/staff');
  await page.getByRole('link', { name: 'Mary Osei' }).click();
  await page.getByRole('heading', { name: 'Mary Osei' }).waitFor();
  await expectAccessible(page);
});
