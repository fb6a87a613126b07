import { expectAccessible } from '../accessibility.js';
import { anAccount } from '../account/accounts.js';
import { aContact } from '../lists/rows.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a low answer is in the supervisor’s day at once, tells what was said, and is closed by keys with what came of it', async ({
  page,
  clientOf,
}) => {
  const { id: accountId, name } = await anAccount(await clientOf('supervisor'));
  await page.goto('/day');
  await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible();
  const rep = await clientOf('rep');
  const { id: contactId } = await aContact(rep, { accountId });
  const answer = { score: 1, text: 'Nobody called back' };
  expect((await rep.post(`/api/contacts/${contactId}/answers`, { data: answer })).status()).toBe(201);

  const row = page.locator('fc-duty-row').filter({ hasText: name });
  const duty = row.getByRole('link', { name: 'See to a low answer: 1 / 5' });
  await expect(duty).toBeVisible();
  await duty.press('Enter');
  const panel = page.getByRole('complementary', { name: 'See to a low answer: 1 / 5' });
  await expect(panel.getByText('Satisfaction: 1 / 5')).toBeVisible();
  await expect(panel.getByText('Nobody called back')).toBeVisible();
  await expect(panel.getByRole('link', { name: new RegExp(name) })).toHaveAttribute('href', `/accounts/${accountId}`);
  await expect(panel.getByText('Lin Wei', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Close it' }).click();
  await expect(panel.getByText('This is missing')).toBeVisible();
  await panel.getByRole('radio', { name: 'Reached, and settled' }).focus();
  await page.keyboard.press('2');
  await panel.getByLabel('What was said and done').fill('Wants a visit');
  await panel.getByRole('button', { name: 'Close it' }).press('Enter');
  await expect(duty).toHaveCount(0);
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await expect(duty).toBeVisible();
});
