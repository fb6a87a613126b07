import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { anExamOfToday } from './exam-rows.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

const place = (page: Page) => page.locator('fc-item-view .place');

/** Of the timer. */
async function secondsOf(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.locator('.timer b').innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

test('an exam is marked by keys through a cut line and a reload, signed, and disputed by whoever sat it', async ({
  browser,
  page,
  world,
  clientOf,
  sessionOf,
}) => {
  const id = await anExamOfToday(await clientOf('head'), world.databaseUrl);
  const proxy = await startNetworkFaultProxy(world.url);
  await page.goto(`${proxy.url}/my-exams`);
  await page.getByRole('link', { name: 'Mark Lin Wei' }).click();
  await expect(place(page)).toContainText('item 1 of');
  await expectAccessible(page);

  // A level by its key, a note, what was heard; the line is cut, and all of it is kept.
  const first = await page.locator('fc-item-view h2').innerText();
  proxy.cut();
  await page.keyboard.press('3');
  await page.keyboard.press('p');
  await expect(page.locator('fc-item-view input:checked')).toHaveCount(1);
  await page.keyboard.press('n');
  await page.keyboard.type('Let them finish first');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.keyboard.type('Says the name back');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept on this tablet')).toBeVisible();
  proxy.heal();
  await page.reload();
  const items = page.getByRole('navigation', { name: 'Items' });
  await items.getByRole('button', { name: first }).click();
  await expect(page.locator('fc-item-view input:checked')).toHaveCount(1);
  await expect(page.getByLabel('Note for Lin Wei')).toHaveValue('Let them finish first');
  await expect(page.locator('fc-evidence-list li')).toContainText('Says the name back');
  await expect(page.getByText('Stored')).toBeVisible({ timeout: 40_000 });

  // The timer goes on with the first mark after coming back, unless it was stopped; its last seconds are kept.
  const timer = page.locator('.timer');
  await expect(timer).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('4');
  await expect(timer).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Stored')).toBeVisible();
  const reached = await secondsOf(page);
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(reached);
  await page.getByRole('link', { name: 'Back to my exams' }).click();
  await page.getByRole('link', { name: 'Go on marking Lin Wei' }).click();
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(reached);
  await timer.click();
  await timer.click();
  await items.getByRole('button', { name: first }).click();
  await page.keyboard.press('3');
  await expect(timer).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByText('Stored')).toBeVisible();

  // The others are the best there is, but for the first critical one.
  let isFailed = false;
  for (;;) {
    const heading = page.locator('main h2');
    const before = (await heading.textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(heading).not.toHaveText(before);
    await expect(heading).toBeFocused();
    if ((await page.locator('fc-summary-view').count()) > 0) break;
    const isCritical = (await page.getByText('Critical: failing it').count()) > 0;
    for (const key of isCritical && !isFailed ? ['f'] : ['5', 'p']) await page.keyboard.press(key);
    isFailed ||= isCritical;
    await expect(page.locator('fc-item-view input:checked')).toHaveCount(1);
  }
  await expect(page.locator('fc-summary-view')).toContainText('Critical items that were failed');
  await expectAccessible(page);
  await page.getByLabel('Feedback for Lin Wei').fill('Write the date down');
  await page.getByRole('button', { name: 'Sign the result' }).click();
  await expect(page.locator('fc-summary-view').getByText('It does not change any more')).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.locator('fc-item-view input').first()).toBeDisabled();
  await proxy.stop();

  const rep = await (await browser.newContext({ baseURL: world.url, storageState: await sessionOf('rep') })).newPage();
  await rep.goto('/my-exams');
  await expectAccessible(rep);
  await rep.getByRole('link', { name: 'Read and sign: Complaint calls, autumn' }).click();
  await expect(rep.locator('fc-result-page')).toContainText('Write the date down');
  await expect(rep.locator('fc-result-page')).toContainText('Let them finish first');
  await expect(rep.locator('.verdict')).toContainText('Failed on a critical item');
  await expect(rep.locator('fc-result-page')).toContainText('raw score of 100');
  await expect(rep.locator('fc-marked-items li', { has: rep.locator('fc-state') })).toContainText('critical');
  await expectAccessible(rep);
  await rep.getByRole('button', { name: 'Dispute it' }).click();
  await rep.getByRole('button', { name: 'Dispute it' }).click();
  await expect(rep.getByText('This is missing')).toBeVisible();
  await rep.getByLabel('What was marked wrongly, and why').fill('I did write it down');
  await rep.getByRole('button', { name: 'Dispute it' }).click();
  await expect(rep.getByText('Result disputed')).toBeVisible();
  await expect(rep.locator('fc-result-page')).toContainText('Disputed');
  await rep.context().close();

  // Somebody who did not mark it decides.
  const head = await (
    await browser.newContext({ baseURL: world.url, storageState: await sessionOf('head') })
  ).newPage();
  await head.goto('/day');
  await head.getByRole('link', { name: 'Decide the dispute of Lin Wei: Complaint calls, autumn' }).click();
  await head.locator('fc-duty-panel .open a').click();
  await expect(head).toHaveURL(new RegExp(`/my-exams/${id}`));
  await head.getByRole('button', { name: 'Decide the dispute' }).click();
  await head.getByLabel('Decision').selectOption('The result stands');
  await head.getByLabel('Why').fill('The note is not in the file');
  await expectAccessible(head);
  await head.getByRole('button', { name: 'Decide the dispute' }).click();
  await expect(head.getByText('Dispute decided')).toBeVisible();
  await head.context().close();
});
