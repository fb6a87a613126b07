import type { Browser, Page } from '@playwright/test';
import type { ReadyMadeSurveys, SurveyFormDetail } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aPublishedForm, asked } from './asked.js';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

/** The rules are checked by a script, so on a copy of the page where scripts may run; light and dark. */
async function expectAccessibleCopy(browser: Browser, page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      ...{ javaScriptEnabled: true, colorScheme, viewport: { width: 390, height: 844 } },
    });
    const copy = await context.newPage();
    await copy.setContent(await page.content());
    await expectAccessible(copy);
    await context.close();
  }
}

test('a customer without scripts confirms the score of the letter, changes it, and stops being asked', async ({
  page,
  browser,
  clientOf,
  world,
}) => {
  const leader = await clientOf('executive');
  const { address, contactId } = await asked(world.databaseUrl, await aPublishedForm(leader));
  const answers = async () => {
    const { answers: found } = await (await leader.get(`/api/contacts/${contactId}/answers`)).json();
    return (found as { score: number; supersededBy: string | null; enteredHow: string }[]).map(
      ({ score, supersededBy, enteredHow }) => `${score} ${enteredHow}${supersededBy === null ? '' : ' before'}`,
    );
  };

  await page.goto(`${address}?lang=zh`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByRole('alert')).toContainText('未填写');
  await expect(page).toHaveTitle(/^有误/);
  await expectAccessibleCopy(browser, page);

  await page.goto(`${address}?lang=en&score=2`);
  await expect(page.getByRole('radio', { name: '2' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'How satisfied are you' })).toBeVisible();
  await expectAccessibleCopy(browser, page);
  expect(await answers()).toEqual([]);
  await page.getByLabel('What would you like to tell us?').fill('Slow <b>today</b>');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(await answers()).toEqual(['2 survey']);
  await expectAccessibleCopy(browser, page);

  await page.getByRole('link', { name: 'Change the answer' }).click();
  await page.getByRole('link', { name: '中文' }).click();
  // What was chosen stands there again, what was written does not.
  await expect(page.getByRole('radio', { name: '2' })).toBeChecked();
  await expect(page.getByRole('main')).not.toContainText('Slow');
  await expectAccessibleCopy(browser, page);
  // By keyboard: an arrow goes on to the next score.
  await page.getByRole('radio', { name: '4' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: '提交' }).press('Enter');
  await expect(page.getByRole('heading', { name: '谢谢您' })).toBeVisible();
  expect(await answers()).toEqual(['2 survey before', '5 survey']);

  await page.goto(`${address}/stop?lang=en`);
  await expectAccessibleCopy(browser, page);
  await page.getByRole('button', { name: 'Do not ask me any more' }).click();
  await expect(page.getByRole('status')).toContainText('We do not ask you any more.');
  await page.goto('/s/never-was?lang=en');
  await expect(page.getByRole('heading', { name: 'This link does not lead anywhere any more' })).toBeVisible();
  await expectAccessibleCopy(browser, page);
});

test('the longest ready-made form fits a telephone and is accessible', async ({ page, browser, clientOf, world }) => {
  const leader = await clientOf('head');
  const { forms } = (await (await leader.get('/api/survey-forms/ready-made')).json()) as ReadyMadeSurveys;
  const [nps, several] = [forms[1]!, forms[3]!];
  for (const { key, kind, name: usual, content } of [nps, several]) {
    const name = { en: `${usual.en} ${Date.now()}`, zh: `${usual.zh} ${Date.now()}` };
    const made = await leader.post('/api/survey-forms', { data: { kind, name, from: { readyMade: key } } });
    const { form } = (await made.json()) as SurveyFormDetail;
    await leader.post(`/api/survey-forms/${form.id}/publish`, { data: { revision: 1 } });
    const { address } = await asked(world.databaseUrl, form.id);
    for (const lang of ['en', 'zh'] as const) {
      await page.goto(`${address}?lang=${lang}`);
      await expect(page.getByRole('group')).toHaveCount(content.questions.length - 1);
      const tooWide = page.locator('xpath=//*[name()="label" or name()="fieldset"]');
      for (const box of await tooWide.all()) {
        const { x, width } = (await box.boundingBox())!;
        expect(x + width).toBeLessThanOrEqual(390);
      }
      await expectAccessibleCopy(browser, page);
    }
  }
});
