import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aComplaint, aContact } from './rows.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a contact opens beside the list, with all of it, and leads to its complaint', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const note = `Panel ${Date.now()}`;
  const { contactId, number } = await aComplaint(
    client,
    { summary: 'Late' },
    { note, talkSeconds: 95, channel: 'chat' },
  );

  await page.goto('/contacts?channel=chat&complaint=yes');
  await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`contact=${contactId}`));
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText(note);
  await expect(panel).toContainText('01:35');
  await expect(panel.getByRole('link', { name: number })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.goBack();
  await expect(panel).toBeVisible();
});

test('a correction asks why and is told by the history', async ({ page, clientOf }) => {
  const { id } = await aContact(await clientOf('rep'), { note: 'As logged', resolved: false });
  await page.goto(`/contacts?contact=${id}`);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Correct' }).click();
  await panel.getByLabel('Note').fill('As meant');
  await panel.getByLabel('Solved').selectOption('solved');
  await panel.getByRole('button', { name: 'Correct' }).click();
  await expect(panel.getByLabel('Why')).toBeFocused();
  await panel.getByLabel('Why').fill('Misheard');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Correct' }).click();
  await expect(page.getByText('Contact corrected')).toBeVisible();
  const history = panel.getByRole('region', { name: 'Corrections' });
  await expect(history).toContainText('陈国栋');
  await expect(history).toContainText('Misheard');
  await expect(history).toContainText('As logged → As meant');
});

test('a stale save overwrites nothing: both versions are shown and one chooses', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const { id } = await aContact(client, { note: 'As logged', resolved: false });
  await page.goto(`/contacts?contact=${id}`);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Correct' }).click();
  await panel.getByLabel('Note').fill('Mine');
  await panel.getByLabel('Channel').selectOption('Chat');
  await panel.getByLabel('Why').fill('Misheard');

  const theirs = { revision: 1, why: 'Called back', changes: { note: 'Theirs', resolved: true } };
  expect((await client.patch(`/api/contacts/${id}`, { data: theirs })).ok()).toBe(true);
  await panel.getByRole('button', { name: 'Correct' }).click();

  await expect(panel.getByRole('alert')).toContainText('Lin Wei saved this contact');
  const note = panel.getByRole('group', { name: 'Note' });
  await expect(note).toContainText('Theirs');
  await expect(note).toContainText('Mine');
  await expect(panel.getByRole('group', { name: 'Channel' }).getByRole('radio', { name: 'Yours' })).toBeChecked();
  await expect(panel.getByRole('group', { name: 'Solved' }).getByRole('radio', { name: 'Saved now' })).toBeChecked();
  await expect(panel.getByRole('button', { name: 'Save as chosen' })).toBeDisabled();
  await expectAccessible(page);
  await note.getByRole('radio', { name: 'Yours' }).check();
  await panel.getByRole('button', { name: 'Save as chosen' }).click();
  await expect(page.getByText('Contact corrected')).toBeVisible();
  const saved = await (await client.get(`/api/contacts/${id}`)).json();
  expect(saved).toMatchObject({ note: 'Mine', channel: 'chat', resolved: true, revision: 3 });
});

test('a voided contact leaves the list, and is found among the voided', async ({ page, clientOf }) => {
  const { id } = await aContact(await clientOf('rep'), { note: 'Logged twice' });
  await page.goto(`/contacts?contact=${id}`);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Void' }).click();
  await panel.getByLabel('Why').fill('Logged twice');
  await panel.getByRole('button', { name: 'Void' }).click();
  await expect(panel).toContainText('Voided: Logged twice');
  await page.goto('/contacts?voided=yes');
  await expect(page.locator(`[data-row="${id}"]`)).toBeVisible();
});
