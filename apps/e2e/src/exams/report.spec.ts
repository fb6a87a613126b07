import type { Browser } from '@playwright/test';
import type { RoleName } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, type OfEachWorker, test } from '../test.js';
import { examByShortRubric, reportedCampaign } from './report-rows.js';

const why = '79.96, shown as 80.0, is under 80';

const pagesOf =
  (browser: Browser, { world, sessionOf }: Pick<OfEachWorker, 'world' | 'sessionOf'>) =>
  async (role: RoleName, locale = 'en-GB') =>
    (await browser.newContext({ baseURL: world.url, storageState: await sessionOf(role), locale })).newPage();

test('a campaign is reported, and each figure opens to its exams', async ({ browser, world, sessionOf }) => {
  const pageOf = pagesOf(browser, { world, sessionOf });
  const campaignId = await reportedCampaign(world.databaseUrl);
  const page = await pageOf('executive');
  await page.goto(`/exams/${campaignId}`);
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  const first = page.getByRole('region', { name: 'Exams passed at the first attempt', exact: true });
  await expect(first).toContainText('60.0%');
  await expect(first).toContainText('3 / 5');
  await expect(first).toContainText('1 not assessed');
  await expect(page.getByRole('region', { name: 'Exams passed, of those assessed', exact: true })).toContainText(
    '80.0%',
  );
  const scores = page.getByRole('region', { name: 'Scores' });
  await expect(scores).toContainText('6 exams have a score; 5 reach 80, and 1 of these failed on a critical item.');
  await expectAccessible(page);
  await page.keyboard.press('t');
  await expect(scores.getByRole('row', { name: '75 to under 80 0 1 0' })).toBeVisible();
  await expect(scores.getByRole('row', { name: '95 to under 100 4 0 1' })).toBeVisible();
  const items = page.getByRole('region', { name: 'Hardest items' });
  await expect(items.getByRole('row').nth(1)).toContainText('critical');
  await expect(items.getByRole('row', { name: /Names the next step 16.7%/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'By team' }).getByRole('row').nth(1)).toContainText('Field 1');
  const before = page.getByRole('region', { name: 'Campaigns before' });
  await before.getByRole('button', { name: 'Table' }).click();
  await expect(before.getByRole('row').nth(1)).toContainText('Field calls, spring');
  await expect(before.getByRole('row').nth(1)).toContainText('0 / 5');
  await expectAccessible(page);

  await first.getByRole('button').focus();
  await page.keyboard.press('.');
  const drawer = page.getByRole('dialog', { name: 'Exams passed at the first attempt' });
  await expect(drawer.locator('tbody tr')).toHaveCount(3);
  await expect(drawer).toContainText('1 not assessed, left out');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await items.getByRole('button', { name: 'Names the next step' }).click();
  const behind = page.getByRole('dialog', { name: 'Names the next step' });
  await expect(behind.getByRole('row', { name: /Tang Bo/ })).toContainText('80.0, failed');
  await expectAccessible(page);
  await behind.getByRole('link', { name: 'Tang Bo' }).click();
  await expect(page.locator('fc-result-page')).toContainText(why);
  await page.context().close();

  const reader = await pageOf('executive', 'zh-CN');
  await reader.goto(`/exams/${campaignId}/report`);
  await expect(reader.getByRole('region', { name: '考试首次通过率', exact: true })).toContainText('60.0%');
  await expectAccessible(reader);
  await reader.context().close();
});

test('79.96 says why it failed before anybody signs, on the result and on the sheet, which prints black on white', async ({
  browser,
  world,
  sessionOf,
}) => {
  const pageOf = pagesOf(browser, { world, sessionOf });
  const examId = await examByShortRubric(world.databaseUrl);
  const assessor = await pageOf('supervisor');
  await assessor.goto(`/marking/${examId}`);
  for (const key of ['p', 'f', 'p']) {
    const heading = assessor.locator('main h2');
    const name = (await heading.textContent()) ?? '';
    await assessor.keyboard.press(key);
    await expect(assessor.locator('fc-item-view input:checked')).toHaveCount(1);
    await assessor.keyboard.press('Enter');
    await expect(heading).not.toHaveText(name);
  }
  await expect(assessor.locator('fc-summary-view')).toContainText(why);
  await assessor.getByRole('button', { name: 'Sign the result' }).click();
  await expect(assessor.locator('fc-summary-view').getByText('It does not change any more')).toBeVisible();
  await assessor.context().close();

  const rep = await pageOf('rep');
  await rep.goto(`/my-exams/${examId}`);
  await expect(rep.locator('fc-result-page')).toContainText(why);
  await rep.getByRole('link', { name: 'Result sheet' }).click();
  const sheet = rep.locator('fc-sheet-page article');
  for (const said of ['Beichen Systems', 'Lin Wei', 'Failed', '80.0', why, 'Short call, version 1', 'may dispute'])
    await expect(sheet).toContainText(said);
  await expectAccessible(rep);
  await rep.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(rep.getByRole('navigation')).toHaveCount(0);
  await expect(rep.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  await expect(sheet).toHaveCSS('color', 'rgb(18, 22, 28)');
  await rep.context().close();

  const inChinese = await pageOf('rep', 'zh-CN');
  await inChinese.goto(`/my-exams/${examId}/print`);
  await expect(inChinese.locator('article')).toContainText('79.96，显示为 80.0，低于 80');
  await expectAccessible(inChinese);
  await inChinese.context().close();
});
