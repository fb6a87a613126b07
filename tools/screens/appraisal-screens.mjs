/** @typedef {import('@playwright/test').Page} Page */

/**
 * The first link of one kind on the page, where there is one.
 *
 * @param {string} link
 * @param {string} shows
 */
const openFirst = (link, shows) => async (/** @type {Page} */ page) => {
  await page.waitForLoadState('networkidle');
  const found = page.locator(link).first();
  if ((await found.count()) === 0) return;
  await found.click();
  await page.locator(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** @param {Page} page */
async function print(page) {
  await openFirst('section[aria-labelledby=own] a.name', 'fc-appraisal-page fc-stages')(page);
  await page.locator('a[href$="/print"]').click();
  await page.locator('article.paper').waitFor();
}

/** @param {Page} page */
async function openCycle(page) {
  await page.locator('fc-cycles-card tbody tr').first().waitFor();
  await page.keyboard.press('n');
  await page.locator('fc-open-cycle-form').waitFor();
  await page.locator('fc-cycle-preview summary').first().waitFor();
  for (const fold of await page.locator('fc-cycle-preview summary').all()) await fold.click();
}

/** @param {Page} page */
async function decide(page) {
  await openFirst('section[aria-labelledby=decide] a.name', 'fc-appraisal-page fc-stages')(page);
  await page.locator('fc-appraisal-acts .button.primary').click();
  await page.locator('fc-appraisal-acts textarea').waitFor();
}

/** @param {Page} page */
async function dispute(page) {
  await openFirst('section[aria-labelledby=read] a.name', 'fc-appraisal-page fc-stages')(page);
  await page.locator('fc-appraisal-acts .button').nth(1).click();
  await page.locator('fc-appraisal-acts textarea').waitFor();
}

/** @param {Page} page */
async function closeCycle(page) {
  await cycle(page);
  await page.locator('.page-head .button').last().click();
  await page.getByRole('dialog').waitFor();
}

const write = openFirst('section[aria-labelledby=write] a.name', 'fc-appraisal-page fc-stages');
const cycle = openFirst('fc-cycles-card tbody tr:first-child a', 'fc-cycle-page tbody tr');
const closed = openFirst('fc-cycles-card tbody tr:nth-child(2) a', 'fc-upward-card :is(tbody tr, li)');

/** @type {readonly import('./screens.mjs').Screen[]} */
export const appraisalScreens = [
  { name: 'appraisals', path: '/appraisals', role: 'supervisor', whole: true },
  { name: 'appraisals-own', path: '/appraisals', role: 'rep' },
  { name: 'appraisals-head', path: '/appraisals', role: 'head', whole: true },
  { name: 'appraisals-open', path: '/appraisals', role: 'executive', prepare: openCycle, whole: true },
  { name: 'appraisal-write', path: '/appraisals', role: 'supervisor', prepare: write, whole: true },
  {
    ...{ name: 'appraisal-decide', path: '/appraisals', role: 'executive', whole: true },
    prepare: decide,
  },
  {
    ...{ name: 'appraisal-answer', path: '/appraisals', role: 'rep', whole: true },
    prepare: dispute,
  },
  { name: 'appraisal-of-supervisor', path: '/appraisals', role: 'head', prepare: write, whole: true },
  {
    ...{ name: 'appraisal-own', path: '/appraisals', role: 'rep', whole: true },
    prepare: openFirst('section[aria-labelledby=own] a.name', 'fc-appraisal-page fc-stages'),
  },
  { name: 'appraisal-print', path: '/appraisals', role: 'rep', prepare: print, whole: true },
  { name: 'appraisal-cycle', path: '/appraisals', role: 'executive', prepare: cycle },
  { name: 'appraisal-cycle-close', path: '/appraisals', role: 'executive', prepare: closeCycle },
  { name: 'appraisal-cycle-closed', path: '/appraisals', role: 'executive', prepare: closed, whole: true },
  { name: 'upward', path: '/appraisals/upward', role: 'rep', whole: true },
  { name: 'competencies', path: '/appraisals/competencies', role: 'executive', whole: true },
];
