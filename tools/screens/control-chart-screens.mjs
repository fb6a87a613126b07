/** @typedef {import('@playwright/test').Page} Page */

const day = (/** @type {number} */ ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** A phase that began three weeks ago and one that was undone, so that there is something to tell. @param {Page} page */
async function beginAnew(page) {
  await page.waitForURL(/control-charts\/[0-9a-f-]{36}/);
  const departmentId = /control-charts\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const post = (/** @type {string} */ path, /** @type {object} */ data) =>
    page.request.post(`/api/control-charts/baselines${path}`, { data, headers: { 'X-Forecall': 'console' } });
  const set = { departmentId, metric: 'complaint-rate' };
  const restarted = await post('', { ...set, from: day(21), reason: 'Two shifts since the new price list' });
  if (restarted.ok()) {
    const wrong = await post('', { ...set, from: day(35), to: day(24), reason: 'Taken for the new price list' });
    await post(`/${(await wrong.json()).id}/undo`, {});
  }
  await page.reload();
  await page.locator('fc-control-chart svg').waitFor();
  await page.locator('fc-chart-hours-card table').waitFor();
}

/** @param {Page} page */
async function readPoint(page) {
  await beginAnew(page);
  const reading = page.locator('fc-control-chart fc-point-reading');
  await reading.focus();
  for (let n = 0; n < 12; n += 1) await page.keyboard.press('ArrowLeft');
}

/** @param {Page} page */
async function restart(page) {
  await beginAnew(page);
  await page.keyboard.press('r');
  await page.locator('fc-baseline-form textarea').fill('The second shift answers since then');
}

/** @param {Page} page */
async function showTables(page) {
  await beginAnew(page);
  await page.keyboard.press('t');
  await page.locator('fc-chart-hours-card .acts button').last().click();
}

/**
 * Control charts of a department.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const controlChartScreens = [
  { name: 'control-chart', path: '/control-charts', role: 'executive', prepare: beginAnew, whole: true },
  { name: 'control-chart-point', path: '/control-charts', role: 'executive', prepare: readPoint },
  { name: 'control-chart-restart', path: '/control-charts', role: 'executive', prepare: restart },
  { name: 'control-chart-table', path: '/control-charts', role: 'executive', prepare: showTables, whole: true },
  {
    name: 'control-chart-year',
    path: `/control-charts?metric=csat&from=${day(363)}&to=${day(-1)}&by=week&kind=laney-p&rules=nelson`,
    role: 'supervisor',
    whole: true,
  },
];
