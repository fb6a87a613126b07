import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { aComplaint } from '../lists/rows.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

test('the clocks stand while it is the customer’s turn, and run on', async ({ page, clientOf, world }) => {
  const { id, number } = await aComplaint(await clientOf('rep'), { summary: 'The invoice is not mine' });
  const sql = new Client({ connectionString: world.databaseUrl });
  await sql.connect();
  await sql.query(
    `INSERT INTO clock (id, complaint_id, kind, unit, amount, allows_pauses, started_at, due_soon_at, due_at)
     VALUES ($1, $2, 'answer', 'calendar-days', 9, true, now(), now() + interval '4 days', now() + interval '9 days')`,
    [uuid(), id],
  );
  await sql.end();
  await page.goto(`/complaints/${number}`);
  const promised = page.getByRole('region', { name: 'Promised' });
  await expect(promised).toContainText('left, due');
  await promised.getByRole('button', { name: 'Pause' }).press('Enter');
  const form = page.getByRole('region', { name: 'Pause the clocks' });
  await expect(form.getByLabel('Why')).toBeFocused();
  await form.getByLabel('Why').fill('The customer looks for the invoice');
  await form.getByRole('button', { name: 'Pause' }).click();
  await expect(promised).toContainText('paused since');
  await expect(page.getByText(`The clocks of ${number} are paused`)).toBeVisible();
  const line = page.getByRole('region', { name: 'Time line' });
  await expect(line).toContainText('Clock paused: Answer');
  await expect(line).toContainText('The customer looks for the invoice');
  await expectAccessible(page);
  await promised.getByRole('button', { name: 'Run on' }).click();
  await expect(promised).toContainText('left, due');
  await expect(line).toContainText('Clock runs on: Answer');
});
