import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('admin')) });

test('the last nightly comparison is told, with what differs', async ({ page }) => {
  await page.goto('/checks');
  await expect(page.getByText('Not compared yet: the first time comes tonight')).toBeVisible();

  // A wrong count is not to be had from a running product, so this answer alone is made up.
  await page.route('**/api/tallies/verification', (route) =>
    route.fulfill({
      json: {
        startedAt: '2026-03-02T19:17:00.000Z',
        finishedAt: '2026-03-02T19:19:30.000Z',
        differences: 1,
        first: [
          { table: 'tally_day', key: 'handling | phone | 2026-03-01', atom: 'handled', tallied: 5, recounted: 4 },
        ],
      },
    }),
  );
  await page.route('**/api/appraisal-chain/verification', (route) =>
    route.fulfill({
      json: {
        ...{ startedAt: '2026-03-02T19:17:00.000Z', finishedAt: '2026-03-02T19:17:02.000Z', signed: 12 },
        head: `12:${'ab'.repeat(32)}`,
        first: {
          n: 7,
          fault: 'altered',
          appraisalId: null,
          kind: 'rep',
          subject: '陈国栋',
          cycle: 'quarter 2026-01-01',
        },
      },
    }),
  );
  await page.reload();
  await expect(page.getByText('1 count differs from its rows')).toBeVisible();
  await expect(page.getByRole('row', { name: /handling \| phone \| 2026-03-01.*handled 5 4/ })).toBeVisible();
  await expect(page.getByText('npm run tallies -- rebuild')).toBeVisible();
  await expect(page.getByText('The chain is broken')).toBeVisible();
  await expect(page.getByText('Signature 7: 陈国栋, quarter 2026-01-01.')).toBeVisible();
  await expectAccessible(page);
});
