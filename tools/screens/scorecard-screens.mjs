/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function receipts(page) {
  await page.locator('fc-indicators-card tbody tr').first().waitFor();
  await page.keyboard.press('.');
  await page.locator('fc-receipts-drawer tbody tr').first().waitFor();
}

/** @param {Page} page */
async function firstOfList(page) {
  await page.locator('fc-scorecards-page tbody a').first().click();
  await page.locator('fc-series-plot svg').first().waitFor();
}

/** @param {Page} page */
async function newOne(page) {
  await page.locator('fc-indicators-page tbody tr').first().waitFor();
  await page.keyboard.press('n');
  await page.locator('fc-indicator-form select').first().waitFor();
}

/** @param {Page} page */
async function changeOne(page) {
  await page.locator('fc-indicators-page tbody .link-button').nth(4).click();
  await page.locator('fc-indicator-form select, fc-indicator-form input').first().waitFor();
}

/** What stands behind the first dial. @param {Page} page */
async function openDial(page) {
  await page.locator('fc-dials-card button').first().click();
  await page.locator('fc-dials-card tbody tr').first().waitFor();
}

/**
 * One's own card, over a month and a quarter; a supervisor's with three dials; those of others; what is wanted of whom.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const scorecardScreens = [
  { name: 'scorecard', path: '/scorecard?period=last-month', role: 'rep', whole: true },
  { name: 'scorecard-receipts', path: '/scorecard', role: 'rep', prepare: receipts },
  {
    ...{ name: 'scorecard-supervisor', path: '/scorecard?period=last-quarter', role: 'supervisor', whole: true },
    prepare: openDial,
  },
  { name: 'scorecard-head', path: '/scorecard?period=last-12-months', role: 'head', whole: true },
  { name: 'scorecard-team', path: '/scorecards?kind=team', role: 'supervisor', prepare: firstOfList, whole: true },
  { name: 'scorecards', path: '/scorecards', role: 'head' },
  { name: 'indicators', path: '/indicators?past=yes', role: 'executive' },
  { name: 'indicators-change', path: '/indicators?past=yes', role: 'executive', prepare: changeOne },
  { name: 'indicators-new', path: '/indicators?card=supervisor', role: 'executive', prepare: newOne },
];
