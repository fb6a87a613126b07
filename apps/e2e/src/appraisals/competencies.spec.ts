import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

test('what one looks for stands in full in its field, which grows with it until it is full; one without a name says so', async ({
  page,
}) => {
  await page.goto('/appraisals/competencies');
  const card = page.getByRole('region', { name: 'Of members' });
  const what = card.getByRole('textbox', { name: 'What one looks for, 1, English' });
  const heights = () => what.evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
  const before = await heights();
  expect(before.scrollHeight).toBe(before.clientHeight);
  await what.fill('Listens to the end. '.repeat(15));
  const after = await heights();
  expect(after.scrollHeight).toBe(after.clientHeight);
  expect(after.clientHeight).toBeGreaterThan(before.clientHeight);
  await expect(card.getByText('300 characters are the most')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo the changes' }).click();
  await expect(card.getByText('300 characters are the most')).toHaveCount(0);

  await card.getByRole('button', { name: 'Add a competency' }).click();
  await page.getByRole('button', { name: 'Set the competencies' }).click();
  await expect(card.getByText('This is missing')).toHaveCount(1);
});
