import type { APIRequestContext } from '@playwright/test';
import type { CallsOfDay, ContactLogged, OpenedWallboard } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect } from '../test.js';
import { knownDepartments } from '../world/known-people.js';
import { brief, dayOf, dueAccounts, entries, noteDialled, storedWith, test, wrapUp } from './caller-world.js';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const todayOf = async (rep: APIRequestContext) =>
  ((await (await rep.get('/api/planned-calls/today')).json()) as CallsOfDay).calls;

const said = 'Reconciling took us two days.';

test('a caller’s day, played by keys', async ({ page, world, clientOf }) => {
  const { calls } = await dayOf(await clientOf('rep'));
  const [first = '', second = '', third = ''] = calls.map(({ account }) => account.name);
  const dialled = await noteDialled(page);
  await page.goto('/calls');
  await expect(page.getByText(`0 of ${dueAccounts.length} done`)).toBeVisible();
  const now = entries(page, 'Can be called now');
  await expect(now).toHaveCount(dueAccounts.length);
  const waiting = page.getByRole('link', { name: /^Calls/ }).first();
  await expect(waiting).toContainText(`${dueAccounts.length}`);
  await expect(now.first()).toHaveAttribute('aria-current', 'true');
  await expect(now.first()).toContainText('Regular call, due today');
  await page.keyboard.press('j');
  await expect(brief(page).getByRole('heading', { name: second })).toBeVisible();
  await page.keyboard.press('k');
  await expect(brief(page).getByRole('heading', { name: first })).toBeVisible();
  await expect(brief(page)).toContainText('Finance director');
  await expect(brief(page)).toContainText('Strategy: Loyal');
  await expect(brief(page)).toContainText('No answer in 90 days, so no points.');
  await page.getByText('Why this order?').click();
  await expect(page.getByText('Who can be called now stands first')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('e');
  await page.getByLabel('Why do I call?').fill('Two invoices came twice');
  await page.keyboard.press('Enter');
  await expect(brief(page).getByText('Two invoices came twice')).toBeVisible();

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Enter');
  expect(await dialled()).toEqual([`tel:${calls[0]?.person?.phones[0]}`]);
  await expect(wrapUp(page).getByLabel('Notes')).toBeFocused();
  await expect(page.getByRole('timer')).toBeVisible();
  await page.keyboard.type(said);
  await page.keyboard.press('Alt+c');
  // Nothing is said to be missing while one is still on it, and the brief stays whole above what is filled in.
  await page.keyboard.press('Alt+n');
  await expect(wrapUp(page).getByText('This is missing')).toHaveCount(0);
  expect(await brief(page).evaluate((paper) => paper.scrollHeight - paper.clientHeight)).toBe(0);
  await page.keyboard.press('Alt+c');
  await page.keyboard.type('INV-88307 charged twice');
  await page.keyboard.press('Control+Enter');
  await expect(wrapUp(page).getByText('Choose what it was about.')).toBeVisible();
  await wrapUp(page).getByRole('button', { name: 'Invoice is wrong' }).click();
  await page.keyboard.press('Alt+p');
  await page.keyboard.type('A credit note');
  await wrapUp(page).getByRole('textbox', { name: 'By which day?' }).fill('-1');
  await page.keyboard.press('Control+Enter');
  await expect(wrapUp(page).getByText('lies in the past')).toBeVisible();
  await wrapUp(page).getByRole('textbox', { name: 'By which day?' }).fill('+2');
  await wrapUp(page).getByRole('textbox', { name: 'They asked for the next call on' }).fill('+9');
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('4');
  await expectAccessible(page);

  // What was typed survives a reload, and the clock runs on from where the call began.
  await page.reload();
  await expect(wrapUp(page).getByLabel('Notes')).toHaveValue(said);
  await expect(page.getByRole('timer')).toBeVisible();
  await wrapUp(page).getByLabel('Notes').focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText(new RegExp(`Call to ${first} logged; complaint C-.* found by us; promise “A credit note”`)),
  ).toBeVisible();
  await expect(entries(page, 'Done')).toHaveText([new RegExp(`${first}.*problem found`)]);
  await expect(brief(page).getByRole('heading', { name: second })).toBeVisible();
  expect(await storedWith(world, said)).toEqual({ contacts: 1, calls: 1 });

  await page.keyboard.press('Control+z');
  await expect(brief(page).getByRole('heading', { name: first })).toBeVisible();
  await expect(wrapUp(page).getByLabel('Notes')).toHaveValue(said);
  await expect(entries(page, 'Done')).toHaveCount(0);
  expect(await storedWith(world, said)).toEqual({ contacts: 0, calls: 0 });
  await page.keyboard.press('Control+Enter');
  await expect(entries(page, 'Done')).toHaveText([new RegExp(first)]);
  expect(await storedWith(world, said)).toEqual({ contacts: 1, calls: 1 });

  await expect(brief(page).getByRole('heading', { name: second })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText(new RegExp(`^${second} not reached\\.`))).toBeVisible();
  await expect(now.filter({ hasText: second })).toHaveCount(0);
  await expect(page.getByRole('button', { name: second })).toContainText('Not reached at');

  await expect(brief(page).getByRole('heading', { name: third })).toBeVisible();
  await page.keyboard.press('m');
  const form = page.getByRole('region', { name: 'Move the call' });
  await form.getByRole('textbox', { name: 'Day' }).fill('today');
  await form.getByLabel('Time').fill('00:00');
  await form.getByLabel('Why').fill('Their audit');
  await page.keyboard.press('Enter');
  await expect(form.getByText('lies in the past')).toBeVisible();
  await form.getByText('The customer asked').click();
  await form.getByRole('textbox', { name: 'Day' }).fill('+5');
  await form.getByLabel('Time').fill('');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText(new RegExp(`${third}: due .*, as they asked`))).toBeVisible();
  await expect(page.getByRole('button', { name: third })).toHaveCount(0);
  await expect(waiting).toContainText('2');

  // What came of it is there with the call, and before the next one it is known what they were promised.
  await page.getByRole('button', { name: first }).click();
  const made = page.getByRole('region', { name: 'What came of it' });
  await expect(made).toContainText(said);
  await expect(made).toContainText('4 of 5, content');
  await expect(made.getByRole('link', { name: /^C-/ })).toBeVisible();
  await expect(made.getByRole('link', { name: 'Open the contact' })).toBeVisible();
  await expectAccessible(page);
  await expect(brief(page)).toContainText(/A credit note is promised by .* \(Lin Wei\)/);
});

test('a call that is saved without a line goes out when it is back, once', async ({ page, world, clientOf }) => {
  const name =
    (await todayOf(await clientOf('rep'))).find(({ isNow, state }) => isNow && state === 'planned')?.account.name ?? '';
  const [proxy, note] = [await startNetworkFaultProxy(world.url), 'Said without a line'];
  await noteDialled(page);
  await page.goto(`${proxy.url}/calls`);
  await page.getByRole('button', { name }).click();
  await page.keyboard.press('Enter');
  await wrapUp(page).getByLabel('Notes').fill(note);
  proxy.cut();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 call is not sent yet')).toBeVisible();
  await expect(entries(page, 'Done').filter({ hasText: name })).toContainText('not sent yet');
  await expect(page.getByText('Kept on this computer; goes out by itself')).toBeVisible();
  expect(await storedWith(world, note)).toEqual({ contacts: 0, calls: 0 });
  proxy.heal();
  await expect(page.getByText('1 call is not sent yet')).toBeHidden({ timeout: 15_000 });
  await expect(entries(page, 'Done').filter({ hasText: name })).toContainText('made', { timeout: 15_000 });
  expect(await storedWith(world, note)).toEqual({ contacts: 1, calls: 1 });
  await proxy.stop();
});

test('who leads a caller reads their calls in Chinese, moves them and makes none', async ({
  browser,
  world,
  sessionOf,
}) => {
  const context = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', storageState: await sessionOf('supervisor') },
  });
  const page = await context.newPage();
  // Who has none of their own comes to the plan of their people, and may look at the empty list all the same.
  await page.goto('/calls');
  await expect(page).toHaveURL(/\/calls\/plan$/);
  await page.getByRole('link', { name: '我的名单' }).click();
  await page.getByLabel('谁的致电？').selectOption({ label: 'Lin Wei' });
  await expect(entries(page, '已完成').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '开始通话' })).toHaveCount(0);
  await page.keyboard.press('j');
  await expectAccessible(page);
  await context.close();
});

test('what a call found first is on the board and the wall, and opens to its row', async ({
  browser,
  world,
  clientOf,
  sessionOf,
}) => {
  const rep = await clientOf('rep');
  const call = (await todayOf(rep)).find(({ state }) => state === 'planned');
  const now = Date.now();
  const logged = await rep.post('/api/contacts', {
    data: {
      ...{ id: uuid(), channel: 'phone', direction: 'out', purpose: 'proactive', accountId: call?.account.id },
      ...{ startedAt: new Date(now - 60_000).toISOString(), endedAt: new Date(now - 1_000).toISOString() },
      ...{ reasonId: knownDepartments.billing.reasonId, plannedCall: { id: call?.id } },
      complaint: { summary: 'They wait for the spare part.' },
    },
  });
  expect(logged.status(), await logged.text()).toBe(201);
  const { complaint } = (await logged.json()) as ContactLogged;

  const context = await browser.newContext({
    ...{ baseURL: world.url, locale: 'en-GB', storageState: await sessionOf('head') },
  });
  const board = await context.newPage();
  await board.goto('/board');
  const caught = board.getByRole('button', { name: /^Caught before they complained/ });
  await expect(caught).toContainText(/([1-9]) \/ \1/);
  await caught.click();
  await expect(board.getByRole('dialog')).toContainText(complaint?.number ?? '?');
  await expectAccessible(board);
  const { address } = (await (
    await (await clientOf('head')).post('/api/wallboards', { data: { name: 'Hall', departmentId: null, locale: 'zh' } })
  ).json()) as OpenedWallboard;
  await board.goto(address);
  await expect(board.getByText('投诉前发现（28 天）：')).toBeVisible();
  await context.close();
});

test('one’s calls stand in a calendar of one’s own until its link is ended', async ({ page, request, clientOf }) => {
  const calls = await todayOf(await clientOf('rep'));
  await page.goto('/calls');
  await page.getByRole('link', { name: 'In your own calendar' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByLabel('Address for your calendar').inputValue();
  await expectAccessible(page);
  const calendar = await (await request.get(address)).text();
  for (const { id } of calls) expect(calendar).toContain(`UID:${id}`);
  expect(calendar).not.toContain(calls[0]?.account.name);
  await page.getByRole('button', { name: 'End the link' }).click();
  await expect(page.getByText('Your calendar link has ended')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
