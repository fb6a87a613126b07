import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { somebody } from '../world/somebody.js';
import { WatchedDepartment } from './watched-department.js';

const head = { name: 'Ana Silva', email: 'ana.silva@example.test' };

const tileOf = (page: Page) => page.locator('fc-tile').filter({ hasText: 'Refunds' });
const bannerOf = (page: Page) => page.locator('fc-alarm-banner');

test('a rise is raised on every board at once, taken, seen by the others, explained, and the board is quiet again', async ({
  browser,
  world,
  playwright,
  sessionOf,
}) => {
  const department = new WatchedDepartment(world.databaseUrl, 'Refunds');
  await department.open();
  await department.pastDays();
  const ana = await somebody(world, playwright, { ...head, grants: [{ role: 'head', department: 'Refunds' }] });
  await department.ledBy(head.email);
  const open = async (path: string, storageState: BrowserContextOptions['storageState'], { isDeaf = false } = {}) => {
    const context = await browser.newContext({ baseURL: world.url, locale: 'en-GB', storageState });
    const page = await context.newPage();
    if (isDeaf) await page.routeWebSocket('**', () => undefined);
    await page.goto(path);
    await page.evaluate(() => (document.body.dataset['sameDocument'] = 'yes'));
    return page;
  };
  const hers = await open('/board?window=h1', ana);
  const others = await open('/board?window=h1', await sessionOf('supervisor'));
  const made = await hers.request.post('/api/wallboards', {
    data: { name: 'Refunds, hall', departmentId: null, locale: 'en' },
    headers: { 'X-Forecall': 'console' },
  });
  const wall = await open(((await made.json()) as { address: string }).address, { cookies: [], origins: [] });
  for (const page of [hers, others]) {
    await expect(tileOf(page)).toBeVisible();
    await expect(bannerOf(page).getByRole('alert')).toHaveCount(0);
  }

  await department.riseInComplaints();
  for (const page of [hers, others]) {
    await expect(bannerOf(page).getByRole('alert')).toContainText(
      'Refunds: more complaints than chance allows, rising since about',
    );
    await expect(bannerOf(page)).toContainText('30 complaints in 90 contacts; the usual level would give about 1.8.');
    await expect(bannerOf(page)).toContainText('30 are “Refund is late”');
    await expect(tileOf(page)).toContainText('Alarm');
    await expect(page.locator('body[data-same-document="yes"]')).toBeVisible();
  }
  await expect(wall.locator('fc-wall-alarm')).toContainText('Nobody has taken it yet.');
  await expect(wall.locator('fc-wall-alarm')).toContainText('“Refund is late” is 30 of 30');
  // Who leads another department only looks on.
  await expect(bannerOf(others).getByRole('button', { name: /I take it/ })).toHaveCount(0);
  await tileOf(hers).getByRole('link').click();
  await expect(hers.locator('fc-day-chart text.alarm')).toContainText('rising since about');
  await expectAccessible(hers);
  await expectAccessible(wall);

  await bannerOf(hers).getByRole('button', { name: 'See the 30' }).click();
  await expect(hers.getByRole('dialog')).toContainText('30 complaints');
  await expect(hers.getByRole('dialog')).toContainText('90 contacts');
  await hers.keyboard.press('Escape');
  await expect(bannerOf(hers).getByRole('button', { name: /I take it/ })).toBeVisible();
  // Pressed twice it is taken once.
  await hers.keyboard.press('a');
  await hers.keyboard.press('a');
  await expect(hers.getByText('You took the alarm of Refunds')).toBeVisible();
  await expect(bannerOf(hers)).toContainText('You have it since');
  await expect(bannerOf(others)).toContainText('Ana Silva has it since');
  await expect(wall.locator('fc-wall-alarm')).toContainText('Ana Silva has it since');
  expect(await department.dutiesOfAlarms()).toBe(1);

  await hers.goto('/alarms/watch');
  const watch = hers.locator('fc-watch-card').filter({ hasText: 'Refunds' });
  await expect(watch).toContainText('1 alarm in 1 day: 1 not judged');
  await watch.getByText('About one a quarter').click();
  await expect(hers.getByText('Refunds: one false alarm in 92 days accepted')).toBeVisible();
  await expect(watch.getByRole('radio', { name: /About one a quarter/ })).toBeChecked();
  await hers.keyboard.press('Control+z');
  await expect(watch.getByRole('radio', { name: /About one a month/ })).toBeChecked();
  await expectAccessible(hers);

  // The bell leads to it.
  await hers.getByRole('button', { name: /^Notifications/ }).click();
  await hers.getByRole('menuitem', { name: /Alarm: Refunds/ }).click();
  await expect(hers).toHaveURL(/\/alarms\/[0-9a-f-]{36}$/);
  await expect(hers.getByRole('heading', { name: /^Refunds: more complaints than chance allows/ })).toBeVisible();
  await hers.keyboard.press('e');
  await hers.getByText('process', { exact: true }).click();
  // Somebody else is about to judge it too, and does not hear of her: their line carries nothing.
  const executive = await open(new URL(hers.url()).pathname, await sessionOf('executive'), { isDeaf: true });
  await executive.getByRole('button', { name: /^False alarm/ }).click();
  await executive.getByLabel('Why was there nothing').fill('A batch of old cases.');
  await executive.route('**/api/alarms/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await hers.getByLabel('What was it').fill('The refund run of Friday did not start.');
  await expectAccessible(hers);
  await hers.getByRole('button', { name: 'Explain the alarm' }).click();
  await expect(hers.getByText('Alarm of Refunds explained')).toBeVisible();
  await expect(hers.getByText('Ana Silva explained it: process')).toBeVisible();

  await executive.getByRole('button', { name: 'Judge as false' }).last().click();
  await expect(executive.getByRole('alert')).toContainText('Somebody else changed this in the meantime.');
  await executive.unroute('**/api/alarms/*');
  const why = executive.getByLabel('Why was there nothing');
  await expect(why).toHaveValue('A batch of old cases.');

  await expect(bannerOf(others).getByRole('alert')).toHaveCount(0);
  await expect(tileOf(others)).not.toContainText('Alarm');
  await expect(wall.locator('fc-wall-alarm')).toHaveCount(0);

  // What was judged can be judged otherwise, once one has seen how it stands.
  const judge = executive.getByRole('button', { name: 'Judge as false' }).last();
  await judge.click();
  await expect(executive.getByText('Ana Silva explained it: process')).toBeVisible();
  await expect(why).toHaveValue('A batch of old cases.');
  await judge.click();
  await expect(executive.getByText('Alarm of Refunds judged as false')).toBeVisible();
  await others.goto('/alarms');
  const row = others.getByRole('table', { name: 'Record' }).getByRole('row').filter({ hasText: 'Refunds' });
  await expect(row).toContainText('False alarm');
  // What was behind it is for those who lead there.
  await expect(row).not.toContainText('A batch of old cases.');
  await expectAccessible(others);
  for (const page of [hers, others, wall, executive]) await page.context().close();
  await department.close();
});
