import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aComplaint } from './rows.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('the address is the list: filters, back, and what is found nowhere', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const word = `printer-${Date.now()}`;
  const late = await aComplaint(client, { summary: `Our ${word} was charged twice`, severity: 'money' });
  await aComplaint(client, { summary: `The ${word} is late`, severity: 'small' });
  await aComplaint(client, { summary: 'Not searched for', severity: 'money' });

  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByText('2 complaints')).toBeVisible();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Harm' }).click();
  await page.getByRole('option', { name: 'money' }).click();
  await expect(page).toHaveURL(new RegExp(`search=${word}&severity=money`));
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: late.number })).toHaveAttribute('href', `/complaints/${late.id}`);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('row')).toHaveCount(3);

  await page.goto(`/complaints?search=${word}&severity=stopped-work&ownerId=nobody&state=nonsense`);
  await expect(page.getByText('No complaint matches all 3 filters')).toBeVisible();
  await page.goto(`/complaints?search=${word}&severity=stopped-work`);
  await expect(page.getByText('Without “Harm: stopped work” there are 2.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take this filter out' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('J and K walk the rows, X selects, Shift X the range', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const word = `walk-${Date.now()}`;
  const numbers: string[] = [];
  for (let n = 0; n < 4; n += 1) numbers.unshift((await aComplaint(client, { summary: `${word} ${n}` })).number);

  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: numbers[0] })).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: numbers[2] })).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}$/);
});

test('a long list is read on as one scrolls, and draws only what is in sight', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const word = `long-${Date.now()}`;
  for (let n = 0; n < 70; n += 1) await aComplaint(client, { summary: `${word} ${n}` });

  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByText('70 complaints')).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(65);
  // The end is that of what has been read so far; there it reads on.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByText(`${word} 0`, { exact: true })).toBeInViewport({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByText('70 complaints')).toBeInViewport();
});

test('what comes while one reads waits above and moves nothing', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const word = `live-${Date.now()}`;
  await aComplaint(client, { summary: `${word} first` });
  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  const before = await page.getByText(`${word} first`).boundingBox();
  await aComplaint(client, { summary: `${word} second` });
  const bar = page.getByRole('button', { name: '1 new' });
  await expect(bar).toBeVisible({ timeout: 15_000 });
  expect(await page.getByText(`${word} first`).boundingBox()).toEqual(before);
  await bar.click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(bar).toBeHidden();
});

test('on a narrow screen each row is a card of two lines', async ({ page, clientOf }) => {
  const client = await clientOf('rep');
  const word = `narrow-${Date.now()}`;
  const { number } = await aComplaint(client, { summary: `${word} and more` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expect(page.getByText(`${word} and more`)).toBeVisible();
  expect((await page.getByRole('row').last().boundingBox())?.height).toBe(66);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});
