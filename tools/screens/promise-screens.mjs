/** @typedef {import('@playwright/test').Page} Page */

const signInAs = (/** @type {string} */ name) => async (/** @type {Page} */ page) => {
  const answer = await page.request.post('/api/session', {
    data: { login: `${name}@beichen.example`, password: 'beichen demo' },
    headers: { 'X-Forecall': 'console' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto('/promises');
  await page.locator('[data-index="0"]').waitFor();
  await page.waitForLoadState('networkidle');
};

/** @param {Page} page */
async function openFirst(page) {
  await signInAs('wang.lin')(page);
  await page.locator('[data-index="0"] a').first().click();
  await page.locator('fc-promise-panel .facts').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function write(page) {
  await openFirst(page);
  await page.locator('fc-promise-panel .acts button').last().click();
  await page.locator('fc-promise-letter-form textarea').waitFor();
}

/**
 * An account that waits for something, on the desk.
 *
 * @param {Page} page
 */
async function promiseAtDesk(page) {
  const answer = await page.request.get('/api/promises?limit=1');
  const { promises } = await answer.json();
  await page.goto(`/desk?account=${promises[0].account.id}`);
  await page.locator('fc-promises-card li').first().waitFor();
  await page.locator('.quick button').first().click();
  await page.keyboard.press('Alt+p');
  await page.keyboard.type('INV-2291');
  await page.keyboard.press('Control+Enter');
  await page.locator('fc-promise-line .bad').first().waitFor();
  await page.locator('fc-promise-line').scrollIntoViewIfNeeded();
}

/** @type {readonly import('./screens.mjs').Screen[]} */
export const promiseScreens = [
  { name: 'promises', path: '/sign-in', role: null, prepare: signInAs('wang.lin') },
  { name: 'promises-team', path: '/promises?state=late', role: 'supervisor' },
  { name: 'promise', path: '/sign-in', role: null, prepare: openFirst },
  { name: 'promise-letter', path: '/sign-in', role: null, prepare: write, whole: true },
  { name: 'promise-desk', path: '/desk', role: 'rep', prepare: promiseAtDesk },
];
