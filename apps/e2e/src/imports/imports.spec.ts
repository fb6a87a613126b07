import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureReply } from '@forecall/contracts';
import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { chooseFile } from './choose-file.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

/** A file nobody has seen: semicolons, GB 18030, days before months, 0 for "not rated", people by their names. */
const stranger = readFileSync(join(import.meta.dirname, 'stranger.csv'));

const nowhere = '00000000-0000-7000-8000-000000000000';
const column = (page: Page, name: string) => page.getByRole('region', { name: `Column ${name}`, exact: true });

async function hold(page: Page, name: string, ...fields: string[]): Promise<void> {
  for (const field of fields) {
    await page.getByLabel(`What ${name} holds`).selectOption({ label: field });
    await expect(column(page, name).getByRole('group', { name: field })).toBeVisible();
  }
}

const figure = async (client: APIRequestContext, metric: string, by = ''): Promise<FigureReply> => {
  const scope = 'scope=department:' + (await departmentOf(client));
  const answer = await client.get(`/api/figures/${metric}?from=2026-03-01&to=2026-04-01&${scope}${by}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as FigureReply;
};

async function departmentOf(client: APIRequestContext): Promise<string> {
  const { departments } = (await (await client.get('/api/organisation')).json()) as {
    departments: { id: string; name: string }[];
  };
  return departments.find(({ name }) => name === '热线部')?.id ?? nowhere;
}

const bySupervisor = ({ groups }: FigureReply): [string | undefined, number, number | null][] =>
  groups.map(({ names, figure: { numerator, denominator } }) => [names[0]?.zh, numerator, denominator]);

test('a stranger’s file becomes figures by a preset that is made on the screen, adds nothing twice, and goes again', async ({
  page,
  clientOf,
}) => {
  // The whole way of a file, there and back: every step reads it in a thread of its own.
  test.setTimeout(120_000);
  await chooseFile(page, 'hotline.csv', stranger);
  await expect(page.getByLabel('Encoding')).toHaveValue('gb18030');
  await expect(page.getByLabel('Between columns')).toHaveValue(';');
  await expect(page.getByRole('cell', { name: '李娜' }).first()).toBeVisible();
  // Somebody who chooses wrongly sees it at the letters.
  await page.getByLabel('Encoding').selectOption('windows-1252');
  await expect(page.getByRole('cell', { name: '李娜' })).toHaveCount(0);
  await page.getByLabel('Encoding').selectOption('gb18030');
  await expect(page.getByRole('cell', { name: '李娜' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'On to the columns' }).click();

  await hold(page, '流水', 'Number in the source');
  await hold(page, '日期', 'Start');
  await column(page, '日期').getByRole('button', { name: 'D.M.YYYY', exact: true }).click();
  await column(page, '日期').getByLabel('Time in column').selectOption('时间');
  await hold(page, '坐席', 'Rep');
  await hold(page, '班长', 'Team', 'Supervisor of the team');
  await hold(page, '渠道', 'Channel');
  await page.getByLabel('“电话” means').selectOption({ label: 'Phone' });
  await page.getByLabel('“在线” means').selectOption({ label: 'Chat' });
  await hold(page, '通话秒', 'Talk');
  await hold(page, '评分', 'Satisfaction (CSAT)');
  await column(page, '评分').getByText('Blank cells').click();
  await column(page, '评分').getByLabel('0 means blank').check();
  await page.getByLabel('What 备注 holds').selectOption({ label: 'Note' });
  const fixed = page.getByRole('region', { name: 'What no column says' });
  await fixed.getByLabel('Department', { exact: true }).fill('热线部');
  await fixed.getByLabel('Department', { exact: true }).blur();
  const second = page.getByRole('article', { name: 'Row 3' });
  await expect(second).toContainText(/2 Mar.*09:40/);
  await expect(second).toContainText('60 s');
  await expect(second).not.toContainText('CSAT');
  await expectAccessible(page);

  // Nothing typed is lost between the steps, nor over a reload.
  await page.getByRole('link', { name: 'How is it written?' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'On to the columns' }).click();
  await expect(page.getByLabel('“在线” means')).toHaveValue('chat');
  await page.getByRole('button', { name: 'On to the check' }).click();

  const kept = page.getByRole('region', { name: 'Save as a preset' });
  await kept.getByLabel('Title').fill('Hotline');
  await kept.getByLabel('Name').fill('hotline-list');
  await kept.getByRole('button', { name: 'Save as a new preset' }).click();
  await expect(kept.getByText('saved as it is')).toBeVisible();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const found = page.getByRole('region', { name: 'What the check found' });
  await expect(found).toContainText('New staff 5: ');
  await expect(found).toContainText('New teams 2: 周敏, 何强');
  const executive = await clientOf('executive');
  expect((await figure(executive, 'handled')).total.numerator).toBe(0);
  await found.getByRole('button', { name: 'Import 8 rows' }).click();
  await expect(page.getByText('done', { exact: true })).toBeVisible();
  await expect(page.locator('fc-import-outcome')).toContainText(/2 Mar.* to .*4 Mar/);

  expect((await figure(executive, 'handled')).total.numerator).toBe(8);
  expect((await figure(executive, 'talk-mean')).total.value).toBe(150);
  const csat = await figure(executive, 'csat', '&by=supervisor');
  expect([csat.total.numerator, csat.total.denominator]).toEqual([3, 5]);
  expect(bySupervisor(csat).toSorted()).toEqual([
    ['何强', 1, 2],
    ['周敏', 2, 3],
  ]);
  const talk = await figure(executive, 'talk-mean', '&by=supervisor');
  expect(bySupervisor(talk).toSorted()).toEqual([
    ['何强', 600, 3],
    ['周敏', 600, 5],
  ]);

  // The same file again is known by the preset, and adds nothing.
  await chooseFile(page, 'hotline.csv', stranger);
  await expect(page.getByText('hotline-list')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByText('taken', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'On to the check' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(found).toContainText('nothing to import');
  await expect(found).toContainText('No row of the file is new and sound.');
  await page.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByText('cancelled', { exact: true })).toBeVisible();

  // Undone from the history, what it made goes with it; nobody had worked on it.
  await page.goto('/imports');
  await page
    .getByRole('row', { name: /hotline.csv.*done/ })
    .getByRole('link')
    .click();
  await expectAccessible(page);
  const panel = page.getByRole('complementary', { name: 'hotline.csv' });
  await panel.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('dialog')).toContainText('Undo the import of “hotline.csv”?');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(panel.getByText('undone', { exact: true })).toBeVisible();
  expect(await departmentOf(executive)).toBe(nowhere);
  const people = await (await clientOf('admin')).get(`/api/organisation/staff?search=${encodeURIComponent('李娜')}`);
  expect(await people.text()).not.toContain('李娜');
});

test('of a workbook the sheet is chosen, and what its columns hold is changed as text or by fields alike', async ({
  page,
}) => {
  const workbook = readFileSync(join(import.meta.dirname, '../../../api/src/imports/testing/ok/workbook/calls.xlsx'));
  await chooseFile(page, 'calls.xlsx', workbook);
  await expect(page.getByLabel('Sheet')).toBeVisible();
  await expect(page.getByLabel('Encoding')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'First rows' }).first().getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'On to the columns' }).click();
  await page.getByLabel('Channel', { exact: true }).selectOption('email');
  const parts = page.getByRole('region', { name: 'What a row is' });
  await parts.getByLabel('a complaint').check();
  await parts.getByLabel('a contact').uncheck();
  await expect(parts).toContainText('needs a contact, which receives it');
  await page.getByText('As text').click();
  const text = page.getByRole('textbox', { name: /The whole preset as JSON/ });
  await expect(text).toHaveValue(/"complaint": \{\}/);
  await expect(text).toHaveValue(/"format": "xlsx"/);
  await expect(text).not.toHaveValue(/"contact"/);
  // Accounts alone belong to no department; on them a word with a comma may mean nothing.
  await page.getByText('By columns').click();
  const fixed = page.getByRole('region', { name: 'What no column says' });
  await expect(fixed.getByLabel('Department', { exact: true })).toHaveCount(0);
  await parts.getByLabel('an account', { exact: true }).check();
  await expect(page.getByLabel('Keep what is not used as attributes of the account')).toBeChecked();
  await parts.getByLabel('a contact').check();
  await expect(page.getByLabel('Keep what is not used as attributes of the contact')).toBeChecked();
  await expect(fixed.getByLabel('Department', { exact: true })).toBeVisible();
  const contacts = fixed.getByRole('group', { name: 'Which rows are contacts' });
  await contacts.getByLabel('Told by column').selectOption({ index: 1 });
  await contacts.getByLabel('Where it says').fill('01/01/1970, 00:00\nnone');
  await contacts.getByLabel('Where it says').blur();
  const [first] = await page.getByLabel(/^What .* holds$/).all();
  await first?.selectOption({ label: 'An attribute of the account' });
  await expect(page.getByRole('group', { name: /^Account: attribute/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByText('As text').click();
  await expect(text).toHaveValue(/"01\/01\/1970, 00:00",\s*"none"/);
  await expect(text).toHaveValue(/"account": \{\s*"attributes": \{/);
  await page.getByText('By columns').click();
  await parts.getByLabel('a contact').uncheck();
  // What was said of a part that was off comes back with it.
  await parts.getByLabel('a contact').check();
  await expect(page.getByLabel('Channel', { exact: true })).toHaveValue('email');
});
