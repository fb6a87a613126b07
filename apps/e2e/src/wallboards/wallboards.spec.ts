import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test('a leader hangs up a wallboard, an administrator takes it down', async ({ browser, world, sessionOf }) => {
  const open = async (role: 'supervisor' | 'admin' | null) => {
    const storageState = role === null ? { cookies: [], origins: [] } : await sessionOf(role);
    return (await browser.newContext({ baseURL: world.url, locale: 'en-GB', storageState })).newPage();
  };
  const leader = await open('supervisor');
  await leader.goto('/wallboards');
  await leader
    .getByRole('button', { name: /New wallboard/ })
    .first()
    .click();
  await leader.getByLabel('Name', { exact: true }).fill('Hall, east wall');
  await leader.getByLabel('Shows').selectOption({ label: 'Billing' });
  await leader.getByRole('button', { name: 'Make the link' }).click();
  const address = await leader.getByLabel('Address for the screen').inputValue();
  await expectAccessible(leader);

  const screen = await open(null);
  await screen.goto(address);
  await expect(screen.getByText('Billing').first()).toBeVisible();

  const admin = await open('admin');
  await admin.goto('/wallboards');
  await expect(admin.getByRole('button', { name: /New wallboard/ })).toHaveCount(0);
  await admin.getByRole('button', { name: 'Revoke the wallboard Hall, east wall' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Revoke the wallboard' }).click();
  await expect(admin.getByText('Hall, east wall', { exact: true })).toHaveCount(0);
  await expect(screen.getByText('This wallboard link is not valid any more')).toBeVisible({ timeout: 20_000 });
  for (const page of [leader, screen, admin]) await page.context().close();
});
