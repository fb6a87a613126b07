import type { CallerCapacities, CallRules } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { anAccount } from '../account/accounts.js';
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
  await expect(all).toHaveAccessibleDescription('usual: 14');
  await all.fill('soon');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Whole days from 1 to 366')).toBeVisible();
  await expectAccessible(page);
  await all.fill('10');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Loyal, All tiers: every 10 days')).toBeVisible();
  await expect(all).toHaveAccessibleDescription('set');
  await expect(page.getByLabel('Loyal, Tier A')).toHaveAccessibleDescription('all tiers: 10');
  expect((await read()).cadences).toEqual([{ class: 'loyal', tier: null, days: 10 }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(all).toHaveValue('');
  expect((await read()).cadences).toEqual([]);

  // Somebody else sets the cell that is being filled in: theirs stands there, and is not overwritten unseen.
  const other = await clientOf('admin');
  const put = async (path: string, data: object) => {
    const answer = await other.put(`/api/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await put('call-rules/cadence', { class: 'loyal', tier: null, days: 20, was: null });
  await all.fill('11');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Somebody else set this meanwhile')).toBeVisible();
  await expect(all).toHaveValue('20');
  await all.fill('');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Loyal, All tiers: the usual again')).toBeVisible();
  expect((await read()).cadences).toEqual([]);

  const perDay = page.getByLabel('Calls a day', { exact: true });
  await perDay.fill('80');
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(perDay).toHaveAttribute('aria-invalid', 'true');
  await perDay.fill('8');
  const { cadences: _, ...rules } = await read();
  await put('call-rules', { ...rules, graceDays: 4 });
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('Somebody else changed this in the meantime')).toBeVisible();
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('Rules of calls saved')).toBeVisible();
  expect((await read()).callsPerDay).toBe(8);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(perDay).toHaveValue('12');
  await expect(perDay).toHaveAccessibleDescription(/As usual/);
  await expect.poll(async () => (await read()).callsPerDay).toBe(12);
});

test.describe('a supervisor', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

  test('gives a caller a number of their own and takes it back; the cadences are only to be read', async ({
    page,
    clientOf,
  }) => {
    const leader = await clientOf('supervisor');
    const rep = (await (await (await clientOf('rep')).get('/api/session')).json()) as { staffId: string; name: string };
    const { id } = await anAccount(leader);
    await leader.put(`/api/accounts/${id}/class`, { data: { class: 'loyal', why: 'An example' } });
    await leader.post(`/api/accounts/${id}/care`, { data: { staffId: rep.staffId, part: 'rep' } });
    const callers = async () =>
      ((await (await leader.get('/api/callers')).json()) as CallerCapacities).callers.find(
        ({ staff }) => staff.id === rep.staffId,
      )?.own?.callsPerDay;
    await page.goto('/call-rules');
    await expect(page.getByLabel('Loyal, All tiers')).toHaveAttribute('readonly');
    const box = page.getByLabel(`Calls a day of ${rep.name}`);
    await expect(page.getByRole('row', { name: rep.name })).toContainText('as everybody: 12');
    await box.fill('90');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Whole numbers from 0 to 60')).toBeVisible();
    await expectAccessible(page);
    await box.fill('6');
    await page.keyboard.press('Tab');
    await expect(page.getByText(`${rep.name}: 6 calls a day`)).toBeVisible();
    expect(await callers()).toBe(6);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(box).toHaveValue('');
    expect(await callers()).toBeUndefined();
  });
});
