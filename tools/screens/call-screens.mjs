/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {Page} page
 * @param {string} login
 */
async function signIn(page, login) {
  const data = { login: `${login}@beichen.example`, password: 'beichen demo' };
  const answer = await page.request.post('/api/session', { data, headers: { 'X-Forecall': 'console' } });
  if (!answer.ok()) throw new Error(await answer.text());
}

/**
 * The company works around the clock, so that there are calls whenever the pictures are taken.
 *
 * @param {Page} page
 */
async function workAlways(page) {
  await signIn(page, 'sun.li');
  const { organisation: own } = await (await page.request.get('/api/calendars')).json();
  if (own.week[6].length > 0) return;
  const week = Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }]);
  const data = { owner: 'organisation', week, revision: own.revision };
  const answer = await page.request.put('/api/calendars', { data, headers: { 'X-Forecall': 'console' } });
  if (!answer.ok()) throw new Error(await answer.text());
}

/**
 * A rep who cares for key accounts: those that the role signs in take calls.
 *
 * @param {Page} page
 */
async function openCalls(page) {
  await workAlways(page);
  await signIn(page, 'wang.lin');
  // The plan is made within seconds of a change.
  for (let tries = 0; tries < 30; tries += 1) {
    const { calls, day } = await (await page.request.get('/api/planned-calls/today')).json();
    if (calls.some((/** @type {any} */ { state, onDay }) => state === 'planned' && onDay <= day)) break;
    await page.waitForTimeout(1_000);
  }
  await page.goto('/calls');
  await page.locator('fc-brief-head h2').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function prepare(page) {
  await openCalls(page);
  await page.locator('fc-aim-card .link-button').click();
  const fields = page.locator('fc-aim-card input');
  await fields.nth(0).fill('Two invoices came twice; tell them before they call');
  await fields.nth(1).fill('We found it first, and the credit note is made');
}

/** @param {Page} page */
async function wrapUp(page) {
  await openCalls(page);
  await page.locator('.do .primary').click();
  await page.locator('fc-wrap-up textarea').first().fill('“Reconciling took us two days.”');
  await page.keyboard.press('Alt+c');
  await page.locator('fc-wrap-up .part textarea').fill('INV-88307 charged twice');
  await page.keyboard.press('Alt+p');
}

/** @param {Page} page */
async function move(page) {
  await openCalls(page);
  await page.keyboard.press('m');
  await page.locator('fc-move-form form').waitFor();
}

/** @param {Page} page */
async function list(page) {
  await openCalls(page);
  const toList = page.locator('.narrow-head button');
  if (await toList.isVisible()) await toList.click();
  await page.locator('fc-call-list summary').click();
}

/**
 * One that was made, with what came of it.
 *
 * @param {Page} page
 */
async function made(page) {
  await openCalls(page);
  const { calls } = await (await page.request.get('/api/planned-calls/today')).json();
  let one = calls.find((/** @type {any} */ { state, contactId }) => state === 'reached' && contactId);
  if (!one) {
    await page.locator('.do .primary').click();
    await page.locator('fc-wrap-up textarea').first().fill('“Reconciling took us two days.”');
    await page.locator('fc-wrap-up fc-choices').nth(1).locator('label, button').nth(3).click();
    await page.locator('.do .primary').click();
    await page.locator('.toast').waitFor();
    const after = await (await page.request.get('/api/planned-calls/today')).json();
    one = after.calls.find((/** @type {any} */ { state, contactId }) => state === 'reached' && contactId);
  }
  await page.goto(`/calls?call=${one.id}`);
  await page.locator('fc-call-made .well').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function breakCadence(page) {
  const box = page.locator('fc-cadence-grid input').nth(5);
  await box.fill('soon');
  await box.press('Tab');
}

/** @param {Page} page */
async function capacities(page) {
  const box = page.locator('fc-capacity-card .table input').nth(1);
  await box.waitFor();
  await box.fill('6');
  await box.press('Tab');
  await page.locator('fc-capacity-card .since time, fc-capacity-card .since .small').first().waitFor();
  await page.locator('fc-capacity-card').evaluate((card) => card.scrollIntoView({ block: 'start' }));
}

/**
 * The day of a caller, and what it goes by.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const callScreens = [
  { name: 'calls', path: '/sign-in', role: null, prepare: openCalls },
  { name: 'calls-list', path: '/sign-in', role: null, prepare: list },
  { name: 'calls-aim', path: '/sign-in', role: null, prepare },
  { name: 'calls-wrap-up', path: '/sign-in', role: null, prepare: wrapUp },
  { name: 'calls-made', path: '/sign-in', role: null, prepare: made },
  { name: 'calls-move', path: '/sign-in', role: null, prepare: move },
  { name: 'call-rules', path: '/call-rules', role: 'head', prepare: breakCadence },
  { name: 'call-rules-capacity', path: '/call-rules', role: 'executive', prepare: capacities },
];
