import { readFile } from 'node:fs/promises';
import type { ComplaintDetail, ComplaintList } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { picked } from './files.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

const save = { name: /^Save the complaint/ };

test('a letter is entered by the keys, with its first receipt and its files, and a reload loses no word', async ({
  page,
  clientOf,
}) => {
  const summary = `Letter ${Date.now()}`;
  await page.goto('/complaints/new');
  await expect(page.getByRole('button', save)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Say on which day it was first received.')).toBeVisible();
  await expect(page.getByText('Choose what it is about.')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('First received on', { exact: true })).toBeFocused();
  await page.keyboard.type('-2');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('1');
  await expect(page.getByLabel('Answerable department').locator('option').first()).toContainText('by the reason');
  await page.getByLabel('What happened').fill(summary);
  await page.getByLabel('Remedy asked for').fill('Money back');
  await expect(page.getByText('Kept over a reload')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What happened')).toHaveValue(summary);

  await page.locator('fc-attachments input[type=file]').setInputFiles([picked.pdf, picked.lie, picked.text]);
  await page.route(/\/attachments\/.*note\.txt/, (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  const heading = page.getByRole('heading', { name: /^Complaint C-\d\d-\d{5} is entered$/ });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('link', { name: '海港银行.pdf' })).toBeVisible();
  const file = (name: string) => page.locator('fc-attachments li').filter({ hasText: name });
  await expect(file('receipt.png').locator('.fault')).toContainText('receipt.png ends in .png');
  await expect(file('note.txt').locator('.fault')).toBeVisible();
  const status = page.getByRole('status').filter({ has: heading });
  await expect(status).toContainText('receipt.png, note.txt have not arrived.');
  await expect(status).not.toContainText('on their way');
  await expectAccessible(page);

  await page.unroute(/\/attachments\/.*note\.txt/);
  await file('note.txt').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'note.txt' })).toBeVisible();
  await expect(status).toContainText('receipt.png has not arrived.');
  await page.getByRole('button', { name: 'Remove receipt.png' }).click();
  await expect(status).toContainText('It counts from its first receipt.');

  const client = await clientOf('rep');
  const { complaints } = (await (await client.get('/api/complaints?state=all')).json()) as ComplaintList;
  const { id } = complaints.find((one) => one.summary === summary)!;
  const complaint = (await (await client.get(`/api/complaints/${id}`)).json()) as ComplaintDetail;
  expect(complaint).toMatchObject({ channel: 'letter', remedySought: 'Money back' });
  expect(Date.parse(complaint.createdAt) - Date.parse(complaint.firstReceivedAt)).toBeGreaterThan(86_400_000);

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '海港银行.pdf' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('海港银行.pdf');
  expect((await readFile(await download.path())).equals(picked.pdf.buffer)).toBe(true);

  await page.getByRole('button', { name: 'Remove 海港银行.pdf' }).click();
  await expect(page.getByRole('link', { name: '海港银行.pdf' })).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('link', { name: '海港银行.pdf' })).toBeVisible();

  // A file that did not arrive is no file of the next complaint.
  await page.locator('fc-attachments input[type=file]').setInputFiles(picked.lie);
  await expect(status).toContainText('receipt.png has not arrived.');
  await page.getByRole('button', { name: 'Enter another' }).click();
  await expect(page.getByLabel('What happened')).toHaveValue('');
  await expect(page.locator('fc-attachments li')).toHaveCount(0);
});

test('what came more than 7 days ago is a supervisor’s to enter, and nothing lies in the future', async ({ page }) => {
  await page.goto('/complaints/new');
  const day = page.getByLabel('First received on', { exact: true });
  await day.fill('-20');
  await day.blur();
  await expect(page.getByText('More than 7 days ago', { exact: true })).toBeVisible();
  await expect(page.getByText('A supervisor or head enters it')).toBeVisible();
  await page.getByRole('button', save).click();
  await expect(page.getByText('More than 7 days ago: a supervisor or head enters this.')).toBeVisible();
  await day.fill('+1');
  await day.blur();
  await page.getByRole('button', save).click();
  await expect(page.getByText('This lies in the future.')).toBeVisible();
});

test('files are dropped and pasted too, and wait until there is a complaint', async ({ page }) => {
  await page.goto('/complaints/new');
  const box = page.locator('fc-attachments');
  await box.evaluate((host) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
    host.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    const pasted = new DataTransfer();
    pasted.items.add(new File(['pasted'], 'image.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
  });
  await expect(box.getByText('dropped.txt')).toBeVisible();
  await expect(box.getByText(/^image-\d{6}\.png$/)).toBeVisible();
  await expect(box.getByText('waiting')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove dropped.txt' }).click();
  await expect(box.getByText('dropped.txt')).toBeHidden();
});
