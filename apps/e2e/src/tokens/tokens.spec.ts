import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('a token is shown once, lets a program in, and ends at once when it is revoked', async ({
  page,
  playwright,
  world,
}) => {
  await page.goto('/tokens');
  await page
    .getByRole('button', { name: /New token/ })
    .first()
    .click();
  await page.getByLabel('Name', { exact: true }).fill('Telephone system');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByText('Choose at least one')).toBeVisible();
  await page.getByLabel('read the organisation').check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  const secret = await page.getByLabel('The token', { exact: true }).inputValue();
  await expectAccessible(page);

  const program = await playwright.request.newContext({
    baseURL: world.url,
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { Authorization: `Bearer ${secret}` },
  });
  expect((await program.get('/api/organisation')).status()).toBe(200);
  expect((await program.get('/api/users')).status()).toBe(403);

  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke the token Telephone system' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Revoke the token “Telephone system”?');
  await question.getByRole('button', { name: 'Keep it' }).click();
  expect((await program.get('/api/organisation')).status()).toBe(200);
  await page.getByRole('button', { name: 'Revoke the token Telephone system' }).click();
  await question.getByRole('button', { name: 'Revoke the token' }).click();
  await expect(page.getByRole('row', { name: /Telephone system/ })).toHaveCount(0);
  expect((await program.get('/api/organisation')).status()).toBe(401);
  await program.dispose();
});
