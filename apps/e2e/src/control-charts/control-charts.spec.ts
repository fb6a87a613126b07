import type { Page } from '@playwright/test';
import type { ControlChart } from '@forecall/contracts';
import { Client } from 'pg';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

const dayMilliseconds = 86_400_000;
/** The day in the organisation's zone, so many days ago. */
const day = (ago: number) => new Date(Date.now() + 8 * 3_600_000 - ago * dayMilliseconds).toISOString().slice(0, 10);
const percent = (value: number | null) => `${((value ?? 0) * 100).toFixed(1)}%`;
const source = 'control charts';

async function onDatabase<Row>(databaseUrl: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(text, [...values]);
  await client.end();
  return rows as Row[];
}

/** Five weeks of 40 contacts at ten each day, two of them complaints; eight of them in the last nine days. */
async function fill(databaseUrl: string): Promise<string> {
  const [department] = await onDatabase<{ id: string }>(
    databaseUrl,
    `SELECT id FROM department WHERE name = 'Service'`,
  );
  await onDatabase(
    databaseUrl,
    `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at,
       handling_department_id, answerable_department_id, first_sha256, complaint_mark, source, external_id)
     SELECT id, id, 'phone', 'in', 'service', 'handled', at, at, $1, $1, '\\x00',
       CASE WHEN n <= CASE WHEN ago <= 16 THEN 8 ELSE 2 END THEN 1 ELSE 0 END, $2, id::text
     FROM (SELECT gen_random_uuid() AS id, n, ago,
         (($3::date - ago) + time '10:00') AT TIME ZONE 'Asia/Shanghai' AS at
       FROM generate_series(8, 42) ago, generate_series(1, 40) n) made`,
    [department?.id, source, day(0)],
  );
  return department?.id ?? '';
}

const phases = (page: Page) => page.getByRole('region', { name: 'Limits and their phases' });
const form = (page: Page) => page.getByRole('complementary', { name: 'Begin the limits anew' });

test.afterEach(async ({ world }) => {
  await onDatabase(world.databaseUrl, 'DELETE FROM contact WHERE source = $1', [source]);
  await onDatabase(world.databaseUrl, 'DELETE FROM chart_baseline');
});

test('a chart is read by keys, told in words and as a table, and begun anew with a reason', async ({
  page,
  world,
  clientOf,
}) => {
  const department = await fill(world.databaseUrl);
  const period = `from=${day(42)}&to=${day(7)}`;
  const chart = async () => {
    const client = await clientOf('executive');
    const answer = await client.get(`/api/control-charts?metric=complaint-rate&department=${department}&${period}`);
    return (await answer.json()) as ControlChart;
  };
  const { points, phases: first } = await chart();
  expect(points).toHaveLength(35);
  await page.goto(`/control-charts/${department}?${period}`);

  // The finding, and each point by its keys.
  const plot = page.getByRole('slider', { name: /^Complaint rate, Service: / });
  await expect(plot).toHaveAccessibleName(/since .* 9 days in a row above usual/);
  await expect(plot).toHaveAccessibleName(new RegExp(`Usual is ${percent(first[0]!.centre)}`));
  await plot.press('Home');
  await expect(plot).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`${percent(points[0]!.value)}, 2 / 40, limits .*, usual ${percent(first[0]!.centre)}`),
  );
  await plot.press('End');
  await expect(plot).toHaveAttribute('aria-valuetext', /20\.0%, 8 \/ 40.*Eight in a row on one side of usual/);
  await plot.press('ArrowLeft');
  await expect(page.getByRole('region', { name: 'Western Electric rules' })).toContainText('met 21 times');
  await expectAccessible(page);

  // The rows behind the point that is read.
  await page.keyboard.press('.');
  const drawer = page.getByRole('dialog', { name: /^Complaint rate, Service/ });
  await expect(drawer.getByText('40 contacts').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // The same numbers as a table, by T; by hour and weekday with what they rest on.
  await page.keyboard.press('t');
  const row = page.getByRole('row').filter({ hasText: '8 in a row' }).first();
  await expect(row).toContainText('20.0%');
  await expect(page.locator('fc-control-chart-card tbody tr')).toHaveCount(35);
  const hours = page.locator('fc-chart-hours-card');
  await expect(hours.getByRole('gridcell', { name: /^Mon 10:00: .*, \d+ \/ 200/ })).toHaveAttribute('data-note', '200');
  await hours.getByRole('button', { name: 'Table' }).click();
  await expect(hours.getByRole('row')).toHaveCount(8);
  await expectAccessible(page);
  await page.keyboard.press('t');

  // Anew from the day on which it rose, which is proposed.
  await page.keyboard.press('r');
  await expect(form(page)).toBeVisible();
  const from = form(page).getByRole('textbox', { name: 'First day' });
  await from.fill(day(16));
  await form(page).getByRole('button', { name: 'Begin them anew' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Reason' })).toHaveAttribute('aria-invalid', 'true');
  await form(page).getByLabel('Reason').fill('The repair shop moved');
  await expectAccessible(page);
  await form(page).getByRole('button', { name: 'Begin them anew' }).click();
  await expect(page.locator('fc-toast-host')).toContainText('Limits begin anew on');
  await expect(phases(page).getByRole('listitem').first()).toContainText('The repair shop moved');
  await expect(plot).toHaveAccessibleName(
    /No day of 35 lies beyond its limits; what differs is within chance\. Usual is 20\.0% by now/,
  );
  expect((await chart()).phases.map(({ reason }) => reason)).toEqual([null, 'The repair shop moved']);

  // Undone at once, by key; begun anew again, and undone from the list. Both are told.
  await page.keyboard.press('Control+z');
  await expect(phases(page).getByText(/undone by 赵敏/)).toHaveCount(1);
  await expect(plot).toHaveAccessibleName(/in a row above usual/);
  await page.keyboard.press('r');
  await from.fill(day(16));
  await form(page).getByLabel('Reason').fill('The repair shop moved indeed');
  await form(page).getByRole('button', { name: 'Begin them anew' }).click();
  await phases(page)
    .getByRole('button', { name: /^Undo: Anew since/ })
    .click();
  await expect(phases(page).getByText(/undone by 赵敏/)).toHaveCount(2);
  await expectAccessible(page);
});

test('too few days freeze nothing, other questions are in the address, and other places lead here', async ({
  browser,
  page,
  world,
  sessionOf,
}) => {
  const department = await fill(world.databaseUrl);
  await page.goto(`/control-charts/${department}?from=${day(42)}&to=${day(7)}`);
  await page.getByRole('slider').waitFor();
  await page.keyboard.press('f');
  const freeze = page.getByRole('complementary', { name: 'Freeze the limits' });
  await freeze.getByRole('textbox', { name: 'First day' }).fill(day(42));
  await freeze.getByRole('textbox', { name: 'Last day' }).fill(day(40));
  await freeze.getByLabel('Reason').fill('Before the shop moved');
  await freeze.getByRole('button', { name: 'Freeze them' }).click();
  await expect(freeze.getByText('is not 7 to 400 days from the first')).toBeVisible();
  await freeze.getByRole('textbox', { name: 'Last day' }).fill(day(17));
  await freeze.getByRole('button', { name: 'Freeze them' }).click();
  await expect(phases(page).getByRole('listitem').first()).toContainText('usual 5.0% from 26 days');
  await expect(page.getByRole('slider')).toHaveAccessibleName(/9 of 35 days lie beyond their limits/);

  await page.getByRole('button', { name: /^Rules / }).click();
  await page.getByRole('menuitemradio', { name: 'Nelson rules' }).click();
  await page.getByRole('button', { name: /^Chart / }).click();
  await page.getByRole('menuitemradio', { name: 'p′ chart (Laney)' }).click();
  await page.getByRole('button', { name: /^Period / }).click();
  await page.getByRole('dialog', { name: 'Period' }).getByRole('button', { name: 'A year, by week' }).click();
  await expect(page).toHaveURL(/by=week.*/);
  await expect(page).toHaveURL(/rules=nelson/);
  await expect(page).toHaveURL(/kind=laney-p/);
  await expect(page.locator('fc-chart-rules-card')).toContainText('Fifteen in a row within 1 sigma of usual');
  await page.getByRole('button', { name: /^Figure / }).click();
  await page.getByRole('menuitemradio', { name: 'Satisfied answers', exact: true }).click();
  await expect(page.getByText('Nothing was counted in this period').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('?');
  await expect(page.getByText('Receipts of the point that is read')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/reports');
  await page.getByRole('link', { name: 'Control charts' }).click();
  await expect(page).toHaveURL(/control-charts\/[0-9a-f-]{36}/);
  await page.goto(`/board?department=${department}`);
  await page.getByRole('link', { name: 'Control chart', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`control-charts/${department}\\?metric=complaint-rate`));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kzt');
  await expect(page.getByRole('option', { name: /Control charts/ })).toBeVisible();

  // Whoever leads another department reads it, and changes nothing; in Chinese, narrow.
  const context = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', storageState: await sessionOf('head') },
    viewport: { width: 390, height: 844 },
  });
  const other = await context.newPage();
  await other.goto(`/control-charts/${department}?from=${day(42)}&to=${day(7)}`);
  await expect(other.getByRole('slider')).toHaveAccessibleName(/35 天中有 9 天超出界限/);
  await expect(other.getByRole('button', { name: '重新开始' })).toHaveCount(0);
  await expect(other.getByText('Before the shop moved').first()).toBeVisible();
  await expectAccessible(other);
  await context.close();
});
