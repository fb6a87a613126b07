import { Client } from 'pg';
import type { ComplaintDetail, ComplaintName } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownDepartments, knownPeople } from '../world/known-people.js';
import { enter, openComplaint, submit, taskCard } from './complaints.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

test('an overdue complaint goes up to the supervisor, then to the head, live, and comes off their day with the answer', async ({
  browser,
  world,
  sessionOf,
  clientOf,
}) => {
  // What is overdue goes up with the next minute.
  test.setTimeout(150_000);
  const sql = new Client({ connectionString: world.databaseUrl });
  await sql.connect();
  await sql.query(
    `INSERT INTO clock_rule (id, kind, unit, amount) VALUES ($1, 'acknowledgement', 'elapsed', 86400), ($2, 'answer', 'calendar-days', 30)`,
    [uuid(), uuid()],
  );
  const supervisor = await clientOf('supervisor');
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM staff WHERE name = $1', [knownPeople.rep.name]);
  const letter = await supervisor.post('/api/complaints', {
    data: {
      ...{
        channel: 'letter',
        receivedAt: daysAgo(40),
        reasonId: knownDepartments.billing.reasonId,
        repId: rows[0]?.id,
      },
      complaint: { summary: 'Three letters without an answer.' },
    },
  });
  expect(letter.status(), await letter.text()).toBe(201);
  const complaint = (await letter.json()) as ComplaintName;
  // What others of this world receive is promised nothing.
  await sql.query('DELETE FROM clock_rule');
  await sql.end();

  const signedIn = async (role: 'supervisor' | 'head') =>
    (await browser.newContext({ baseURL: world.url, storageState: await sessionOf(role) })).newPage();
  const [page, day] = [await signedIn('supervisor'), await signedIn('head')];
  await openComplaint(page, complaint);
  const promised = page.getByRole('region', { name: 'Promised' });
  await expect(promised).toContainText(/Acknowledgement39 d over, was due/);
  await expect(promised).toContainText(/Answer\d+ d over, was due/);
  await expectAccessible(page);

  await day.goto('/day');
  const gone = day.locator('fc-duty-row', { hasText: `Answer complaint ${complaint.number}` });
  await expect(gone).toContainText('gone up to you', { timeout: 75_000 });
  await expect(gone).toContainText('with the head');
  await expectAccessible(day);
  await day.getByRole('button', { name: /^Notifications, / }).click();
  await expect(
    day.getByRole('menuitem', { name: new RegExp(`Answer complaint ${complaint.number}.*Overdue since`) }),
  ).toBeVisible();
  await day.keyboard.press('Escape');
  await page.goto('/day');
  await page.getByRole('link', { name: `Answer complaint ${complaint.number}`, exact: true }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('button', { name: 'Hand' })).toBeVisible();
  await expect(panel.getByText('Move', { exact: true })).toHaveCount(0);

  const steps = { acknowledge: {}, investigate: { skipped: { assessed: 'The customer has waited too long' } } };
  for (const [step, data] of Object.entries(steps)) {
    const taken = await supervisor.post(`/api/complaints/${complaint.id}/${step}`, { data });
    expect(taken.status(), await taken.text()).toBe(200);
  }
  await openComplaint(page, complaint);
  await enter(page, 'Write the answer');
  await taskCard(page).getByLabel('Told the customer by').selectOption('letter');
  await taskCard(page).getByLabel('What the customer is told').fill('You were right three times.');
  await submit(page, 'Write the answer');
  await expect(promised).toContainText(/Answerlate by \d+ d/);
  await expect(gone).toHaveCount(0);

  // The figures of this world are others' to look at.
  const { revision } = (await (await supervisor.get(`/api/complaints/${complaint.id}`)).json()) as ComplaintDetail;
  const data = { revision, why: 'Played through' };
  expect((await supervisor.post(`/api/complaints/${complaint.id}/void`, { data })).status()).toBe(200);
});
