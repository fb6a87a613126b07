import type { CallRules } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

test('a cadence is set for a class and tier and taken back; the rules are saved unless somebody was first', async ({
  page,
  request,
  clientOf,
}) => {
  const read = async () => (await (await request.get('/api/call-rules')).json()) as CallRules;
  await page.goto('/call-rules');
  const all = page.getByLabel('Loyal, All tiers');
  await expect(all).toHaveAttribute('placeholder', '14');
  await all.fill('soon');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Whole days from 1 to 366')).toBeVisible();
  await expectAccessible(page);
  await all.fill('10');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Loyal, All tiers: every 10 days')).toBeVisible();
  await expect(page.getByLabel('Loyal, Tier A')).toHaveAttribute('placeholder', '10');
  expect((await read()).cadences).toEqual([{ class: 'loyal', tier: null, days: 10 }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(all).toHaveValue('');
  expect((await read()).cadences).toEqual([]);

  const perDay = page.getByLabel('Calls a day');
  await perDay.fill('80');
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(perDay).toHaveAttribute('aria-invalid', 'true');
  await perDay.fill('8');
  const { cadences: _, ...rules } = await read();
  const other = await (await clientOf('admin')).put('/api/call-rules', { data: { ...rules, graceDays: 4 } });
  expect(other.status(), await other.text()).toBe(200);
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('Somebody else changed this in the meantime')).toBeVisible();
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('Rules of calls saved')).toBeVisible();
  expect((await read()).callsPerDay).toBe(8);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(perDay).toHaveValue('12');
  await expect.poll(async () => (await read()).callsPerDay).toBe(12);
});
