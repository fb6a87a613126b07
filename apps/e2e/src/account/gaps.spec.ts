import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { anAccount, card } from './accounts.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

/** Its first person has answered what they expect and how they find us, in one dimension. */
async function answered(databaseUrl: string, accountId: string, scores: Readonly<Record<string, number>>) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const [formId, versionId, askId] = [uuid(), uuid(), uuid()];
  await client.query(
    `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '9 days')`,
    [uuid(), accountId],
  );
  await client.query(`INSERT INTO survey_form (id, kind, name_en, name_zh) VALUES ($1, 'several', 'Yearly', '年度')`, [
    formId,
  ]);
  await client.query(
    `INSERT INTO form_version (id, form_id, n, content, published_at) VALUES ($1, $2, 1, '{}', now())`,
    [versionId, formId],
  );
  await client.query(
    `INSERT INTO survey_ask (id, version_id, about, account_id, person_id, channel, locale, state, send_at, asked_at,
       answered_at, expires_at, handling_department_id, answerable_department_id)
     SELECT $1, $2, 'account', p.account_id, p.id, 'mail', 'en', 'answered', now(), now(), now(), now(), d.id, d.id
     FROM department d, person p WHERE p.account_id = $3 ORDER BY p.id LIMIT 1`,
    [askId, versionId, accountId],
  );
  for (const [n, [item, score]] of Object.entries(scores).entries())
    await client.query(
      `INSERT INTO answer (id, ask_id, account_id, kind, item, scale, score, text, entered_how, at, handling_department_id,
         answerable_department_id)
       SELECT $1, a.id, a.account_id, 'item', $3, 7, $4, $5, 'survey', now(), a.handling_department_id,
         a.answerable_department_id FROM survey_ask a WHERE a.id = $2`,
      [uuid(), askId, item, score, n === 0 ? 'Slow of late' : ''],
    );
  await client.end();
}

test('an account shows what its people expect and how they find us, wide and narrow', async ({
  page,
  clientOf,
  world,
}) => {
  const { id } = await anAccount(await clientOf('supervisor'));
  await answered(world.databaseUrl, id, {
    ...{ 'reliability-expectation': 7, 'reliability-perception': 4 },
    ...{ 'empathy-expectation': 5, 'empathy-perception': 6 },
  });
  // Whole, so that nothing stands half under the bar at the top.
  await page.setViewportSize({ width: 1440, height: 1800 });
  await page.goto(`/accounts/${id}`);
  const gaps = card(page, 'Expected and perceived');
  const row = (name: string) => gaps.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Reliability')).toHaveText(/Reliability\s*7\s*4\s*−3/);
  await expect(row('Empathy')).toHaveText(/Empathy\s*5\s*6\s*\+1/);
  await expect(gaps).toContainText(/(Ava|Ben) Moreno/);
  await expect(gaps.getByText('Slow of late')).toBeVisible();
  await gaps.getByText('1 answer so far').press('Enter');
  await expect(gaps).toContainText('1 of 2 dimensions falls short');
  await expectAccessible(page);
  // Beside whoever answered stands the same, and beside the others nothing.
  const people = card(page, 'People');
  const panel = page.locator('fc-person-panel');
  const [, who = ''] = /(Ava|Ben) Moreno/.exec(await gaps.innerText()) ?? [];
  await people.getByRole('button', { name: `${who} Moreno` }).click();
  await panel.getByText('1 answer so far').press('Enter');
  await expect(panel.getByText('Slow of late')).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Close' }).click();
  await people.getByRole('button', { name: `${who === 'Ava' ? 'Ben' : 'Ava'} Moreno` }).click();
  await expect(panel.getByText('Never asked yet.')).toBeVisible();
  await expect(panel).not.toContainText('answer so far');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(row('Reliability')).toHaveText(/−3/);
  const widthOf = () => gaps.locator('table').evaluate((table) => table.getBoundingClientRect().right);
  expect(await widthOf()).toBeLessThanOrEqual(390);
});
