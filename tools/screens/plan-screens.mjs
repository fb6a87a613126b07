/** @typedef {import('@playwright/test').Page} Page */

/** The first day of next week, on which what is late is made up. */
function nextMonday() {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((1 - day.getUTCDay() + 7) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

/**
 * @param {Page} page
 * @param {string} login
 */
async function signIn(page, login) {
  const data = { login, password: 'beichen demo' };
  const answer = await page.request.post('/api/session', { data, headers: { 'X-Forecall': 'console' } });
  if (!answer.ok()) throw new Error(await answer.text());
}

/**
 * Who leads those that care for key accounts: those that the role signs in lead others.
 *
 * @param {Page} page
 * @param {'supervisor' | 'head'} role
 */
async function signInAsLeader(page, role) {
  await signIn(page, 'sun.li@beichen.example');
  const { departments } = await (await page.request.get('/api/organisation')).json();
  const sales = departments.find((/** @type {any} */ { name }) => name === 'Key account sales');
  const { leaders } = role === 'head' ? sales : sales.teams[0];
  const { users } = await (await page.request.get(`/api/users?search=${encodeURIComponent(leaders[0].name)}`)).json();
  await signIn(page, users[0].email);
}

/**
 * Once the plan is made, which takes seconds.
 *
 * @param {'day' | 'week' | 'load'} view
 * @param {'supervisor' | 'head'} [role]
 */
const open =
  (view, role = 'supervisor') =>
  async (/** @type {Page} */ page) => {
    const on = nextMonday();
    await signInAsLeader(page, role);
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
  { name: 'plan-week', path: '/sign-in', role: null, prepare: open('week') },
  { name: 'plan-day', path: '/sign-in', role: null, prepare: openCall },
  { name: 'plan-load', path: '/sign-in', role: null, prepare: open('load', 'head') },
  { name: 'plan-move', path: '/sign-in', role: null, prepare: move },
  { name: 'plan-drop', path: '/sign-in', role: null, prepare: drop },
  { name: 'plan-table', path: '/sign-in', role: null, prepare: table },
];
