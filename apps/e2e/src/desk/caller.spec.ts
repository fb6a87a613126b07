import type { Page } from '@playwright/test';
import type { ComplaintDetail, CustomersFound } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aCustomer, logged } from './customers.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const note = (page: Page) => page.getByLabel('What did they say?');
const finder = (page: Page) => page.getByRole('combobox', { name: 'Who is it?' });
const reason = (page: Page) => page.getByRole('combobox', { name: 'What is it about?' });
const popAt = (page: Page, phone: string) => page.goto(`/desk?phone=${encodeURIComponent(phone)}`);

/** Counts what the hands do besides writing: each key of "Control+Enter" is one. */
function countedKeys(page: Page) {
  let strokes = 0;
  return {
    press: async (keys: string) => {
      strokes += keys.split('+').length;
      await page.keyboard.press(keys);
    },
    strokes: () => strokes,
  };
}

test('a call from a known number opens the form with its customer, and is saved by few keys', async ({
  page,
  request,
  clientOf,
}) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await popAt(page, one.phone);
  await expect(page.getByRole('heading', { name: one.person })).toBeVisible();
  await expect(reason(page)).toBeFocused();
  await expect(page).toHaveURL(/\/desk$/);

  const keys = countedKeys(page);
  await keys.press('1');
  await expect(note(page)).toBeFocused();
  await page.keyboard.type('Wants a copy of the invoice.');
  await keys.press('Alt+s');
  await expectAccessible(page);
  await keys.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  expect(keys.strokes()).toBeLessThanOrEqual(15);
  expect(await logged(request, one.accountId)).toMatchObject([
    { person: { name: one.person }, note: 'Wants a copy of the invoice.', resolved: true, direction: 'in' },
  ]);
});

test('a complaint from a known number takes ten keys more at most', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await popAt(page, one.phone);
  await expect(reason(page)).toBeFocused();
  const keys = countedKeys(page);
  await keys.press('1');
  await expect(note(page)).toBeFocused();
  await page.keyboard.type('The invoice was taken twice.');
  await keys.press('Alt+c');
  await keys.press('Tab');
  await expect(page.getByLabel('Remedy asked for')).toBeFocused();
  await page.keyboard.type('The money back');
  await keys.press('Tab');
  await keys.press('2');
  await expectAccessible(page);
  await keys.press('Control+Enter');
  await expect(page.getByText(/Complaint C-\d\d-\d+ logged/)).toBeVisible();
  expect(keys.strokes()).toBeLessThanOrEqual(25);
  const [contact] = await logged(request, one.accountId);
  const complaint = await request.get(`/api/complaints/${contact?.complaint?.id}`);
  expect(await complaint.json()).toMatchObject({ remedySought: 'The money back', severity: 'money' });
});

test('of several people with a number one is chosen by its digit', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'), 2);
  await popAt(page, one.phone);
  const choice = page.getByRole('region', { name: 'Which of them is it?' });
  await expect(choice.getByRole('button')).toHaveCount(2);
  await expectAccessible(page);
  await choice.getByRole('button').first().focus();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Ben Moreno' })).toBeVisible();
  await expect(reason(page)).toBeFocused();
  expect(await logged(request, one.accountId)).toEqual([]);
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('an unknown caller is made in one line, and logged', async ({ page, request }) => {
  const stamp = Date.now() % 1_000_000;
  await popAt(page, `+8621${60_000_000 + stamp}`);
  const line = page.getByRole('region', { name: 'New customer' });
  await expect(line.getByLabel('Name')).toBeFocused();
  await expect(line.getByLabel('Telephone')).toHaveValue(`+8621${60_000_000 + stamp}`);
  await page.keyboard.type(`陆小凤${stamp}`);
  await page.keyboard.press('Tab');
  await page.keyboard.type(`西门货运${stamp}`);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `陆小凤${stamp}` })).toBeVisible();
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('Alt+f');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  const found = await request.get('/api/customers/find', { params: { q: `lxf${stamp}` } });
  const { people } = (await found.json()) as CustomersFound;
  const again = await request.get('/api/customers/find', { params: { q: `陆小凤${stamp}` } });
  const [person] = [...people, ...((await again.json()) as CustomersFound).people];
  expect(person?.account.name).toBe(`西门货运${stamp}`);
  expect(await logged(request, person?.account.id ?? '')).toHaveLength(1);
});

test('a new customer that is there already is told, and taken in its place', async ({ page, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await page.goto('/desk');
  await page.getByRole('button', { name: 'New customer' }).click();
  const line = page.getByRole('region', { name: 'New customer' });
  await line.getByLabel('Name').fill('Somebody Else');
  await line.getByLabel('Company').fill(`${one.find.toUpperCase()} Co., Ltd.`);
  await line.getByRole('group', { name: 'These may be the same:' }).getByRole('button', { name: one.find }).click();
  await expect(line.getByLabel('Company')).toHaveValue(one.find);
  await line.getByLabel('Telephone').fill('12');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('This is no telephone number');
  await line.getByLabel('Telephone').fill(one.phone);
  await line.getByRole('button', { name: `${one.person}, ${one.find}` }).click();
  await expect(page.getByRole('heading', { name: one.person })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('the keys of a Chinese input method choose characters, not customers', async ({ page, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await page.goto('/desk');
  await finder(page).focus();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.imeSetComposition', { text: 'hai gang', selectionStart: 8, selectionEnd: 8 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await finder(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await finder(page).dispatchEvent('keydown', { key: 'Process' });
  await expect(finder(page)).toHaveValue('hai gang');
  await browser.send('Input.insertText', { text: '海港' });
  await expect(finder(page)).toHaveValue('海港');
  // What was found for the word before is still shown: Enter means what is typed.
  await page.keyboard.press('Control+a');
  await page.keyboard.type(one.find);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: one.find })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('what was saved is undone by a key, and stands in the form again', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await popAt(page, one.phone);
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.type('Said too soon.');
  await page.keyboard.press('Alt+c');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Complaint C-\d\d-\d+ logged/)).toBeVisible();
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(note(page)).toHaveValue('Said too soon.');
  await expect(page.getByRole('heading', { name: one.person })).toBeVisible();
  expect(await logged(request, one.accountId)).toEqual([]);
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  expect(await logged(request, one.accountId)).toMatchObject([{ note: 'Said too soon.', complaint: null }]);
});

test('what is undone after the next was begun waits beside it', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await popAt(page, one.phone);
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.type('The first one.');
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  await note(page).fill('The next one.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Take it up' })).toBeVisible();
  await expect(note(page)).toHaveValue('The next one.');
  expect(await logged(request, one.accountId)).toEqual([]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Take it up' }).click();
  await expect(note(page)).toHaveValue('The first one.');
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('a contact is handed over, and goes on in the same conversation', async ({ page, request, clientOf }) => {
  const one = await aCustomer(await clientOf('supervisor'));
  await popAt(page, one.phone);
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.type('Wants to know when they come.');
  await page.keyboard.press('Alt+h');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose who goes on with it.')).toBeVisible();
  await page.getByLabel('Who goes on with it?').fill('Lin Wei');
  await expect(page.locator('mat-option')).toHaveText([/Lin Wei/]);
  await page.getByRole('option', { name: /Lin Wei/ }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  const [first] = await logged(request, one.accountId);

  await page.goto('/day');
  await page
    .getByRole('link', { name: `Go on with ${one.person}` })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open what it is about' }).click();
  await expect(page.getByText('Handed over by Lin Wei')).toBeVisible();
  await expect(page.getByText('Wants to know when they come.')).toBeVisible();
  await expect(page.getByRole('heading', { name: one.person })).toBeVisible();
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  const [next] = await logged(request, one.accountId);
  expect(next).toMatchObject({ transferredFrom: first?.id, conversationId: first?.conversationId, resolved: true });
});

test('who complains again is linked to what they complained of before, by a key', async ({
  page,
  request,
  clientOf,
}) => {
  const one = await aCustomer(await clientOf('supervisor'));
  const complain = async (text: string) => {
    await popAt(page, one.phone);
    await expect(reason(page)).toBeFocused();
    await page.keyboard.press('1');
    await page.keyboard.type(text);
    await page.keyboard.press('Alt+c');
  };
  const saved = async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Complaint C-\d\d-\d+ logged/)).toBeVisible();
  };
  await complain('Charged twice.');
  await expect(page.getByText('Complained of lately')).toBeHidden();
  await saved();
  const [first] = await logged(request, one.accountId);

  await complain('Charged twice again.');
  const link = page.getByRole('button', { name: first?.complaint?.number });
  await expect(link).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Alt+l');
  await expect(link).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await saved();
  const [again] = await logged(request, one.accountId);
  const complaint = (await (await request.get(`/api/complaints/${again?.complaint?.id}`)).json()) as ComplaintDetail;
  expect(complaint.repeatOf).toMatchObject({ id: first?.complaint?.id });
});
