import type { ReportTable } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

test('a report is kept, shared, opened by a colleague with their own figures, mailed, deleted and brought back', async ({
  page,
  browser,
  world,
  agent,
  clientOf,
  sessionOf,
}) => {
  // The rep's own are some of the department's.
  await agent.takeCalls('billing', 1);
  const name = `Handled ${Date.now()}`;
  await page.goto('/reports?metrics=handled&period=this-day&by=department&view=table');
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.locator('fc-save-form').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
  const address = page.url();
  const id = address.split('/').at(-1) ?? '';

  // What is changed is not what is kept, until it is saved in its place.
  await page.getByRole('radio', { name: 'Bars' }).check({ force: true });
  await expect(page.getByText('This differs from what is saved')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the saved one' }).click();
  await expect(page.locator('tfoot')).toBeVisible();

  const rep = await (
    await browser.newContext({ baseURL: world.url, locale: 'en-GB', storageState: await sessionOf('rep') })
  ).newPage();
  await rep.goto(address);
  await expect(rep.getByText('The figures could not be loaded')).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText(`${name} is shared and its link copied`)).toBeVisible();
  await rep.goto(address);
  const own = (await (
    await (await clientOf('rep')).get('/api/reports/table?metrics=handled&period=this-day&by=department')
  ).json()) as ReportTable;
  await expect(rep.locator('tfoot')).toContainText(String(own.total.cells[0]?.figure.value));
  await expect(rep.getByText('Only what is within your reach is counted.')).toBeVisible();
  await expect(rep.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await rep.context().close();

  await page.getByRole('button', { name: 'Mail', exact: true }).click();
  // These worlds have no mail server.
  await expect(page.locator('fc-mail-form')).toContainText('no mail server is set');
  await page.getByLabel('At (HH:MM)').fill('7');
  await page.getByRole('button', { name: 'Set the mailing' }).click();
  await expect(page.getByLabel('At (HH:MM)')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('At (HH:MM)').fill('07:30');
  await page.getByLabel('When').selectOption({ label: 'on day 1 of each month' });
  await page.getByRole('combobox', { name: 'To' }).fill('Lin');
  await page.getByRole('option', { name: /Lin Wei/ }).click();
  await page.getByLabel('Language for Lin Wei').selectOption({ label: '简体中文' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set the mailing' }).click();
  await expect(page.getByText(`${name} is mailed from now on`)).toBeVisible();
  const saved = await (await (await clientOf('head')).get(`/api/reports/${id}`)).json();
  expect(saved).toMatchObject({
    isShared: true,
    mailing: {
      dayOfMonth: 1,
      time: '07:30',
      recipients: [{ locale: expect.any(String) }, { locale: expect.any(String) }],
    },
  });

  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await expect(page).toHaveURL(/\/reports$/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('what two windows change shows both versions', async ({ page, clientOf }) => {
  const head = await clientOf('head');
  const name = `Both ${Date.now()}`;
  const definition = { metrics: ['handled'], period: 'this-day' };
  const { id } = (await (await head.post('/api/reports', { data: { name, definition } })).json()) as { id: string };
  await page.goto(`/reports/${id}`);
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${name} mine`);
  await head.patch(`/api/reports/${id}`, { data: { revision: 1, name: `${name} theirs` } });
  await page.locator('fc-save-form').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('This report was changed in another window', { exact: false })).toBeVisible();
  await expectAccessible(page);
});
