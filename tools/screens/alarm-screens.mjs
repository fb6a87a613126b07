import { provideAlarms } from './alarm-rows.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly databaseUrl: string }} World */

/**
 * @param {Page} page
 * @param {World} world
 */
async function withAlarm(page, { databaseUrl }) {
  const { watches } = await (await page.request.get('/api/alarms/watches')).json();
  const own = watches.find((/** @type {any} */ { maySet }) => maySet);
  await provideAlarms(databaseUrl, own.department.id);
  return own.department;
}

const open = (/** @type {string} */ path) => async (/** @type {Page} */ page, /** @type {World} */ world) => {
  await withAlarm(page, world);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
};

/** @param {string} path */
const onBoard = (path) => async (/** @type {Page} */ page, /** @type {World} */ world) => {
  const { id } = await withAlarm(page, world);
  await page.goto(`${path}&department=${id}`);
  await page.locator('fc-alarm-banner .primary, fc-alarm-banner [role=alert]').first().waitFor();
  await page.locator('fc-day-chart svg').waitFor();
  await page.waitForLoadState('networkidle');
};

/**
 * @param {Page} page
 * @param {World} world
 */
async function onWall(page, world) {
  await withAlarm(page, world);
  const language = await page.evaluate(() => navigator.language.slice(0, 2));
  const made = await page.request.post('/api/wallboards', {
    data: { name: `Hall ${Date.now()}`, departmentId: null, locale: language },
    headers: { 'X-Forecall': 'console', 'Idempotency-Key': `wall-${Date.now()}` },
  });
  if (!made.ok()) throw new Error(await made.text());
  const { address } = await made.json();
  await page.setViewportSize(
    page.viewportSize()?.width === 390 ? { width: 390, height: 844 } : { width: 1920, height: 1080 },
  );
  await page.goto(`${address}?period=today`);
  await page.locator('fc-wall-alarm').first().waitFor();
}

/**
 * @param {Page} page
 * @param {World} world
 */
async function takenOnBoard(page, world) {
  await withAlarm(page, world);
  const { alarms } = await (await page.request.get('/api/alarms?state=unjudged')).json();
  const { id, revision } = alarms.find((/** @type {any} */ { mayWork, ebbedAt }) => mayWork && ebbedAt === null);
  await page.request.post(`/api/alarms/${id}/take`, { data: { revision }, headers: { 'X-Forecall': 'console' } });
  await onBoard('/board?window=today')(page, world);
}

/** @param {string} query */
const one = (query) => async (/** @type {Page} */ page, /** @type {World} */ world) => {
  await withAlarm(page, world);
  const { alarms } = await (await page.request.get('/api/alarms?state=unjudged')).json();
  const { id } = alarms.find((/** @type {any} */ { mayWork }) => mayWork);
  await page.goto(`/alarms/${id}${query}`);
  await page.locator('fc-seen-card').waitFor();
  await page.waitForLoadState('networkidle');
};

/**
 * An alarm on the board and the wall, the list of them, one with its acts, and how departments are watched.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const alarmScreens = [
  { name: 'board-alarm', path: '/me', role: 'head', prepare: onBoard('/board?window=today') },
  { name: 'wallboard-alarm', path: '/me', role: 'head', prepare: onWall },
  { name: 'alarms', path: '/me', role: 'head', prepare: open('/alarms') },
  { name: 'alarm', path: '/me', role: 'head', prepare: one('') },
  { name: 'alarm-explain', path: '/me', role: 'head', prepare: one('?act=explain') },
  { name: 'board-alarm-taken', path: '/me', role: 'head', prepare: takenOnBoard },
  { name: 'alarm-watch', path: '/me', role: 'head', prepare: open('/alarms/watch') },
];
