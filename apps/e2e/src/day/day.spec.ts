import { expectAccessible } from '../accessibility.js';
import { aCustomer } from '../desk/customers.js';
import { aComplaint } from '../lists/rows.js';
import { expect, test } from '../test.js';
import { somebody } from '../world/somebody.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

test.describe('of somebody whom nothing waits for yet', () => {
  const grants = [{ role: 'rep' }] as const;
  test.use({
    storageState: async ({ world, playwright }, use) =>
      use(await somebody(world, playwright, { name: 'Gao Yu', email: 'gao@example.test', grants })),
  });

  test('a duty is written down, done, taken back and moved, all by keys', async ({ page }) => {
    await page.goto('/day');
    await expect(page.getByText('Nothing waits for you')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('n');
    await expect(page.getByLabel('What is to be done')).toBeFocused();
    await page.keyboard.type('Call back Mr Chen about the invoice');
    await page.getByLabel('Time', { exact: true }).fill('00:01');
    await page.getByLabel('Reminder').selectOption('None before it is due');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Overdue 1/ })).toBeVisible();
    const waits = page.getByRole('link', { name: /My day.*1 is due today or overdue/ }).first();
    await expect(waits).toBeVisible();

    const duty = page.getByRole('link', { name: 'Call back Mr Chen about the invoice' });
    await page.locator('main').focus();
    await page.keyboard.press('j');
    await expect(duty).toBeFocused();
    await page.keyboard.press('x');
    await expect(duty).toHaveCount(0);
    await expect(waits).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(duty).toBeVisible();

    await duty.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Call back Mr Chen about the invoice' });
    await panel.getByText('Move', { exact: true }).click();
    await panel.getByLabel('Time', { exact: true }).fill('23:59');
    await panel
      .getByRole('combobox', { name: 'Day', exact: true })
      .or(panel.getByLabel('Day', { exact: true }))
      .first()
      .fill('+3');
    await panel.getByRole('button', { name: 'Move it' }).click();
    await expect(panel.getByText('This is missing')).toBeVisible();
    await panel.getByLabel('Why').fill('He asked for it');
    await panel.getByRole('button', { name: 'Move it' }).click();
    await expect(page.getByRole('heading', { name: /^Later 1/ })).toBeVisible();
    await duty.click();
    await expect(panel.getByText(/moved it from .* to /)).toBeVisible();
    await expect(panel.getByText('He asked for it')).toBeVisible();
    await expectAccessible(page);
    await panel.getByText('Done', { exact: true }).first().click();
    await panel.getByLabel('What came of it').fill('He is content');
    await panel.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByText('Nothing waits for you')).toBeVisible();
  });
});

test('what is handed over rings at once, is opened from the bell, and is read then', async ({ page, clientOf }) => {
  // Somebody may have been told meanwhile that something was due.
  const read = { data: { until: inHours(1) } };
  expect((await (await clientOf('rep')).post('/api/notifications/read', read)).ok()).toBe(true);
  await page.goto('/day');
  const bell = page.getByRole('button', { name: /^Notifications, 0 unread/ });
  await expect(bell).toBeVisible();
  const supervisor = await clientOf('supervisor');
  const { staff } = (await (await supervisor.get('/api/duties/takers')).json()) as {
    staff: { id: string; name: string }[];
  };
  const ownerId = staff.find(({ name }) => name === 'Lin Wei')!.id;
  const data = { what: 'Send the corrected invoice', dueAt: inHours(26), ownerId };
  expect((await supervisor.post('/api/duties', { data })).status()).toBe(201);
  const ringing = page.getByRole('button', { name: /^Notifications, 1 unread/ });
  await expect(ringing).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send the corrected invoice' })).toBeVisible();
  await ringing.click();
  const told = page.getByRole('menuitem', { name: /Send the corrected invoice.*For you, due/ });
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await told.click();
  await expect(page.getByRole('complementary', { name: 'Send the corrected invoice' })).toBeVisible();
  await expect(bell).toBeVisible();
});

test('what a duty is about is found by keys, and opened from its row', async ({ page, clientOf }) => {
  const { find } = await aCustomer(await clientOf('supervisor'));
  const { number } = await aComplaint(await clientOf('rep'), { summary: 'Charged twice' });
  await page.goto('/day');
  const about = page.getByRole('combobox', { name: 'What it is about' });
  const write = async (what: string, typed: string) => {
    await expect(page.getByRole('button', { name: 'New duty' }).first()).toBeVisible();
    await page.keyboard.press('n');
    await expect(page.getByLabel('What is to be done')).toBeFocused();
    await page.keyboard.type(what);
    await page.keyboard.press('Tab');
    await expect(about).toBeFocused();
    await page.keyboard.type(typed);
  };
  const send = async () => {
    await page.keyboard.press('Enter');
    await page.getByLabel('Time', { exact: true }).fill('23:59');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary')).toHaveCount(0);
  };
  const row = (what: string) => page.getByRole('listitem').filter({ hasText: what });

  await write('Send the offer', 'nobody at all');
  await expect(page.getByText('No account, person or complaint is called that')).toBeVisible();
  await about.fill(find);
  await expect(page.getByRole('option', { name: new RegExp(find) })).toBeVisible();
  await expectAccessible(page);
  await send();
  await write('Read it again', number);
  await expect(page.getByRole('option', { name: new RegExp(number) })).toBeVisible();
  await send();

  await expect(row('Send the offer')).toContainText(find);
  await row('Read it again').getByRole('link', { name: number }).press('Enter');
  await expect(page).toHaveURL(/\/complaints\//);
  await page.goto('/day');
  await row('Send the offer').getByRole('link', { name: find }).press('Enter');
  await expect(page).toHaveURL(/\/desk/);
  await expect(page.getByRole('main').getByRole('heading', { name: new RegExp(find) })).toBeVisible();
});

test('of what one is told is chosen on the own page, with quiet hours', async ({ page }) => {
  await page.goto('/me');
  const bell = page.getByLabel('Reminder before a duty is due – At the bell');
  await expect(bell).toBeChecked();
  await bell.uncheck();
  await expect(page.getByText('This installation sends no mail')).toBeVisible();
  await page.getByLabel('From').fill('25:00');
  await page.getByRole('button', { name: 'Keep these hours quiet' }).click();
  await expect(page.getByLabel('From')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('From').fill('21:00');
  await page.getByRole('button', { name: 'Keep these hours quiet' }).click();
  await expect(page.getByText('Quiet from 21:00 to 08:00')).toBeVisible();
  // Nothing stands half under the bar on top.
  await page.getByRole('button', { name: 'Make a link' }).scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await page.reload();
  await expect(bell).not.toBeChecked();
  await expect(page.getByLabel('From')).toHaveValue('21:00');
  await page.getByRole('button', { name: 'No quiet hours' }).click();
  await expect(page.getByText('No quiet hours any more')).toBeVisible();
});
