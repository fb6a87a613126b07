import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aComplaint } from './rows.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

test('the promises that were kept stand above the complaints and open their rows', async ({
  page,
  clientOf,
  world,
}) => {
  const client = await clientOf('rep');
  const sql = new Client({ connectionString: world.databaseUrl });
  await sql.connect();
  const numbers: string[] = [];
  for (const metMinutesAgo of [50, 40, 35, 20, 10]) {
    const { id, number } = await aComplaint(client, { summary: 'Promised until half past' });
    numbers.push(number);
    await sql.query(
      `INSERT INTO clock (id, complaint_id, kind, unit, amount, started_at, due_soon_at, due_at, met_at)
       VALUES ($1, $2, 'acknowledgement', 'elapsed', 7200, now() - interval '150 minutes', now() - interval '90 minutes',
         now() - interval '30 minutes', now() - $3 * interval '1 minute')`,
      [uuid(), id, metMinutesAgo],
    );
  }
  await sql.end();
  await page.goto('/complaints');
  const figures = page.getByRole('group', { name: 'Promises to customers, due in the last 28 days' });
  const figure = figures.getByRole('button', { name: 'Acknowledged in time' });
  await expect(figure).toContainText('60.0%');
  await expect(figure).toContainText('3 of 5');
  await expect(figures.getByRole('button', { name: 'Resolved in time' })).toContainText('none due');
  await expectAccessible(page);
  await figure.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Acknowledged in time' });
  await expect(drawer.getByText('3 in time').first()).toBeVisible();
  await expect(drawer.getByText('2 hours · done').first()).toBeVisible();
  await expect(drawer.getByText('3 rows shown')).toBeVisible();
  await drawer.getByText('5 due').last().click();
  await expect(drawer.getByText('5 rows shown')).toBeVisible();
  for (const number of numbers) await expect(drawer.getByRole('link', { name: number })).toBeVisible();
  await expectAccessible(page);
});
