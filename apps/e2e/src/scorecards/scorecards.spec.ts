import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownPeople } from '../world/known-people.js';
import { anOctoberOfAnswers, indicatorsOf2024, noIndicators, october, people } from './rows.js';

const row = (page: Page, name: string) => page.locator('tbody tr').filter({ hasText: name });
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.beforeAll(async ({ world }) => {
  await noIndicators(world);
  await anOctoberOfAnswers(world);
});

test.describe('an executive', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

  test('says what is wanted of which figure, from a day on', async ({ page }) => {
    await page.goto('/indicators');
    await expect(page.getByText('The ready-made set covers satisfaction')).toBeVisible();
    await expectAccessible(page);
    // From an earlier day, for records that were imported; taken back, and taken from today.
    const from = page.getByRole('textbox', { name: 'It holds from' });
    const today = await from.inputValue();
    await from.fill('2024-02-01');
    await page.getByRole('button', { name: 'Take the ready-made set' }).click();
    await expect(row(page, 'Satisfied answers')).toContainText('since 1 Feb 2024');
    await page.keyboard.press('Control+z');
    await from.fill(today);
    await page.getByRole('button', { name: 'Take the ready-made set' }).click();
    await expect(row(page, 'Satisfied answers')).toContainText('85.0%');
    await page.getByText('Supervisors', { exact: true }).click();
    await expect(row(page, 'Satisfied answers')).toContainText('Targets');
    await page.getByText('Reps', { exact: true }).click();
    await expect(page).toHaveURL(/card=rep/);

    await page.getByRole('button', { name: 'Satisfied answers' }).click();
    const floor = page.getByRole('spinbutton', { name: 'Floor' });
    await floor.fill('90');
    await page.getByRole('button', { name: 'Change from that day' }).click();
    await expect(page.getByText('Must lie below the target: here higher is better')).toBeVisible();
    await expectAccessible(page);
    await floor.fill('55');
    await page.getByRole('spinbutton', { name: 'Target' }).fill('82.5');
    await page.getByRole('button', { name: 'Change from that day' }).click();
    await expect(row(page, 'Satisfied answers')).toContainText('82.5%');
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Satisfied answers')).toContainText('85.0%');

    // A figure without a better side is not among those to choose.
    await page.keyboard.press('n');
    const figures = page.getByRole('combobox', { name: 'Figure' }).locator('option');
    await expect(figures.filter({ hasText: 'Promises kept' })).toHaveCount(1);
    await expect(figures.filter({ hasText: 'Average handling time' })).toHaveCount(0);
    await expect(figures.filter({ hasText: /^Complaint rate$/ })).toHaveCount(0);

    // Another figure is of another unit, and proposed with a target of its own.
    await page.getByRole('combobox', { name: 'Figure' }).selectOption({ label: 'Abandonment rate' });
    await expect(page.getByRole('spinbutton', { name: 'Target' })).toHaveValue('5');
    await expect(floor).toHaveValue('15');
    await page.getByRole('combobox', { name: 'Figure' }).selectOption({ label: 'Satisfied answers' });
    await expect(floor).toHaveValue('60');
    const weight = page.getByRole('spinbutton', { name: 'Weight' });
    await weight.fill('0');
    await page.getByRole('button', { name: 'Set the indicator' }).click();
    await expect(page.getByText('More than 0, at most 100')).toBeVisible();
    await weight.fill('1');

    // What is there already is changed, not set once more.
    await page.getByRole('button', { name: 'Set the indicator' }).click();
    await expect(page.getByText('There is one already for this figure and these cards')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show that one' }).click();
    await expect(page.getByRole('button', { name: 'Change from that day' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Satisfied answers' })).toBeVisible();
  });
});

test.describe('a rep', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

  test('reads their own card, and whether it is more than chance', async ({ page, world }) => {
    await indicatorsOf2024(world);
    await page.goto('/desk');
    await expect(page.getByRole('link', { name: 'Scorecard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('body').press('g');
    await page.locator('body').press('s');
    await expect(page).toHaveURL(/\/scorecard/);
    // Of a month that runs the team is not told: from day to day one would know whose figures they are.
    await expect(page.getByText('are told over whole months that are over')).toBeVisible();

    await page.goto(`/scorecard?period=${october}`);
    // 15 of 24 lies between 42.7 and 78.8 %.
    const satisfied = row(page, 'Satisfied answers');
    await expect(satisfied).toContainText('62.5%');
    await expect(satisfied).toContainText('15 / 24');
    await expect(satisfied).toContainText('42.7–78.8%');
    await expect(satisfied).toContainText('Target missed');
    // The team has 102 of 124.
    await expect(satisfied).toContainText('82.3%');
    await expect(row(page, 'Promises kept')).toContainText('No data');
    await expect(page.getByText('of 2', { exact: true })).toBeVisible();
    await expect(card(page, 'Is this more than chance?')).toContainText('62.5% of 24');
    await expect(card(page, 'What went into it')).toContainText('10.0 of 100: 0 at 60.0%, 100 at 85.0%');
    for (const { name } of people.slice(1)) await expect(page.getByText(name)).toHaveCount(0);
    await expect(page.getByRole('slider', { name: /Satisfied answers by week/ })).toBeVisible();
    await expectAccessible(page);

    await page.keyboard.press('t');
    await expect(card(page, 'Satisfied answers by week').locator('tbody tr')).toHaveCount(12);
    await page.keyboard.press('.');
    const drawer = page.getByRole('dialog', { name: `Satisfied answers, ${knownPeople.rep.name}` });
    await expect(drawer.getByText(/^24 /).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(satisfied).toContainText('target 85.0%');
    await expectAccessible(page);
    // The periods scroll: what is chosen is in sight.
    await page.goto('/scorecard?period=last-12-months');
    await expect(page.getByText('Last 12 months', { exact: true })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('a supervisor', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

  test('opens the cards of the team by name, and has three dials', async ({ page, world }) => {
    await indicatorsOf2024(world);
    await page.goto('/scorecards');
    const names = page.locator('tbody a');
    await expect(names.filter({ hasText: 'Ida Holm' })).toBeVisible();
    const shown = await names.allInnerTexts();
    const own = shown.filter((name) => people.some((one) => one.name === name));
    expect(own).toEqual(people.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'en')));
    await expect(page.locator('thead button')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('Kim');
    await expect(names).toHaveText(['Kim Ruo']);
    await names.first().click();
    await expect(page).toHaveURL(/\/scorecards\/rep\//);
    await page.goto(`${new URL(page.url()).pathname}?period=${october}`);
    await expect(row(page, 'Satisfied answers')).toContainText('Not enough data (n = 4)');
    await expect(page.getByRole('link', { name: 'Scorecards' }).first()).toBeVisible();

    await page.goto(`/scorecard?period=${october}`);
    const dials = card(page, 'Targets, team, skills');
    await expect(dials).toContainText('1 of 1 indicators');
    await expect(dials).toContainText('Not enough data to say whether they are in balance');
    const targets = dials.getByRole('button', { name: 'Targets' });
    await targets.click();
    await expect(targets).toHaveAttribute('aria-expanded', 'true');
    const behind = dials.getByRole('table', { name: 'Indicators of Targets' });
    await expect(behind.getByRole('row', { name: /^Satisfied answers 85\.0%/ })).toBeVisible();
    await expectAccessible(page);
    await targets.click();
    await expect(behind).toHaveCount(0);
    await page.goto('/scorecards/rep/0199c0de-0000-7000-8000-0000000000ff');
    await expect(page.getByText('There is no such scorecard')).toBeVisible();
  });
});
