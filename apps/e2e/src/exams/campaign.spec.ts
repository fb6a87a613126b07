import type { CampaignPage } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

test('a head makes a rubric, begins a campaign by it, sees who is due and takes one out with a date', async ({
  page,
}) => {
  await page.goto('/board');
  await page.getByRole('link', { name: 'Exams', exact: true }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/exams$/);
  await page.getByRole('link', { name: 'Rubrics and role plays' }).click();
  await page.getByRole('button', { name: 'New rubric' }).first().click();
  const made = page.locator('fc-paper-form');
  await made.getByLabel('Begin as').selectOption({ label: 'The complaint call' });
  await expect(made.getByLabel('Name in English')).toHaveValue('The complaint call');
  await expect(made.getByLabel('Department')).toContainText('Billing');
  await expectAccessible(page);
  await made.getByRole('button', { name: 'Make it' }).click();

  await expect(page.getByRole('heading', { name: 'The complaint call', exact: true })).toBeVisible();
  await page.locator('fc-rubric-editor .opener').first().click();
  const text = page.getByRole('textbox', { name: 'What is looked for, English' });
  await text.fill('');
  await page.getByRole('textbox', { name: 'What is looked for, 简体中文' }).fill('');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('It cannot be published yet: one thing is wrong or missing')).toBeVisible();
  await expect(text).toBeFocused();
  await expectAccessible(page);
  await text.fill('Lets them finish');
  await expect(page.getByText('draft saved')).toBeVisible();
  const first = page.locator('fc-rubric-editor .opener').first();
  await first.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('fc-rubric-editor .opener').nth(1)).toContainText('Lets them finish');
  await expect(page.locator('fc-rubric-editor .opener').nth(1)).toBeFocused();

  // What is tried is scored as an exam is.
  const trial = page.locator('fc-rubric-trial');
  await expect(trial).toContainText('items open');
  await trial.getByRole('group', { name: 'Lets them finish' }).getByRole('button').first().click();
  await expect(trial.locator('.score')).toHaveText('100.0');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('Version 1 published')).toBeVisible();
  await expect(page.locator('fc-rubric-editor')).toHaveCount(0);
  await expectAccessible(page);

  await page.goto('/exams');
  await page.getByRole('button', { name: 'Plan a campaign' }).click();
  await page.getByLabel('Name in English').fill('Autumn');
  await expect(page.getByLabel('Rubric')).toContainText('The complaint call, version 1');
  await page.getByRole('textbox', { name: 'Last day' }).fill('-3');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('It ends before it begins')).toBeVisible();
  await page.getByRole('textbox', { name: 'Last day' }).fill('+30');
  await page.getByLabel('Assessors').pressSequentially('sun');
  await page.getByRole('option', { name: /Sun Li/ }).click();
  await expect(page.getByRole('button', { name: 'Without Sun Li' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Begin the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin the campaign' }).click();

  const mark = page.getByRole('group', { name: 'People of Billing 1' }).getByRole('button', { name: 'Lin Wei, due' });
  await expect(mark).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the campaign' }).click();
  await expect(page.getByText('One person has not passed.')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByText('Nobody has passed yet')).toBeVisible();

  await mark.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('fc-person-panel');
  await panel.getByRole('button', { name: 'Take out' }).click();
  const from = panel.getByRole('textbox', { name: 'Out from which day?' });
  await from.fill('+1');
  await panel.getByLabel('Why').fill('Parental leave');
  await panel.getByRole('button', { name: 'Take out' }).click();
  await expect(panel.getByText('This lies in the future')).toBeVisible();
  await expectAccessible(page);
  await from.fill('+0');
  await panel.getByRole('button', { name: 'Take out' }).click();
  const out = page.getByRole('region', { name: 'Out of the campaign' });
  await expect(out).toContainText('Lin Wei');
  await expect(out).toContainText('Parental leave');
  await out.getByRole('button', { name: 'Put Lin Wei back' }).click();
  await expect(mark).toBeVisible();

  const answer = await page.request.get('/api/campaigns');
  const { campaigns } = (await answer.json()) as CampaignPage;
  expect(campaigns.filter(({ name }) => name.en === 'Autumn')).toMatchObject([
    { state: 'running', passed: 0, eligible: 1 },
  ]);
});
