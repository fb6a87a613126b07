import type { FunnelReply } from '@forecall/contracts';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownDepartments, knownPeople } from '../world/known-people.js';
import { aSpringOfContacts, nothingThen, otherTeam, people, spring } from './rows.js';

const path = `/funnels?metric=resolved-at-contact&period=${spring}`;
const concerning = `/funnels?metric=complaints-concerning&period=${spring}`;
const [ownTeam] = knownDepartments.billing.team;
const rep = knownPeople.rep.name;
const others = people.map(({ name }) => name).filter((name) => name !== rep);

test.beforeAll(async ({ world }) => aSpringOfContacts(world));

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
async function names(page: Page): Promise<string[]> {
  const cells = page.locator('tbody tr td:first-child');
  await cells.first().waitFor();
  return cells.allInnerTexts();
}

test.describe('a rep', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

  test('finds their own place, and nobody else by name', async ({ page, clientOf }) => {
    const query = 'metric=resolved-at-contact&from=2025-03-01&to=2025-05-01';
    const text = await (await (await clientOf('rep')).get(`/api/funnels?${query}`)).text();
    for (const name of others) expect(text).not.toContain(name);

    await page.goto(path);
    const own = card(page, 'You');
    const target = (JSON.parse(text) as FunnelReply).target!.value;
    await expect(own).toContainText(
      `Within chance. 62.5% of 24 is what a colleague at ${(target * 100).toFixed(1)}% would often get.`,
    );
    await expect(own).toContainText(/\d+ more contacts at this rate would tell/);
    await expect(own).toContainText('Best guess of the true rate');
    await expect(page.getByText('6 people of Billing', { exact: false })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Teams' })).toHaveCount(0);
    await expectAccessible(page);

    // The arrow keys walk the dots by n: nobody is before or behind another.
    const plot = page.getByRole('slider', { name: /Resolved at contact, of handled: more than chance\? 6 people/ });
    await expect(plot).toHaveAttribute('aria-valuetext', /^You, 62\.5%, 15 \/ 24/);
    await plot.press('End');
    await expect(plot).toHaveAttribute(
      'aria-valuetext',
      /^A colleague, 63\.8%, 83 \/ 130, .*99\.8%: .*Worse than chance$/,
    );
    await expect(card(page, 'A colleague')).toContainText('Beyond what chance gives 1 time in 500');
    await expect(card(page, 'A colleague').getByRole('button')).toHaveCount(0);
    for (let n = 0; n < 4; n += 1) await plot.press('ArrowLeft');
    await expect(plot).toHaveAttribute('aria-valuetext', /^You/);

    await page.keyboard.press('.');
    const drawer = page.getByRole('dialog', { name: 'Resolved at contact, of handled, You' });
    await expect(drawer.getByText('24 below the line').first()).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('t');
    expect(await names(page)).toEqual(['You', ...others.map(() => 'A colleague')]);
    await expectAccessible(page);
    for (const name of others) await expect(page.getByText(name)).toHaveCount(0);

    // Like for like nothing is shown of the matters of others; as counted they are dots again.
    await page.goto(concerning);
    await expect(card(page, 'You')).toContainText(
      '9 of 24, 37.5%. Colleagues with the same matters would have about 8.6: within chance.',
    );
    await expect(page.getByText('5 people are counted and not drawn')).toBeVisible();
    await expect(page.getByText('6 people of Billing, 4.9% in all. Of those shown here none')).toBeVisible();
    await page.getByRole('radio', { name: 'As counted' }).check({ force: true });
    await expect(page.getByText('6 people of Billing, 4.9% in all. 1 lies beyond')).toBeVisible();
    await expectAccessible(page);

    // Of a few days one would know who was there.
    await page.goto('/funnels?metric=resolved-at-contact&period=2025-03-10..2025-03-14');
    await expect(page.getByText('No group to be held against')).toBeVisible();
    await expect(page.getByText('5 people whose names are not yours to know are left out')).toBeVisible();
    await expect(card(page, 'You')).toContainText('Not held against others');
    await expectAccessible(page);
  });
});

test.describe('a supervisor', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

  test('knows their own people by name, and sees how the teams stand', async ({ page }) => {
    await page.goto(path);
    await page.getByRole('button', { name: 'Table' }).click();
    expect(await names(page)).toEqual(['Ada Fern', rep, ...Array(4).fill('A colleague')]);
    await page.getByRole('button', { name: 'Ada Fern' }).click();
    await expect(card(page, 'Ada Fern')).toContainText('90.0%');
    await expect(card(page, 'Ada Fern').getByRole('button', { name: 'Receipts' })).toBeVisible();

    await page.getByRole('radio', { name: 'Teams' }).check({ force: true });
    await expect(page).toHaveURL(/by=team/);
    await expect(page.locator('tbody')).toContainText(otherTeam);
    expect(await names(page)).toEqual([ownTeam, otherTeam]);
    await page.getByRole('button', { name: otherTeam }).click();
    await expect(card(page, otherTeam).getByRole('button', { name: 'Receipts' })).toHaveCount(0);
  });
});

test.describe('a head', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

  test('sees who is to be looked at, in a list that ranks nobody', async ({ page }) => {
    await page.goto('/board');
    await expect(page.getByRole('link', { name: 'Funnels' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await expect(page).toHaveURL(/\/funnels/);
    await page.goto(path);
    // Beyond chance comes before the eyes by itself; who is last by few contacts does not.
    const beyond = card(page, 'Worth a look');
    await expect(beyond.getByRole('button')).toHaveText([/Cleo Park\s*Worse than chance/]);
    await expect(card(page, 'Cleo Park')).toContainText('not a verdict');
    await page.keyboard.press('t');
    const shown = await names(page);
    expect(shown).toEqual(shown.toSorted((one, other) => one.localeCompare(other, 'en')));
    expect(shown).toHaveLength(6);
    await expect(page.locator('thead button')).toHaveCount(0);
    const few = page.getByRole('row').filter({ hasText: 'Ema Sole' });
    await expect(few).toContainText('2 / 3');
    await expect(few).toContainText('Too few (n = 3)');
    await expect(few).toContainText('–');
    await page.keyboard.press('?');
    await expect(page.getByRole('region', { name: 'List of keys' }).or(page.getByRole('dialog'))).toContainText(
      'Funnels',
    );
  });

  test('sees who only gets the hard matters within chance, and as counted beyond it', async ({ page }) => {
    await page.goto(concerning);
    await expect(page.getByText('6 people of Billing, 4.9% in all. None lies beyond')).toBeVisible();
    const plot = page.getByRole('slider');
    await plot.press('End');
    // 18 complaints of 42 hard contacts, 20 of them theirs: 8.57 expected, 4.9 % x 9 / 8.57 = 5.1 %.
    await expect(plot).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${rep}, 5\\.1% as with the matters of all, 37\\.5%, 9 / 24, .*Within chance$`),
    );
    await expect(card(page, rep)).toContainText('would have about 8.6: within chance');
    await expect(card(page, rep)).toContainText(/With these matters, chance alone gives 3–15 complaints/);
    await page.getByRole('button', { name: 'Table' }).click();
    const row = page.getByRole('row').filter({ hasText: rep });
    await expect(row).toContainText('9 / 24');
    await expect(row).toContainText('8.6');
    await expect(row).toContainText('5.1%');
    await expectAccessible(page);

    await page.getByRole('radio', { name: 'As counted' }).check({ force: true });
    await expect(page).toHaveURL(/judged=as-counted/);
    await expect(card(page, 'Worth a look').getByRole('button')).toHaveText([
      new RegExp(`${rep}\\s*Worse than chance`),
    ]);
    await expect(card(page, rep)).toContainText('Beyond what chance gives 1 time in 500 about 4.9%');
    await page.getByRole('radio', { name: 'Like for like' }).check({ force: true });
    await expect(card(page, 'Worth a look')).toHaveCount(0);
    // Shares are as counted, without a choice.
    await page.goto(path);
    await expect(page.getByRole('slider')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'As counted' })).toHaveCount(0);
  });

  test('is told where there is nothing, and what failed, with a way to try again', async ({ page }) => {
    await page.goto(`/funnels?metric=csat&period=${nothingThen}`);
    await expect(page.getByText('No answers in this period')).toBeVisible();
    await page.getByRole('button', { name: 'Figure Satisfied answers' }).click();
    await page.getByRole('menuitemradio', { name: 'Complaints concerning' }).click();
    await expect(page.getByText('No contacts in this period')).toBeVisible();
    await page.route('**/api/funnels?*', (route) => route.abort());
    await page.goto(path);
    const failed = page.getByText('The funnel could not be loaded');
    await expect(failed).toBeVisible();
    await page.unroute('**/api/funnels?*');
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(failed).toBeHidden();
    await expect(page.getByRole('slider')).toBeVisible();
  });
});
