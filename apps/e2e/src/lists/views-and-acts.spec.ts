import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aComplaint } from './rows.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a view is kept, renamed, shown first, deleted and brought back', async ({ page }) => {
  await page.goto('/complaints?severity=money&ownerId=me');
  await page.getByRole('button', { name: 'Views' }).click();
  const menu = page.getByRole('dialog', { name: 'Views' });
  await menu.getByLabel('Name for what is shown').fill('Money, mine');
  await menu.getByRole('button', { name: 'Keep this view' }).click();
  await expect(page.getByText('View Money, mine kept')).toBeVisible();
  await expectAccessible(page);
  await menu.getByRole('button', { name: 'Rename Money, mine' }).click();
  await menu.getByLabel('New name').fill('My money');
  await menu.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(menu.getByRole('link', { name: 'My money' })).toBeVisible();
  await menu.getByRole('button', { name: 'My money: show when the page opens' }).click();
  await expect(menu.getByRole('button', { name: 'My money: show when the page opens', pressed: true })).toBeVisible();

  await page.goto('/complaints');
  await expect(page).toHaveURL(/severity=money/);
  await expect(page.getByRole('button', { name: 'My money' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).first().click();
  await expect(page).not.toHaveURL(/severity/);

  await page.getByRole('button', { name: 'Views' }).click();
  await menu.getByRole('button', { name: 'Delete My money' }).click();
  await expect(menu.getByText('No view kept yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Views' }).click();
  await menu.getByRole('link', { name: 'My money' }).click();
  await expect(page).toHaveURL(/ownerId=me/);
});

test('what the list shows is exported, and no name is run as a formula', async ({ page, clientOf }) => {
  const word = `export-${Date.now()}`;
  const summary = `=HYPERLINK("http://example.test/${word}","free")`;
  const { number } = await aComplaint(await clientOf('rep'), { summary, severity: 'money' });
  await page.goto(`/complaints?search=${word}`);
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  const take = async (name: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    const download = await coming;
    return { file: await readFile(await download.path()), name: download.suggestedFilename() };
  };
  const csv = await take('CSV');
  expect(csv.name).toMatch(/^complaints-\d{4}-\d\d-\d\d\.csv$/);
  const rows = parse<Record<string, string>>(csv.file, { bom: true, columns: true });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ Number: number, 'What happened': `'${summary}`, Harm: 'money' });
  await page.goto(`/complaints?search=${word}`);
  const [sheet] = await readXlsxFile((await take('Excel')).file);
  expect(sheet?.data[1]).toContain(summary);
  expect(sheet?.data[1]?.filter((cell) => cell instanceof Date)).toHaveLength(2);
});

test('several complaints get an owner at once, what was changed meanwhile is told, and it can be undone', async ({
  page,
  clientOf,
}) => {
  const client = await clientOf('rep');
  const word = `assign-${Date.now()}`;
  const stale = await aComplaint(client, { summary: `${word} one` });
  await aComplaint(client, { summary: `${word} two` });
  await aComplaint(client, { summary: `${word} three` });
  await page.goto(`/complaints?search=${word}`);
  const owned = (name: string) => page.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) });
  await expect(owned('Lin Wei')).toHaveCount(3);
  for (const press of ['j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(press);
  await expect(page.getByText('3 selected')).toBeVisible();
  expect((await client.post(`/api/complaints/${stale.id}/acknowledge`, { data: {} })).ok()).toBe(true);

  await page.keyboard.press('a');
  const panel = page.getByRole('complementary', { name: 'Owner of 3 complaints' });
  await panel.getByLabel('Owner').fill('Mary');
  await page.getByRole('option', { name: /Mary Osei/ }).click();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByText('2 complaints assigned to Mary Osei')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(`${stale.number} was changed meanwhile`);
  await expect(owned('Mary Osei')).toHaveCount(2);
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(owned('Lin Wei')).toHaveCount(3);
});
