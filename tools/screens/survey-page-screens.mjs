/** @typedef {import('@playwright/test').Page} Page */

const headers = { 'X-Forecall': 'console' };

/** The address a customer opens of a new link about a contact. @param {Page} page */
async function anAddress(page, key = 'csat') {
  const { forms } = await (await page.request.get('/api/survey-forms')).json();
  const kind = { csat: 'csat', nps: 'nps', 'key-account': 'several' }[key];
  const isAsked = (/** @type {{ kind: string, published: object | null }} */ one) => one.kind === kind && one.published;
  const data = { formId: forms.find(isAsked).id };
  const { contacts } = await (await page.request.get('/api/contacts?outcome=handled&limit=60')).json();
  // Some were answered about already, for the pictures before.
  for (const { id } of contacts) {
    const answer = await page.request.post(`/api/contacts/${id}/survey-link`, { data, headers });
    if (answer.ok()) return new URL((await answer.json()).url).pathname;
  }
  throw new Error('Every contact was answered about.');
}

/** @param {string} key */
const openForm = (key) => async (/** @type {Page} */ page) => {
  await page.goto(await anAddress(page, key));
  await page.locator('form button').first().waitFor();
};

/** @param {Page} page */
async function sendEmpty(page) {
  await openForm('csat')(page);
  await page.locator('form button').first().click();
  await page.locator('[role=alert]').waitFor();
}

/** @param {Page} page */
async function thanked(page) {
  await openForm('csat')(page);
  await page.locator('input[type=radio]').nth(1).check();
  await page.locator('textarea').first().fill('The invoice is still wrong');
  await page.locator('form button').first().click();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function stopped(page) {
  const address = await anAddress(page);
  await page.goto(`${address}/stop`);
}

/**
 * What customers see of a survey: its form, what is missing, thanks, no more letters, and an address that leads nowhere.
 *
 * @type {readonly import('./screens.mjs').Screen[]}
 */
export const surveyPageScreens = [
  { name: 'survey-page', path: '/contacts', role: 'head', prepare: openForm('csat'), whole: true },
  { name: 'survey-page-nps', path: '/contacts', role: 'head', prepare: openForm('nps'), whole: true },
  { name: 'survey-page-several', path: '/contacts', role: 'head', prepare: openForm('key-account'), whole: true },
  { name: 'survey-page-faults', path: '/contacts', role: 'head', prepare: sendEmpty, whole: true },
  { name: 'survey-page-thanks', path: '/contacts', role: 'head', prepare: thanked, whole: true },
  { name: 'survey-page-stop', path: '/contacts', role: 'head', prepare: stopped, whole: true },
  { name: 'survey-page-gone', path: '/s/never-was', role: null, whole: true },
];
