import type { PlanDay } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { pressAtOnce } from '../press-at-once.js';
import { expect } from '../test.js';
import { dayOf, dueAccounts, test } from './caller-world.js';

test.use({ company: 'of the plan' });
test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('a supervisor goes by keys from the week to a day, moves a call to another caller and day, and takes it back', async ({
  page,
  world,
  clientOf,
}) => {
  const rep = await clientOf('rep');
  await dayOf(rep);
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ zone: string }>('SELECT zone FROM organisation');
  const today = localDay(new Date(), rows[0]!.zone);
  await client.query(
    `WITH colleague AS (INSERT INTO staff (id, name) VALUES ($1, 'Zhou Min') RETURNING id)
     INSERT INTO membership (id, staff_id, team_id)
     SELECT $2, colleague.id, m.team_id FROM colleague, membership m JOIN staff s ON s.id = m.staff_id WHERE s.name = 'Lin Wei'`,
    [uuid(), uuid()],
  );
  const supervisor = await clientOf('supervisor');
  const placeOf = async (name: string, on: string) => {
    const { callers } = (await (await supervisor.get(`/api/call-plan/day?on=${on}`)).json()) as PlanDay;
    const caller = callers.find(({ calls }) => calls.some(({ account }) => account.name === name));
    return caller?.staff.name;
  };

  await page.goto('/calls');
  await expect(page.getByRole('rowheader', { name: 'Zhou Min' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Lin Wei, .*: 4 \/ 12/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: /^Zhou Min, / }).and(page.locator(':focus'))).toContainText('0 / 12');
  await page.keyboard.press('Enter');
  const own = page.getByRole('region', { name: 'Lin Wei' });
  await expect(own.locator('[data-call]')).toHaveCount(dueAccounts.length);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const second = own.locator('[data-call]').nth(1);
  await expect(second).toBeFocused();
  const name = ((await second.locator('.clip').textContent()) ?? '').trim();
  await expect(page.locator('fc-call-facts')).toContainText(name);
  await expectAccessible(page);

  await page.keyboard.press('m');
  const bar = page.getByRole('application', { name: `Moving ${name}` });
  await expect(bar).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(bar).toContainText('to Zhou Min');
  await expect(bar).toContainText('then 1 / 12');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(second).toBeFocused();
  await pressAtOnce(page, ['m', 'ArrowRight', 'Escape']);
  await expect(bar).toBeHidden();
  await expect(second).toBeFocused();
  await page.keyboard.press('m');
  await expect(bar).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(bar).toContainText('to Zhou Min');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'Move the call' });
  await expect(form.getByLabel('Why')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.getByText('This is missing')).toBeVisible();
  await page.keyboard.type('Lin Wei has a full day');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(new RegExp(`^${name}: moved to`))).toBeVisible();
  // Where the bar of the call that one looks at is at the foot of the window, the toast stands above it.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 400 });
  const [toast, foot] = [page.locator('.toast'), page.locator('.looked-at')];
  const isAbove = async () => {
    const [over, under] = [await toast.boundingBox(), await foot.boundingBox()];
    return over && under && over.y + over.height <= under.y;
  };
  await expect.poll(isAbove).toBe(true);
  if (size) await page.setViewportSize(size);
  const other = page.getByRole('region', { name: 'Zhou Min' });
  await expect(other.locator('[data-call]')).toHaveText([new RegExp(name)]);
  expect(await placeOf(name, addDays(today, 1))).toBe('Zhou Min');

  await page.keyboard.press('Control+z');
  await expect(page.getByText(`${name}: as before`)).toBeVisible();
  await expect(own.locator('[data-call]')).toHaveCount(dueAccounts.length);
  expect(await placeOf(name, today)).toBe('Lin Wei');

  // Enter opens the brief, whoever makes the call; what the picture shows is there as a table too.
  await page.keyboard.press('t');
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(dueAccounts.length + 1);
  await expect(table).toContainText(name);
  await expectAccessible(page);
  await page.keyboard.press('t');
  await own.locator('[data-call]').first().focus();
  const first = ((await own.locator('[data-call]').first().locator('.clip').textContent()) ?? '').trim();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: first })).toBeVisible();

  // Late calls that went up stand in one's day as so many of their caller, each due all of a day.
  const { staffId } = (await (await supervisor.get('/api/session')).json()) as { staffId: string };
  await client.query(
    `WITH late AS (
       INSERT INTO duty (id, kind, owner_id, due_at, source_entity, source_id, parameters)
       SELECT gen_random_uuid(), 'proactive-call', p.staff_id, ($1::date - 1)::timestamp AT TIME ZONE $2, 'planned_call', p.id, '{}'
       FROM planned_call p JOIN staff s ON s.id = p.staff_id WHERE s.name = 'Lin Wei' ORDER BY p.due_on, p.id LIMIT 3
       RETURNING id)
     INSERT INTO duty_above (duty_id, level, staff_id) SELECT id, 'supervisor', $3 FROM late`,
    [today, rows[0]!.zone, staffId],
  );
  await client.end();
  await page.goto('/day');
  const late = page.getByRole('listitem').filter({ hasText: '3 calls of Lin Wei are late' });
  await expect(late).toContainText(/since \w{3} \d+ \w{3}/);
  await expect(late).not.toContainText('00:00');
  await expectAccessible(page);
  await late.getByRole('link', { name: '3 calls of Lin Wei' }).click();
  await expect(page.getByLabel('Whose calls?')).toHaveValue(/.+/);
  await expect(page).toHaveURL(/\/calls\?staff=/);
});

test('the load in Chinese, which another’s move changes at once', async ({ browser, world, sessionOf, clientOf }) => {
  const context = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', storageState: await sessionOf('head') },
  });
  const page = await context.newPage();
  await page.goto('/calls/plan?view=load');
  await expect(page.getByRole('columnheader').nth(1)).toContainText('周');
  await expectAccessible(page);
  await page.keyboard.press('1');
  const blocks = page.getByRole('region', { name: 'Lin Wei' }).locator('[data-call]');
  await expect(blocks).toHaveCount(dueAccounts.length);
  const rep = await clientOf('rep');
  const { calls, day } = await dayOf(rep);
  const [call] = calls;
  const data = { revision: call!.revision, on: addDays(day, 6) };
  expect((await rep.post(`/api/planned-calls/${call!.id}/ask`, { data })).status()).toBe(200);
  await expect(blocks).toHaveCount(dueAccounts.length - 1);
  await context.close();
});
