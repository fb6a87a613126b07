import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { chooseFile } from './choose-file.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

const definition = {
  ...{ name: 'mended-calls', title: 'Calls to mend', source: 'mended', zone: 'Asia/Shanghai' },
  recognises: { columns: ['Call', 'When', 'Stars'] },
  unit: { department: 'Mended', team: 'Mended 1' },
  contact: {
    externalId: { column: 'Call' },
    startedAt: { column: 'When', format: 'D.M.YYYY HH:mm' },
    ...{ channel: 'phone', outcome: 'handled' },
  },
  answers: [{ kind: 'csat', scale: 5, score: { column: 'Stars' } }],
};
const file = 'Call,When,Stars\nM1,2.3.2026 09:15,5\nM2,31.2.2026 08:00,9\nM3,3.3.2026 10:00,4\n';

test('bad rows are listed, downloaded, mended and sent again; an import is cancelled, and not undone where people work', async ({
  page,
  browser,
  world,
  clientOf,
  sessionOf,
}) => {
  test.setTimeout(120_000);
  const admin = await clientOf('admin');
  const saved = await admin.put('/api/import-presets/mended-calls', { data: { definition, revision: 0 } });
  expect(saved.ok(), await saved.text()).toBe(true);
  const database = new Client({ connectionString: world.databaseUrl });
  await database.connect();

  const check = async (text: string) => {
    await chooseFile(page, 'calls.csv', Buffer.from(text));
    await page.getByRole('button', { name: 'Take it Calls to mend' }).click();
    await expect(page.getByText('taken', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: '4 Check' }).click();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
  };
  // A line that is cut while the file goes out costs nothing: it is sent again as the same import.
  await page.route('**/api/imports/*?name=*', (route) => route.abort(), { times: 1 });
  await page.goto('/imports/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cut.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByRole('cell', { name: 'M3' })).toBeVisible();
  await expectAccessible(page);
  await check(file);
  const bad = page.getByRole('region', { name: 'Bad rows' });
  await expect(
    bad.getByRole('row', {
      name: /^3 When 31\.2\.2026 08:00 No date or time in this form: this day or time does not exist$/,
    }),
  ).toBeVisible();
  await expect(bad.getByRole('row', { name: /^3 Stars 9 Out of range: a whole score from 1 to 5$/ })).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bad.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('calls-refused.csv');
  const refused = readFileSync(await download.path(), 'utf8');
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('done', { exact: true })).toBeVisible();

  // While the table is locked the import stands where it is: it can be stopped there, and nothing of it stays.
  await check(refused.replace('31.2.', '28.2.').replace(',9,', ',3,'));
  await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeVisible();
  await database.query('BEGIN; LOCK TABLE contact IN EXCLUSIVE MODE');
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByRole('progressbar', { name: 'Progress of calls.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the import' }).click();
  await expect(page.getByText('ends with the rows in hand')).toBeVisible();
  await database.query('ROLLBACK');
  await expect(page.getByText('undone', { exact: true })).toBeVisible();
  await check(refused.replace('31.2.', '28.2.').replace(',9,', ',3,'));
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByText('done', { exact: true })).toBeVisible();

  await database.query(`UPDATE contact SET revision = 2 WHERE external_id = 'M2'`);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('Not undone: people have worked on 1 of its rows')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^Contact .*28 Feb.* changed/ })).toBeVisible();
  await database.end();

  const context = await browser.newContext({ storageState: await sessionOf('head') });
  const other = await context.newPage();
  await other.goto(`${world.url}/imports`);
  await expect(other.getByRole('heading', { name: 'Not allowed' }).first()).toBeVisible();
  await context.close();
});

test('a preset is copied, changed as text, exported, read from its file and deleted with undo', async ({
  page,
  clientOf,
}) => {
  await page.goto('/imports/presets');
  await page.getByRole('button', { name: /^Copy Consumer complaints/ }).click();
  await expect(page.getByRole('region', { name: 'Column Product', exact: true })).toBeVisible();
  await expect(page.getByText('Written in a way that has no fields here').first()).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'As text' }).check({ force: true });
  const text = page.getByRole('textbox', { name: /The whole preset as JSON/ });
  const written = JSON.parse(await text.inputValue()) as { zone: string; complaint: { steps: unknown[] } };
  expect(written.complaint.steps).toHaveLength(2);
  await text.fill(JSON.stringify({ ...written, zone: 'Berlin' }));
  await expect(page.getByText('is no time zone, such as Europe/Zurich')).toBeVisible();
  await text.fill(JSON.stringify(written));
  await page.getByLabel('Title').fill('Complaints of ours');
  await page.getByLabel('Name').fill('our-complaints');
  await page.getByRole('button', { name: 'Save as a new preset' }).click();
  await expect(page.getByText('saved as it is')).toBeVisible();

  // Somebody else saves first: both versions stand side by side.
  const theirs = { ...written, name: 'our-complaints', title: 'Complaints of theirs', source: 'theirs' };
  const admin = await clientOf('admin');
  const saved = await admin.put('/api/import-presets/our-complaints', { data: { definition: theirs, revision: 1 } });
  expect(saved.ok(), await saved.text()).toBe(true);
  await page.getByLabel('Title').fill('Complaints of mine');
  await page.getByRole('button', { name: 'Save the preset' }).click();
  const title = page.getByRole('group', { name: /^title/ });
  await expect(title).toContainText('Complaints of theirs');
  await expectAccessible(page);
  await title.getByRole('radio').last().check();
  await page.locator('fc-both-versions .primary').click();
  await expect(page.getByText('saved as it is')).toBeVisible();
  await expect(page.getByLabel('Source')).toHaveValue('theirs');

  await page.goto('/imports/presets');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export Complaints of mine' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ name: 'our-complaints' });
  await page.getByRole('button', { name: 'Delete Complaints of mine' }).click();
  await expect(page.getByRole('link', { name: 'Complaints of mine' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Complaints of mine' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(await download.path());
  await expect(page.getByLabel('Title')).toHaveValue('Complaints of mine');
  await page.getByRole('button', { name: 'Save as a new preset' }).click();
  await expect(page.getByText('There is a preset of this name already')).toBeVisible();
});
