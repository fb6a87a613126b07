import { expectAccessible } from '../accessibility.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { connectionSign, countsOf, expectCounts, openBoard, tileOf } from './board.js';

test.beforeAll(async ({ agent }) => {
  // From five contacts on a tile prints a rate.
  await agent.takeCalls('billing', 12, 1);
  await agent.takeCalls('service', 6);
});

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a complaint that an agent logs moves the rate on the open board', async ({ page, agent }) => {
  await openBoard(page);
  const before = await countsOf(page, 'billing');
  const otherBefore = await countsOf(page, 'service');
  await agent.takeCalls('billing', 3, 1);
  const after = { complaints: before.complaints + 1, contacts: before.contacts + 3 };
  await expectCounts(page, 'billing', after);
  const rate = ((100 * after.complaints) / after.contacts).toFixed(1);
  await expect(tileOf(page, 'billing')).toContainText(new RegExp(`${rate.replace('.', '\\.')}\\s?%`));
  await expectCounts(page, 'service', otherBefore);
});

test('the arriving complaint stands on top of the stream', async ({ page, agent }) => {
  await openBoard(page);
  await agent.takeCalls('service', 1, 1);
  await expect(page.locator('fc-stream-card').getByText('Late repair').first()).toBeVisible();
});

test('the filled board has no fault of access in either theme', async ({ page }) => {
  await openBoard(page);
  await expectAccessible(page);
});

test('while the socket lives the page asks for nothing over HTTP, and figures still move', async ({ page, agent }) => {
  await openBoard(page);
  await expect(page.locator('fc-day-chart svg')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  // Code that the page loads late is no question.
  page.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()));
  const before = await countsOf(page, 'billing');
  for (let round = 1; round <= 4; round++) {
    await agent.takeCalls('billing', 1);
    await expectCounts(page, 'billing', { ...before, contacts: before.contacts + round });
    await page.waitForTimeout(1_000);
  }
  expect(asked).toEqual([]);
});

test('after a cut of the line the board says so, and is right again without a reload', async ({
  page,
  world,
  agent,
}) => {
  const proxy = await startNetworkFaultProxy(world.url);
  // The chart's program is loaded after the page, and is tried again where it did not come.
  const isProgram = /\/day-chart-[^/]+\.js/;
  await page.route(isProgram, (route) => route.abort());
  await openBoard(page, `${proxy.url}/board`);
  const failed = page.getByRole('alert').filter({ hasText: 'The chart could not be loaded' });
  await expect(failed).toContainText('This part of the console could not be loaded.');
  await expectAccessible(page);
  await page.unroute(isProgram);
  await failed.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('fc-day-chart')).toBeVisible();
  const before = await countsOf(page, 'billing');
  await page.evaluate(() => (document.body.dataset['sameDocument'] = 'yes'));

  proxy.cut();
  await expect(connectionSign(page)).toContainText('Reconnecting');
  // A page that cannot be loaded leaves one where one is.
  await page.getByRole('link', { name: 'Complaints', exact: true }).click();
  const unopened = page.getByRole('alert').filter({ hasText: 'That could not be opened' });
  await expect(unopened).toBeVisible();
  await expect(tileOf(page, 'billing')).toBeVisible();
  await unopened.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+k');
  await expect(unopened).toBeVisible();
  await unopened.getByRole('button', { name: 'Close' }).click();
  await agent.takeCalls('billing', 4, 2);
  proxy.heal();

  await expect(connectionSign(page)).toContainText('Live', { timeout: 20_000 });
  await expectCounts(page, 'billing', { complaints: before.complaints + 2, contacts: before.contacts + 4 });
  await expect(page.locator('body[data-same-document="yes"]')).toBeVisible();

  proxy.cut();
  await page.getByRole('link', { name: 'Complaints', exact: true }).click();
  await expect(unopened).toBeVisible();
  proxy.heal();
  await unopened.getByRole('button', { name: 'Try now' }).click();
  await expect(page).toHaveURL(/\/complaints/);
  await expect(unopened).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Complaints');
  await proxy.stop();
});

test('a line that falls silent looks stale within 10 s, and heals', async ({ page, world, agent }) => {
  const proxy = await startNetworkFaultProxy(world.url);
  await openBoard(page, `${proxy.url}/board`);
  const before = await countsOf(page, 'billing');

  proxy.stall();
  await expect(connectionSign(page)).toContainText('Reconnecting', { timeout: 10_000 });
  // Every one of them, however many departments other specs have opened.
  await expect(page.locator('fc-tile.stale')).toHaveCount(await page.locator('fc-tile').count());
  await agent.takeCalls('billing', 2);
  proxy.heal();

  await expect(connectionSign(page)).toContainText('Live', { timeout: 20_000 });
  await expectCounts(page, 'billing', { ...before, contacts: before.contacts + 2 });
  await proxy.stop();
});

test('over several days the chart shows days, the newest live, and its receipts are those of the tile', async ({
  page,
  agent,
}) => {
  await openBoard(page, '/board?window=d7');
  const before = await countsOf(page, 'billing');
  await tileOf(page, 'billing').click();
  await page.keyboard.press('t');
  const table = page.getByRole('table', { name: 'Billing, complaint rate, last 7 days' });
  const newestDay = table.getByRole('row').nth(1).getByRole('cell');
  const [complaintsOfDay, contactsOfDay] = [await newestDay.nth(1).innerText(), await newestDay.nth(2).innerText()];
  await agent.takeCalls('billing', 2, 1);
  const after = { complaints: before.complaints + 1, contacts: before.contacts + 2 };
  await expectCounts(page, 'billing', after);
  await expect(newestDay.nth(1)).toHaveText(String(Number(complaintsOfDay) + 1));
  await expect(newestDay.nth(2)).toHaveText(String(Number(contactsOfDay) + 2));
  await expectAccessible(page);

  await page.locator('fc-day-chart-card').getByRole('button', { name: 'Receipts' }).click();
  const receipts = page.getByRole('dialog');
  await expect(receipts).toContainText(`${after.complaints} complaints`);
  await expect(receipts).toContainText(`${after.contacts} contacts`);
});

test('the counts of a tile open its receipts, by pointer and by key, and the receipts of today name today', async ({
  page,
}) => {
  await openBoard(page);
  const counts = await countsOf(page, 'billing');
  const opener = tileOf(page, 'billing').getByRole('button', { name: /receipts/ });
  await opener.click();
  const receipts = page.getByRole('dialog');
  await expect(receipts).toContainText(`${counts.contacts} contacts`);
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(receipts).toContainText(/, 00:00–\d\d:\d\d, as of/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Receipts, today' }).click();
  await expect(receipts).toContainText(', 00:00–24:00, as of');
  // Within one day rows have their seconds.
  await expect(receipts.getByRole('row').nth(1)).toContainText(/\d\d:\d\d:\d\d/);
});

test('the board opens with today, and then with the period that was looked at last', async ({ page }) => {
  await openBoard(page);
  await expect(page.locator('.page-head').getByText('since 00:00')).toBeVisible();
  await page.getByText('7 days', { exact: true }).click();
  await expect(page).toHaveURL(/window=d7/);
  await openBoard(page);
  await expect(page.locator('.page-head').getByText(/since \w{3} \d/)).toBeVisible();
});
