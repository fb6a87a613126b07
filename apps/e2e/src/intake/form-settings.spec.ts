import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('an administrator opens the public form and takes it back', async ({ page, request }) => {
  await page.goto('/complaint-form');
  const open = page.getByRole('checkbox', { name: 'The form is open' });
  await expect(open).toBeVisible();
  if (await open.isChecked()) await open.uncheck();
  await page.getByRole('combobox', { name: 'Receiving department' }).selectOption({ index: 0 });
  await open.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is missing')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Receiving department' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'English introduction' }).fill('Tell Beichen what went wrong.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved; the form is open')).toBeVisible();
  expect(await (await request.get('/complain?lang=en')).text()).toContain('Tell Beichen what went wrong.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'English introduction' })).toHaveValue('');
});
