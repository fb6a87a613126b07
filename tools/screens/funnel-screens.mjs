/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function showTable(page) {
  await page.locator('fc-funnel-plot svg').first().waitFor();
  await page.keyboard.press('t');
  await page.locator('fc-funnel-table tbody tr').first().waitFor();
}

/** @param {Page} page */
async function walk(page) {
  await page.locator('fc-funnel-plot fc-point-reading').press('Home');
}

/** @param {Page} page */
async function lastOne(page) {
  await page.locator('fc-funnel-plot fc-point-reading').press('End');
}

/**
 * Oneself among colleagues without names, a department by name, its numbers, the teams of the company.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const funnelScreens = [
  { name: 'team', path: '/team?window=d28', role: 'supervisor', whole: true },
  { name: 'funnels', path: '/funnels', role: 'rep', whole: true },
  {
    name: 'funnels-supervisor',
    path: '/funnels?metric=resolved-at-contact',
    role: 'supervisor',
    prepare: walk,
    whole: true,
  },
  {
    name: 'funnels-head',
    path: '/funnels?metric=complaints-concerning&period=last-12-months',
    role: 'head',
    whole: true,
  },
  {
    name: 'funnels-alike',
    path: '/funnels?metric=complaints-concerning&by=rep&of=company&period=last-12-months',
    role: 'executive',
    prepare: lastOne,
    whole: true,
  },
  {
    name: 'funnels-as-counted',
    path: '/funnels?metric=complaints-concerning&by=rep&of=company&period=last-12-months&judged=as-counted',
    role: 'executive',
    whole: true,
  },
  {
    name: 'funnels-alike-rep',
    path: '/funnels?metric=complaints-concerning&period=last-12-months',
    role: 'rep',
    whole: true,
  },
  {
    name: 'funnels-alike-table',
    path: '/funnels?metric=complaints-concerning&period=last-12-months',
    role: 'head',
    prepare: showTable,
    whole: true,
  },
  {
    name: 'funnels-table',
    path: '/funnels?metric=csat&period=last-12-months',
    role: 'head',
    prepare: showTable,
    whole: true,
  },
  { name: 'funnels-teams', path: '/funnels?metric=csat&by=team&of=company', role: 'executive', whole: true },
];
