import type { APIRequestContext, Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { Client } from 'pg';
import { expectAccessible } from '../accessibility.js';
import { fillSignIn } from '../sign-in/sign-in.js';
import { expect, test as base } from '../test.js';
import { knownPassword, knownPeople } from '../world/known-people.js';
import { startWorld, type World } from '../world/world.js';

/** A world of its own, which is lost here, and is the demo before. */
const test = base.extend<object, { world: World }>({
  world: [
    async ({ browserName: _browserName }, use) => {
      const world = await startWorld();
      const client = new Client({ connectionString: world.databaseUrl });
      await client.connect();
      await client.query('UPDATE organisation SET is_demo = true; UPDATE set_up SET hidden_at = NULL');
      await client.end();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
});

const password = 'a password of my own';
const onward = (page: Page) => page.locator('button.onward').click();
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();

test('the demo is left for a company of one’s own, which is set up page by page until it works', async ({
  page,
  world,
  playwright,
}) => {
  test.setTimeout(120_000);
  await page.goto('/sign-in');
  await fillSignIn(page, knownPeople.admin.email, knownPassword);
  await page.getByRole('link', { name: 'Start my own company' }).click();
  await expectAccessible(page);
  await page.getByLabel('Name of your company').fill('Haigang Equipment');
  await page.getByLabel('Time zone').selectOption('Asia/Shanghai');
  await page.getByLabel('Your name').fill('Lin Xiaomei');
  await page.getByLabel('Your work e-mail').fill('lin@haigang.test');
  await page.getByLabel('New password').fill(password);
  const typed = page.getByLabel('Type Beichen Systems to delete it');
  await typed.fill('beichen systems');
  await page.getByRole('button', { name: 'Delete the demo and begin' }).click();
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  await typed.fill('Beichen Systems');
  await page.getByRole('button', { name: 'Delete the demo and begin' }).click();

  await heading(page, 'Departments and teams');
  await expect(page.locator('[aria-current="step"]')).toHaveText(/Departments and teams/);
  const text = page.getByRole('textbox');
  await text.fill('- North');
  await expect(page.getByText('Lines 1: a team without a department')).toBeVisible();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/units'));
  await text.fill('Billing; 账务部\n- Invoices; 账单组');
  await kept;
  await page.reload();
  await expect(text).toHaveValue('Billing; 账务部\n- Invoices; 账单组');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open these' }).click();
  await expect(page.getByText('2 departments and teams taken over')).toBeVisible();
  await expect(text).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Open already' })).toContainText(/Billing\s*Invoices/);
  await expectAccessible(page);
  await onward(page);

  await heading(page, 'People');
  await text.fill(
    'Billing; Invoices; 王芳; wang@haigang.test; 1001; yes\nBilling; Invoices; Li Lei; wang@haigang.test; 1002',
  );
  await expect(page.getByText('1 cell is wrong')).toBeVisible();
  await expect(page.getByText('E-mail: stands here twice')).toBeVisible();
  await expectAccessible(page);
  await text.fill(
    'Billing; Invoices; 王芳; wang@haigang.test; 1001; yes\nBilling; Invoices; Li Lei; li@haigang.test; 1002',
  );
  await expect(page.getByText('1 cell is wrong')).toBeHidden();
  await page.getByRole('button', { name: 'Take 2 people' }).click();
  await expect(page.getByText('2 people taken over')).toBeVisible();
  await onward(page);

  await heading(page, 'Reasons');
  await page.getByLabel('Trade').selectOption({ label: 'Manufacturing and equipment' });
  await page.getByLabel('Quotation').uncheck();
  await page.getByLabel('Sales', { exact: true }).selectOption({ label: 'Billing' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take 17 reasons' }).click();
  await expect(page.getByText('17 reasons taken over')).toBeVisible();
  await onward(page);

  await heading(page, 'Hours and holidays');
  await page
    .getByRole('button', { name: /^Holidays of/ })
    .first()
    .click();
  const holidays = page.locator('fc-holidays-form');
  await expect(holidays.getByLabel('Country')).toHaveValue('CN');
  await expect(holidays.getByRole('listitem').nth(5)).toBeVisible();
  await holidays.locator('button[type=submit]').click();
  await expect(holidays).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'To the first page' }).click();

  const card = page.locator('fc-first-steps-card');
  await expect(card).toContainText('6 of 11 done');
  await expect(card.getByRole('link', { name: 'People' })).toBeHidden();
  await expectAccessible(page);

  const rep = await playwright.request.newContext({
    baseURL: world.url,
    extraHTTPHeaders: { 'X-Forecall': 'console' },
  });
  await inviteAs(page, rep);
  await logOne(rep);
  await page.goto('/');
  await expect(card).toContainText('8 of 11 done');
  await card.getByRole('button', { name: 'Hide' }).click();
  await expect(card).not.toContainText('First steps');
  await page.goto('/organisation/settings');
  await page.getByLabel(/Show the first steps/).check();
  await page.goto('/');
  await expect(card).toContainText('8 of 11 done');
  await rep.dispose();
});

/** Li Lei gets a sign-in as rep and comes in by it. */
async function inviteAs(page: Page, rep: APIRequestContext): Promise<void> {
  const headers = { 'X-Forecall': 'console' };
  const staff = await page.request.get('/api/organisation/staff?search=1002', { headers });
  const [{ id: staffId }] = (await staff.json()).staff;
  const invited = await page.request.post('/api/users', {
    headers,
    data: { who: { staffId }, email: 'li@haigang.test', roles: [{ role: 'rep' }] },
  });
  const { link } = await invited.json();
  const entered = await rep.post(`/api/links/${(link.address as string).slice(-43)}`, { data: { password } });
  expect(entered.ok()).toBe(true);
}

async function logOne(rep: APIRequestContext): Promise<void> {
  const { reasons } = (await (await rep.get('/api/organisation/reasons')).json()) as { reasons: { id: string }[] };
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const times = { startedAt: at(4), endedAt: at(1), reasonId: reasons.at(-1)?.id };
  const logged = await rep.post('/api/contacts', { data: { id: uuid(), channel: 'phone', direction: 'in', ...times } });
  expect(logged.status()).toBe(201);
}
