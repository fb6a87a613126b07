/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function openReport(page) {
  const { campaigns } = await (await page.request.get('/api/campaigns')).json();
  await page.goto(`/exams/${campaigns[0].id}/report`);
  await page.locator('fc-score-plot svg').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function openItem(page) {
  await openReport(page);
  await page.locator('fc-item-losses .link-button').first().click();
  await page.locator('fc-item-drawer td').first().waitFor();
}

/** @param {Page} page */
async function openReceipts(page) {
  await openReport(page);
  await page.locator('fc-exam-rate button').first().click();
  await page.locator('fc-receipts-drawer td').first().waitFor();
}

/** The sheet of an exam that failed, as it lies on the screen. @param {Page} page */
async function openSheet(page) {
  const { campaigns } = await (await page.request.get('/api/campaigns')).json();
  const { items } = await (await page.request.get(`/api/campaigns/${campaigns[0].id}/report`)).json();
  const critical = items.find((/** @type {{ failed: number }} */ { failed }) => failed > 0) ?? items[0];
  const { exams } = await (
    await page.request.get(`/api/campaigns/${campaigns[0].id}/report/items/${critical.itemId}`)
  ).json();
  await page.goto(`/my-exams/${exams[0].id}/print`);
  await page.locator('fc-sheet-page .lines').waitFor();
}

/** @param {Page} page */
async function printReport(page) {
  await openReport(page);
  await page.emulateMedia({ media: 'print' });
}

/** @param {Page} page */
async function printSheet(page) {
  await openSheet(page);
  await page.emulateMedia({ media: 'print' });
}

/** @type {readonly import('./screens.mjs').Screen[]} */
export const examReportScreens = [
  { name: 'exam-report', path: '/exams', role: 'head', prepare: openReport, whole: true },
  { name: 'exam-report-item', path: '/exams', role: 'head', prepare: openItem },
  { name: 'exam-report-receipts', path: '/exams', role: 'head', prepare: openReceipts },
  { name: 'exam-report-print', path: '/exams', role: 'head', prepare: printReport, whole: true },
  { name: 'exam-sheet', path: '/exams', role: 'head', prepare: openSheet, whole: true },
  { name: 'exam-sheet-print', path: '/exams', role: 'head', prepare: printSheet, whole: true },
];
