import type { Page } from '@playwright/test';
import type { PromiseList } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { card } from '../account/accounts.js';
import { aCustomer } from '../desk/customers.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const line = (page: Page) => page.locator('fc-promise-line');
const panel = (page: Page) => page.locator('fc-promise-panel');
const list = (page: Page) => page.getByRole('region', { name: 'Promises', exact: true });
const done = (page: Page, text: string | RegExp) => expect(page.getByText(text)).toBeVisible();

/** From an open desk on, by keys alone, up to the promise. */
async function promiseByKeys(page: Page, find: string, what: string): Promise<void> {
  await done(page, 'The clock starts with the first thing you enter.');
  await page.keyboard.press('l');
  await expect(page.getByRole('combobox', { name: 'Who is it?' })).toBeFocused();
  await page.keyboard.type(find);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: find })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByLabel('What did they say?')).toBeFocused();
  await page.keyboard.type('Charged twice.');
  await page.keyboard.press('Alt+f');
  await page.keyboard.press('Alt+p');
  await expect(line(page).getByLabel('What do we promise?')).toBeFocused();
  await page.keyboard.type(what);
}

test('a promise is written down at the desk by keys, seen on the page, at the account and at the desk, moved, kept and undone', async ({
  page,
  request,
  clientOf,
}) => {
  const one = await aCustomer(await clientOf('supervisor'));
  const what = `A credit note for ${one.find}`;
  const told = async () =>
    ((await (await request.get(`/api/promises?of=account&accountId=${one.accountId}`)).json()) as PromiseList).promises;
  await page.goto('/desk');
  await promiseByKeys(page, one.find, what);
  await page.keyboard.press('Tab');
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Control+Enter');
  await done(page, 'Say by when');
  await expect(line(page).getByRole('textbox', { name: 'By which day?' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('+2');
  await expect(line(page).getByLabel('Kept by')).toHaveValue('Lin Wei');
  await page.getByText('draft kept on this computer').waitFor();
  await page.getByLabel('What did they say?').focus();
  await page.keyboard.press('Control+Enter');
  await done(page, 'Contact logged');
  expect(await told()).toMatchObject([
    { what, state: 'open', owner: { name: 'Lin Wei' }, account: { id: one.accountId } },
  ]);

  // When they call again it is seen at once.
  await page.goto(`/desk?account=${one.accountId}`);
  await expect(card(page, 'Open promises')).toContainText(what);
  await page.goto(`/accounts/${one.accountId}`);
  await expect(card(page, 'Open promises')).toContainText(/by .* · Lin Wei/);
  await page.getByRole('link', { name: 'All promises to this account' }).click();
  await expect(page).toHaveURL(new RegExp(`/promises\\?.*accountId=${one.accountId}`));
  await expect(list(page).getByRole('link', { name: what })).toBeVisible();
  await expect(page.getByRole('button', { name: /Whose\s+everybody’s/ })).toBeVisible();
  await expect(list(page)).toContainText('1 promise');
  await page.getByRole('button', { name: /^Promises kept/ }).click();
  await expect(page.locator('fc-receipts-drawer')).toContainText('Promises kept by the time first promised');
  await page.keyboard.press('Escape');

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: what })).toBeVisible();
  // Beside it the list still says to whom.
  await expect(list(page).getByRole('row').filter({ hasText: what }).getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press('r');
  await panel(page).getByRole('textbox', { name: 'By which day?' }).fill('+5');
  await panel(page).getByLabel('Why another date?').fill('Their audit');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await done(page, /^New date: /);
  // The wording in their language comes next; here nothing can be sent, and that is said.
  await expect(panel(page)).toContainText('We know no e-mail address of theirs: nothing is sent');
  await expect(panel(page).getByLabel('Text')).toHaveValue(/as we agreed, the time has changed/);
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page)).toContainText('Lin Wei agreed another date');
  expect(await told()).toMatchObject([{ isRenegotiated: true }]);

  await panel(page).getByRole('heading', { name: what }).click();
  await page.keyboard.press('k');
  await panel(page).getByLabel('What was done?').fill('Sent at noon');
  await panel(page).getByRole('button', { name: 'Mark as kept' }).click();
  await done(page, 'Promise kept');
  expect(await told()).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await told()).length).toBe(1);
  await expect(panel(page)).toContainText('opened it again');

  await panel(page).getByRole('button', { name: 'Cannot be kept' }).click();
  await panel(page).getByRole('button', { name: 'Mark as broken' }).click();
  await expect(panel(page).getByText('This is missing')).toBeVisible();
  await panel(page).getByLabel('Why can it not be kept?').fill('Not made any more');
  // Somebody else changes it meanwhile: it is said, what is typed stays, and it can be sent again.
  const [open] = await told();
  const meanwhile = {
    revision: open?.revision,
    dueAt: new Date(Date.now() + 9 * 86_400_000).toISOString(),
    why: 'Their audit again',
  };
  const moved = await (await clientOf('rep')).post(`/api/promises/${open?.id}/renegotiate`, { data: meanwhile });
  expect(moved.status(), await moved.text()).toBe(200);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('Somebody else changed this in the meantime');
  await expect(panel(page)).toContainText('Their audit again');
  await expect(panel(page).getByLabel('Why can it not be kept?')).toHaveValue('Not made any more');
  await panel(page).getByRole('button', { name: 'Mark as broken' }).click();
  await done(page, 'Promise marked as broken');
  await expect(panel(page)).toContainText('broken');
  await page.getByRole('button', { name: /^State/ }).click();
  await page.getByRole('option', { name: 'ended' }).click();
  await expect(list(page).getByRole('row').filter({ hasText: what })).toContainText('broken');
  await page.goto(`/accounts/${one.accountId}`);
  await expect(card(page, 'Open promises')).toContainText('Nothing promised is open.');
});

test('with the line cut a promise waits with its contact; it is a duty then, and leads from the day to where it is kept', async ({
  page,
  world,
  request,
  clientOf,
}) => {
  const one = await aCustomer(await clientOf('supervisor'));
  const [proxy, what] = [await startNetworkFaultProxy(world.url), `A call from ${one.find}`];
  await page.goto(`${proxy.url}/desk`);
  await promiseByKeys(page, one.find, what);
  await page.keyboard.press('Tab');
  await page.keyboard.type('tomorrow');
  proxy.cut();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 entry is not sent yet')).toBeVisible({ timeout: 15_000 });
  proxy.heal();
  await expect(page.getByText('1 entry is not sent yet')).toBeHidden({ timeout: 20_000 });
  const { promises } = (await (
    await request.get(`/api/promises?of=account&accountId=${one.accountId}`)
  ).json()) as PromiseList;
  expect(promises).toMatchObject([{ what }]);
  await proxy.stop();

  await page.goto('/day');
  const duty = page.getByRole('link', { name: `Keep the promise to ${one.find}: ${what}` });
  const more = page.getByRole('button', { name: 'Load 50 more' });
  // Whatever else waits in this day.
  await expect(async () => {
    if (await more.isVisible()) await more.click();
    await expect(duty).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await duty.click();
  await page.locator('fc-duty-panel .open a').click();
  await expect(page).toHaveURL(new RegExp(`/promises\\?promise=${promises[0]?.id}`));
  await expect(panel(page).getByRole('heading', { name: what })).toBeVisible();
});

test('who leads looks at the promises of their people, in Chinese', async ({ browser, world, sessionOf, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  const made = await (
    await clientOf('rep')
  ).post('/api/promises', {
    data: { accountId: one.accountId, what: '更正后的发票', dueAt: new Date(Date.now() + 3_600_000).toISOString() },
  });
  expect(made.status(), await made.text()).toBe(201);
  const context = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', storageState: await sessionOf('supervisor') },
  });
  const page = await context.newPage();
  await page.goto('/promises');
  const row = page.getByRole('row').filter({ hasText: '更正后的发票' });
  await expect(row).toContainText('即将到期');
  await row.getByRole('link').first().click();
  await expect(panel(page)).toContainText('Lin Wei 作出承诺');
  await page.keyboard.press('v');
  await panel(page).getByLabel('为什么作废？').fill('重复记录');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await done(page, '承诺已作废');
  await expect(row).toHaveCount(0);
  await context.close();
});
