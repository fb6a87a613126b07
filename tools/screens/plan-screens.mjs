/** @typedef {import('@playwright/test').Page} Page */

/** A day on which people work, of next week. */
function nextTuesday() {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

/**
 * Once the plan is made, which takes seconds.
 *
 * @param {'day' | 'week' | 'load'} view
 */
const open = (view) => async (/** @type {Page} */ page) => {
  const on = nextTuesday();
  for (let tries = 0; tries < 60; tries += 1) {
    const { callers } = await (await page.request.get(`/api/call-plan/load?from=${on}&to=${on}`)).json();
    if (callers.some((/** @type {any} */ { days }) => days[0].planned > 0)) break;
    await page.waitForTimeout(1_000);
  }
  await page.goto(`/calls/plan?view=${view}&on=${on}`);
  await page.locator('fc-day-plan, fc-week-plan, fc-load-plan, fc-narrow-day, fc-narrow-load').first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** @param {Page} page */
async function openCall(page) {
  await open('day')(page);
  await page.locator('[data-call], fc-narrow-day li button').nth(1).click();
}

/** @param {Page} page */
async function move(page) {
  await openCall(page);
  await page.locator('fc-call-facts button').nth(1).click();
  await page.locator('fc-moving-bar').waitFor();
  for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function drop(page) {
  await move(page);
  await page.keyboard.press('Enter');
  await page.locator('fc-move-form form').waitFor();
}

/** @param {Page} page */
async function table(page) {
  await open('day')(page);
  await page.keyboard.press('t');
}

/**
 * The plan as a picture.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const planScreens = [
  { name: 'plan-week', path: '/calls', role: 'supervisor', prepare: open('week') },
  { name: 'plan-day', path: '/calls', role: 'supervisor', prepare: openCall },
  { name: 'plan-load', path: '/calls', role: 'head', prepare: open('load') },
  { name: 'plan-move', path: '/calls', role: 'supervisor', prepare: move },
  { name: 'plan-drop', path: '/calls', role: 'supervisor', prepare: drop },
  { name: 'plan-table', path: '/calls', role: 'supervisor', prepare: table },
];
