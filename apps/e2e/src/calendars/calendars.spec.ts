import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('hours, holidays and a day of one’s own are set, seen in the year, and taken back', async ({ page }) => {
  await page.goto('/calendars?in=2026');
  await page.getByRole('button', { name: 'Set the hours' }).first().click();
  const panel = page.locator('fc-week-form');
  await panel.getByRole('textbox', { name: 'Mon' }).fill('9-12, 13-18');
  await panel.getByRole('textbox', { name: 'Sat' }).fill('nine to noon');
  await panel.getByRole('button', { name: 'Monday to Friday alike' }).click();
  await panel.getByRole('button', { name: 'Save the hours' }).click();
  await expect(panel.getByText('These are no hours')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Sat' }).fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Hours set: The organisation.')).toBeVisible();
  await expect(page.locator('.week')).toContainText('13:00–18:00');

  await page.keyboard.press('h');
  await expect(page.getByLabel('Country')).toHaveValue('CN');
  await expect(page.getByLabel('What would change')).toContainText('Spring Festival');
  await page.getByRole('button', { name: /^Import \d+ changes$/ }).click();
  const spring = page.getByRole('button', { name: /16 Feb.*Spring Festival, holiday/ });
  await expect(spring).toBeVisible();
  await expect(page.getByRole('button', { name: /28 Feb.*make-up workday, 09:00–12:00, 13:00–18:00/ })).toBeVisible();

  await spring.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const tuesday = page.getByRole('button', { name: /24 Feb.*working day/ });
  await expect(tuesday).toBeFocused();
  await page.keyboard.press('Enter');
  const form = page.locator('fc-day-form');
  await form.getByLabel('English name').fill('Stocktaking');
  await form.getByLabel('Chinese name').fill('盘点');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /24 Feb.*Stocktaking, closed/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(tuesday).toBeVisible();
  await expectAccessible(page);
});

test('a department works by hours of its own, holidays or not', async ({ page }) => {
  await page.goto('/calendars?in=2026');
  await page.getByLabel('Calendar of').selectOption({ label: 'Service' });
  await page
    .getByRole('button', { name: /^Set the hours/ })
    .first()
    .click();
  const panel = page.locator('fc-week-form');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    await panel.getByRole('textbox', { name: day }).fill('8-22');
  await panel.getByLabel('Holidays').selectOption({ label: 'Works on holidays' });
  await panel.getByRole('button', { name: 'Save the hours' }).click();
  await expect(page.getByText('Hours set: Service.')).toBeVisible();
  await page.reload();
  await expect(page.locator('.week')).toContainText('08:00–22:00');
  await expect(page.getByText('Works on holidays')).toBeVisible();
});

test('what is promised is set from a day on', async ({ page }) => {
  await page.goto('/calendars/clocks');
  await expect(page.getByText('Nothing is promised yet')).toBeVisible();
  await page.getByRole('button', { name: 'Set the clocks' }).click();
  const now = page.getByRole('region', { name: 'In force now' });
  await expect(now).toContainText('24 hours');
  await expect(now).toContainText('30 calendar days');
  await page.getByText('Own numbers').click();
  await page.getByRole('group', { name: 'Acknowledgement' }).getByLabel('How much').fill('4');
  await page.getByRole('group', { name: 'Acknowledgement' }).getByLabel('May be paused').check();
  await page.getByLabel('From', { exact: true }).fill('+7');
  await page.getByRole('button', { name: 'Set the clocks' }).click();
  const coming = page.getByRole('list', { name: 'To come' });
  await expect(coming).toContainText('4 hours');
  await expect(coming).toContainText('May be paused');
  await expectAccessible(page);
  await coming.getByRole('button', { name: 'Withdraw' }).first().click();
  await expect(coming).not.toContainText('4 hours');
});

test('an administrator says when overdue duties go up, and it is recorded', async ({ page }) => {
  await page.goto('/calendars/clocks');
  const card = page.getByRole('region', { name: 'When overdue duties go up' });
  const [supervisor, head] = [card.getByLabel('To the supervisor'), card.getByLabel('To the head')];
  await expect(supervisor).toHaveValue('0');
  await expect(head).toHaveValue('24');
  await supervisor.fill('48');
  await page.keyboard.press('Enter');
  await expect(card.getByText('Not sooner than to the supervisor')).toBeVisible();
  await expectAccessible(page);
  await supervisor.fill('0.5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('When duties go up is set.')).toBeVisible();
  await page.reload();
  await expect(supervisor).toHaveValue('0.5');
  await page.goto('/audit');
  await page.getByRole('link', { name: 'When duties go up changed' }).click();
  await expect(page.getByText('To the supervisor after (minutes)')).toBeVisible();
});
