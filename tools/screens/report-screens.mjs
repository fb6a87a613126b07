/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function openMailing(page) {
  await page.keyboard.press('s');
  await page.locator('fc-save-form input').first().fill(`Monday ${Date.now()}`);
  await page.locator('fc-save-form .button.primary').click();
  await page.waitForURL(/\/reports\/[0-9a-f-]+$/);
  const acts = page.locator('.page-head .acts button');
  await acts.nth(3).waitFor();
  await acts.nth(1).click();
  await page.locator('fc-mail-form input').first().waitFor();
}

/** @param {Page} page */
async function pressSave(page) {
  await page.keyboard.press('s');
  await page.locator('fc-save-form input').first().fill('Scores');
}

/** @param {Page} page */
async function openReceiptsOfAll(page) {
  await page.locator('fc-report-card .card-head button').first().click();
  await page.locator('fc-receipts-drawer tbody tr').first().waitFor();
}

/** @param {Page} page */
async function openPeriods(page) {
  await page.locator('fc-period-chip button').first().click();
  await page.locator('.inside fc-day').first().waitFor();
}

/**
 * Reports, each kind of plot.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const reportScreens = [
  {
    name: 'reports-trend',
    path: '/reports?metrics=complaint-rate&period=last-12-weeks&by=week&compare=period-before&compare=year-before&view=trend',
    role: 'head',
    whole: true,
  },
  {
    name: 'reports-table',
    path: '/reports?metrics=complaint-rate&metrics=handled&period=last-28-days&by=department&compare=period-before',
    role: 'executive',
    whole: true,
  },
  {
    name: 'reports-heat-map',
    path: '/reports?metrics=handled&period=last-28-days&by=weekday&by=hour&view=heat-map',
    role: 'executive',
    whole: true,
  },
  {
    name: 'reports-pareto',
    path: '/reports?metrics=complaints&period=last-28-days&by=reason&view=pareto',
    role: 'executive',
    whole: true,
  },
  {
    name: 'reports-bars',
    path: '/reports?metrics=complaint-rate&period=last-28-days&by=department&compare=period-before&compare=year-before&view=bars',
    role: 'executive',
    whole: true,
  },
  {
    name: 'reports-mail',
    path: '/reports?metrics=csat&metrics=asa&period=last-28-days&by=team&compare=period-before',
    role: 'executive',
    prepare: openMailing,
  },
  {
    name: 'reports-receipts',
    path: '/reports?metrics=csat-mean&period=last-28-days&by=team',
    role: 'executive',
    prepare: openReceiptsOfAll,
  },
  {
    name: 'reports-period',
    path: '/reports?metrics=handled&period=last-28-days&by=date&compare=period-before&compare=year-before&view=trend',
    role: 'executive',
    prepare: openPeriods,
  },
  {
    name: 'reports-distribution',
    path: '/reports?metrics=csat&period=last-28-days&by=score&view=distribution',
    role: 'executive',
    prepare: pressSave,
    whole: true,
  },
];
