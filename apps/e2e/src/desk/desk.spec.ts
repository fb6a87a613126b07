import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { connectionSign, countsOf, expectCounts, openBoard } from '../board/board.js';
import { startNetworkFaultProxy } from '../network/network-fault-proxy.js';
import { expect, test } from '../test.js';
import { aCustomer, logged } from './customers.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const finder = (page: Page) => page.getByRole('combobox', { name: 'Who is it?' });

/** Of the drafts on the disk of this browser. */
const keptNotes = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('forecall');
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('draft').objectStore('draft').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { content: { note?: string } }[]).map(({ content }) => content.note ?? ''));
          };
        };
      }),
  );

async function openDesk(page: Page, url = '/desk'): Promise<void> {
  await page.goto(url);
  await expect(page.getByText('The clock starts with the first thing you enter.')).toBeVisible();
  await expect(connectionSign(page)).toContainText('Live');
  await page.keyboard.press('l');
  await expect(finder(page)).toBeFocused();
}

/** From the finder on, by keys alone: who it is, what it is about, the note. The focus is left in the note. */
async function take(page: Page, { find }: { find: string }, note: string): Promise<void> {
  await page.keyboard.type(find);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: find })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByLabel('What did they say?')).toBeFocused();
  await page.keyboard.type(note);
}

async function end(page: Page, letter: 's' | 'c'): Promise<void> {
  await page.keyboard.press('Tab');
  await page.keyboard.press(letter);
}

test('an agent logs a contact and a complaint by the keys; the supervisor’s board moves', async ({
  page,
  browser,
  world,
  request,
  agent,
  sessionOf,
  clientOf,
}) => {
  await agent.takeCalls('billing', 5);
  const one = await aCustomer(await clientOf('supervisor'));
  const leader = await browser.newContext({ baseURL: world.url, storageState: await sessionOf('supervisor') });
  const board = await leader.newPage();
  await openBoard(board);
  const before = await countsOf(board, 'billing');

  await openDesk(page);
  await take(page, one, 'Asked for a copy of the invoice.');
  await end(page, 's');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  await expectCounts(board, 'billing', { ...before, contacts: before.contacts + 1 });

  await take(page, one, 'The invoice was taken twice.');
  await end(page, 'c');
  await page.getByLabel('Remedy asked for').fill('The money back by Friday');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Complaint C-\d\d-\d+ logged/)).toBeVisible();
  await expectCounts(board, 'billing', { complaints: before.complaints + 1, contacts: before.contacts + 2 });
  await expect(board.locator('fc-stream-card')).toContainText('Invoice is wrong');

  const contacts = await logged(request, one.accountId);
  expect(contacts.map(({ note, resolved }) => [note, resolved])).toEqual([
    ['The invoice was taken twice.', false],
    ['Asked for a copy of the invoice.', true],
  ]);
  await leader.close();
});

test('what is missing is said at its field, and nothing is logged', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await openDesk(page);
  await take(page, one, '');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose how it ended.')).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Write down what went wrong.')).toBeVisible();
  await expect(page.getByLabel('What did they say?')).toBeFocused();
  await expectAccessible(page);
  expect(await logged(request, one.accountId)).toEqual([]);
});

test('a draft is there again after a reload, and can be cleared and taken back', async ({ page, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await openDesk(page);
  await take(page, one, 'Half a sentence about');
  await expect(page.getByText('draft kept on this computer')).toBeVisible();
  // The sign is there from the first letter on; the last ones are on the disk a moment later.
  await expect.poll(() => keptNotes(page)).toContain('Half a sentence about');
  await page.reload();
  await expect(page.getByLabel('What did they say?')).toHaveValue('Half a sentence about');
  await expect(page.getByRole('heading', { name: one.find })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByLabel('What did they say?')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('What did they say?')).toHaveValue('Half a sentence about');
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('another customer keeps the note, says so, and can be taken back', async ({ page, clientOf }) => {
  const leader = await clientOf('supervisor');
  const [one, other] = [await aCustomer(leader), await aCustomer(leader)];
  await openDesk(page);
  await take(page, one, 'Wants to know the price.');
  await finder(page).fill(other.find);
  await page.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: other.find })).toBeVisible();
  await expect(page.getByText('Customer changed; the note stays')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: one.find })).toBeVisible();
  await expect(page.getByLabel('What did they say?')).toHaveValue('Wants to know the price.');
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('with the line cut an entry waits, and goes out once when it is back', async ({
  page,
  world,
  request,
  clientOf,
}) => {
  const one = await aCustomer(await clientOf('supervisor'));
  const proxy = await startNetworkFaultProxy(world.url);
  await openDesk(page, `${proxy.url}/desk`);
  await take(page, one, 'Said while the line was down.');
  await end(page, 's');
  proxy.cut();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 entry is not sent yet')).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  expect(await logged(request, one.accountId)).toEqual([]);

  proxy.heal();
  await expect(page.getByText('1 entry is not sent yet')).toBeHidden({ timeout: 20_000 });
  expect((await logged(request, one.accountId)).map(({ note }) => note)).toEqual(['Said while the line was down.']);
  await proxy.stop();
});
