import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { dayInWords, isoDay } from './days.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('a department is opened by keyboard, a team in it, and both can be taken back', async ({ page }) => {
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Billing', exact: true }).waitFor();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Installation');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Installation', exact: true })).toBeVisible();
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'Installation' })).toBeVisible();

  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Crews');
  await page.getByRole('button', { name: 'Open the team' }).click();
  await expect(page.getByRole('row', { name: /Crews.*no supervisor.*0/ })).toBeVisible();

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('link', { name: 'Crews' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Installation', exact: true })).toBeVisible();
});

test('a stand-in from a day on is picked by pinyin, stands under the dated changes, and is withdrawn', async ({
  page,
  request,
}) => {
  const headers = { 'X-Forecall': 'console' };
  await request.post('/api/organisation/staff', { headers, data: { name: '欧阳春华' } });
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Service 1', exact: true }).click();
  await page.getByRole('button', { name: 'Appoint' }).click();
  await page.getByText('Stand-in', { exact: true }).click();
  const person = page.getByRole('option', { name: '欧阳春华' });
  await page.getByLabel('Who').pressSequentially('oy');
  await expect(person).toBeVisible();
  // While the next letters are looked for, who was found stays to be pressed.
  let answer: () => void = () => undefined;
  const isAsked = new Promise<void>((asked) => {
    void page.route(/organisation\/staff\?.*search=oych/, async (route) => {
      asked();
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
  });
  await page.getByLabel('Who').pressSequentially('ch');
  await isAsked;
  await person.click();
  answer();
  await expect(page.getByLabel('Who')).toHaveValue('欧阳春华');
  await page.getByLabel('From', { exact: true }).fill('+40');
  await page.getByRole('button', { name: 'Appoint' }).click();

  const day = dayInWords(isoDay(40));
  const row = page.getByRole('row', { name: /Service 1/ });
  await expect(row).toContainText(`欧阳春华 stands in from ${day}`);
  await page.getByRole('button', { name: 'Withdraw the appointment of 欧阳春华' }).click();
  await expect(row).not.toContainText('stands in');
});

test('the calendar opens from the keyboard, and a day is chosen in it', async ({ page }) => {
  await page.goto('/organisation');
  const asOf = page.getByRole('textbox', { name: 'As of' });
  await asOf.fill('2026-03-10');
  await asOf.press('Alt+ArrowDown');
  await expect(page.getByRole('button', { name: 'March 2026', exact: true })).toBeVisible();
  // The keys go where the focus is: on a day.
  await expect(page.getByRole('dialog', { name: 'As of' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(asOf).toHaveValue('11 Mar 2026');
  await asOf.fill('someday');
  await asOf.press('Tab');
  await expect(page.getByText('This is no day')).toBeVisible();
});

test('a department with teams is not closed, and the refusal names them', async ({ page }) => {
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Service', exact: true }).click();
  await page.getByRole('button', { name: 'Close the department' }).click();
  await page.getByRole('button', { name: 'Close the department' }).click();
  await expect(page.getByRole('alert')).toContainText('Service 1');
});

test('the pages have no fault of access, filled, with a form beside them, in both themes', async ({ page }) => {
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Billing 1', exact: true }).click();
  await page.getByRole('heading', { name: 'Billing 1' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Appoint' }).click();
  await expectAccessible(page);
  await page.goto('/organisation/settings');
  await page.getByLabel('Name of the organisation').waitFor();
  await expectAccessible(page);
});

test('it reads in Chinese, with the Chinese names of the units', async ({ browser, world, sessionOf }) => {
  const context = await browser.newContext({
    baseURL: world.url,
    locale: 'zh-CN',
    storageState: await sessionOf('admin'),
  });
  const page = await context.newPage();
  await page.goto('/organisation');
  await expect(page.getByRole('link', { name: '账务一组' })).toBeVisible();
  await expect(page.getByRole('button', { name: /新建部门/ })).toBeVisible();
  await context.close();
});
