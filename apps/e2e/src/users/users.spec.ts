import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('somebody new is invited, comes in by the link once, and loses the way in at once', async ({
  page,
  browser,
  world,
}) => {
  await page.goto('/users');
  await page.getByRole('button', { name: /^Invite/ }).click();
  await page.getByText('Somebody new').click();
  // Somebody on the staff is found in a field of the same name.
  await expect(page.getByRole('combobox', { name: 'Name' })).toHaveCount(0);
  await page.getByLabel('Name', { exact: true }).fill('Gao Peng');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('gao.peng@example.test');
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Supervisor' });
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(page.getByLabel('Team')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Team').selectOption({ label: 'Service 1' });
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await page.getByLabel('One-time link').inputValue();

  const context = await browser.newContext({ baseURL: world.url, locale: 'en-GB' });
  const other = await context.newPage();
  await other.goto(link);
  await other.getByLabel('New password').fill('a sentence for Gao Peng');
  await other.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(other.getByText('Gao Peng').first()).toBeVisible();

  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Gao Peng' }).click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Supervisor, Service 1');
  await panel.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Gao Peng may not sign in any more')).toBeVisible();
  await expect(other).toHaveURL(/sign-in/);
  await context.close();

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(panel.getByRole('button', { name: 'Disable' })).toBeVisible();
});

test('a role is given from a day on, ended, and the end is taken back', async ({ page }) => {
  await page.goto('/users');
  await page.getByRole('link', { name: 'Mary Osei' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Give a role' }).click();
  await panel.getByLabel('Role', { exact: true }).selectOption({ label: 'Rep' });
  await panel.getByRole('button', { name: 'Give a role' }).click();
  const roles = panel.getByRole('region', { name: 'Roles', exact: true }).getByRole('listitem');
  await expect(roles).toHaveCount(2);
  await panel.getByRole('button', { name: 'End the role: Rep' }).click();
  await expect(roles).toHaveCount(1);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(roles).toHaveCount(2);
  await panel.getByRole('button', { name: 'End the role: Rep' }).click();
  await expect(roles).toHaveCount(1);
});

test('the last administrator cannot be shut out', async ({ page }) => {
  await page.goto('/users?role=admin');
  await page.getByRole('link', { name: 'Sun Li' }).click();
  await page.getByRole('button', { name: 'End the role: Administrator' }).click();
  await expect(page.getByRole('alert')).toContainText('That was not done');
  await expect(page.getByRole('complementary')).toContainText('Administrator');
});

test('the list, a user and the invitation have no fault of access in either theme', async ({ page }) => {
  await page.goto('/users');
  await page.getByRole('link', { name: 'Mary Osei' }).click();
  await page.getByRole('heading', { name: 'Mary Osei' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Invite/ }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
  await expectAccessible(page);
});
