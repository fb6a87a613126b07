/** @typedef {import('@playwright/test').Page} Page */

/**
 * The first of a list of exams, where there is one.
 *
 * @param {string} place
 * @param {string} shows
 */
const openFirst = (place, shows) => async (/** @type {Page} */ page) => {
  await page.waitForLoadState('networkidle');
  const link = page.locator(`fc-my-exams-page a[href^="/${place}/"]`).first();
  if ((await link.count()) === 0) return;
  await link.click();
  await page.locator(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** @type {readonly import('./screens.mjs').Screen[]} */
export const markingScreens = [
  { name: 'my-exams', path: '/my-exams', role: 'rep' },
  { name: 'to-mark', path: '/my-exams', role: 'supervisor' },
  { name: 'marking', path: '/my-exams', role: 'supervisor', prepare: openFirst('marking', 'fc-item-list') },
  { name: 'gold-marking', path: '/my-exams', role: 'supervisor', prepare: openFirst('marking/gold', 'fc-item-list') },
  { name: 'exam-result', path: '/my-exams', role: 'rep', prepare: openFirst('my-exams', 'fc-result-page .card') },
];
