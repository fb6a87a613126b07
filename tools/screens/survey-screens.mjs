/** @typedef {import('@playwright/test').Page} Page */

const headers = { 'X-Forecall': 'console' };

/**
 * @param {Page} page
 * @param {string} address
 * @param {object} data
 */
async function post(page, address, data) {
  const answer = await page.request.post(address, { data, headers });
  if (!answer.ok()) throw new Error(await answer.text());
  return answer.json();
}

/**
 * A form as a ready-made one; published, unless it is to be worked on.
 *
 * @param {Page} page
 */
async function aForm(page, key = 'csat', isPublished = true) {
  const { forms } = await (await page.request.get('/api/survey-forms/ready-made')).json();
  const { kind, name: usual } = forms.find((/** @type {{ key: string }} */ one) => one.key === key);
  const { forms: present } = await (await page.request.get('/api/survey-forms')).json();
  const isTaken = present.some((/** @type {{ name: { en: string } }} */ one) => one.name.en === usual.en);
  const name = isTaken ? { en: `${usual.en} ${present.length}`, zh: `${usual.zh} ${present.length}` } : usual;
  const { form } = await post(page, '/api/survey-forms', { kind, name, from: { readyMade: key } });
  if (isPublished) await post(page, `/api/survey-forms/${form.id}/publish`, { revision: 1 });
  return form;
}

/** As few as there must be: the pictures are taken one after the other in one world. @param {Page} page */
async function someForms(page) {
  const { forms } = await (await page.request.get('/api/survey-forms')).json();
  if (forms.length > 0) return forms;
  for (const key of ['csat', 'nps', 'key-account']) await aForm(page, key);
  return (await (await page.request.get('/api/survey-forms')).json()).forms;
}

/** @param {Page} page */
async function newForm(page) {
  await someForms(page);
  await page.reload();
  await page.locator('.main-act').click();
  await page.locator('fc-new-survey-form fc-panel').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function editForm(page) {
  const { id } = await aForm(page, 'key-account', false);
  await page.goto(`/surveys/${id}`);
  await page.locator('fc-form-editor .opener').nth(1).click();
  await page.locator('fc-question-form').waitFor();
}

/** @param {Page} page */
async function tryToPublish(page) {
  const { id } = await aForm(page, 'csat', false);
  await page.goto(`/surveys/${id}`);
  await page.locator('fc-form-editor .add').first().click();
  await page.locator('fc-question-form textarea').first().fill('What was it about?');
  await page.keyboard.press('Control+Enter');
  await page.locator('fc-question-form .error').first().waitFor();
}

/** @param {Page} page */
async function publishNext(page) {
  const { id } = await aForm(page);
  await page.goto(`/surveys/${id}`);
  await page.locator('.page-head .primary').click();
  await page.locator('fc-form-editor .opener').nth(1).click();
  await page.locator('fc-question-form textarea').first().fill('What should we do better?');
  await page.locator('fc-form-editor .add').last().click();
  await page.locator('fc-question-form textarea').first().fill('May we call you back?');
  await page.locator('fc-question-form textarea').nth(1).fill('我们可以回电吗？');
  await page.keyboard.press('Control+Enter');
  await page.locator('fc-publish-dialog').waitFor();
}

/** @param {Page} page */
async function readVersion(page) {
  const forms = await someForms(page);
  const { id } = forms.find((/** @type {{ kind: string, published: object | null }} */ one) => one.published);
  await page.goto(`/surveys/${id}`);
  await page.locator('fc-questions-view').waitFor();
}

/** @param {Page} page */
async function setRules(page) {
  await someForms(page);
  await page.reload();
  const forms = page.locator('fc-survey-rules-page select');
  await page.locator('fc-card-form').first().waitFor();
  await page.waitForLoadState('networkidle');
  await forms.first().selectOption({ index: 1 });
  await page.locator('fc-shares-table .add').click();
  await page.locator('fc-shares-table select').nth(1).selectOption('phone');
  await page.locator('fc-shares-table input').fill('25');
}

/** @param {Page} page */
async function switchOn(page) {
  await setRules(page);
  await page.locator('.card-head .primary').click();
  await page.locator('fc-confirm-dialog').waitFor();
}

/** As the head makes a form for the rep. @param {Page} page */
async function askAtDesk(page) {
  await page.locator('[role=combobox]').first().fill('a');
  await page.locator('[role=option]:visible').first().click();
  await page.locator('.quick button').first().click();
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Control+Enter');
  await page.locator('fc-ask-after .button').first().click();
  await page.locator('fc-agent-entry fc-choices').waitFor();
  await page.keyboard.press('4');
}

/** @param {Page} page */
async function answersOfContact(page) {
  const forms = await someForms(page);
  const isAsked = (/** @type {{ kind: string, published: object | null }} */ one) =>
    one.kind === 'csat' && one.published;
  const formId = forms.find(isAsked).id;
  const { contacts } = await (await page.request.get('/api/contacts?outcome=handled&limit=1')).json();
  for (const [csat, comment] of [
    [2, 'The invoice is still wrong'],
    [4, 'Sorted out within the hour'],
  ])
    await post(page, `/api/contacts/${contacts[0].id}/surveys`, { formId, told: { csat, comment } });
  await page.goto(`/contacts?id=${contacts[0].id}`);
  await page.locator('[data-index="0"] a').first().click();
  await page.locator('fc-answers-list li').first().waitFor();
  await page.locator('fc-answers-list').scrollIntoViewIfNeeded();
}

/** A standing link for a counter. @param {Page} page */
async function aLink(page) {
  const forms = await someForms(page);
  const { id: formId } = forms.find((/** @type {{ published: object | null }} */ one) => one.published);
  const { links } = await (await page.request.get('/api/survey-open-links')).json();
  if (links.length > 0) return links[0];
  const { departments } = await (await page.request.get('/api/organisation')).json();
  const endsOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const told = { name: 'Counter, Harbour Road', formId, departmentId: departments[0].id, endsOn };
  return post(page, '/api/survey-open-links', told);
}

/** @param {Page} page */
async function openLink(page) {
  await aLink(page);
  await page.reload();
  await page.locator('tbody .link-button').first().click();
  await page.locator('fc-link-shown img').waitFor();
}

/** @param {Page} page */
async function makeLink(page) {
  await aLink(page);
  await page.reload();
  await page.locator('.main-act').click();
  await page.locator('fc-new-survey-link fc-panel').waitFor();
}

/** @param {Page} page */
async function printLink(page) {
  const { id } = await aLink(page);
  await page.goto(`/surveys/links/${id}/print`);
  await page.locator('.paper img').waitFor();
}

/** @param {Page} page */
async function showLink(page) {
  await answersOfContact(page);
  const { contacts } = await (await page.request.get('/api/contacts?outcome=handled&limit=2')).json();
  await page.goto(`/contacts?contact=${contacts[1].id}`);
  await page.locator('fc-contact-panel .answers .button').nth(1).click();
  await page.locator('fc-contact-link .primary').click();
  await page.locator('fc-link-shown img').waitFor();
}

/** @param {Page} page */
async function seeAsked(page) {
  await answersOfContact(page);
  await page.goto('/surveys/asked');
  await page.locator('tbody tr').first().waitFor();
}

/** @type {readonly import('./screens.mjs').Screen[]} */
export const surveyScreens = [
  { name: 'surveys-empty', path: '/surveys', role: 'admin' },
  { name: 'surveys', path: '/surveys', role: 'head', prepare: newForm },
  { name: 'survey-form', path: '/surveys', role: 'head', prepare: editForm },
  { name: 'survey-faults', path: '/surveys', role: 'head', prepare: tryToPublish, whole: true },
  { name: 'survey-publish', path: '/surveys', role: 'head', prepare: publishNext },
  { name: 'survey-version', path: '/surveys', role: 'head', prepare: readVersion },
  { name: 'survey-rules', path: '/surveys/rules', role: 'head', prepare: setRules, whole: true },
  { name: 'survey-switch', path: '/surveys/rules', role: 'executive', prepare: switchOn },
  { name: 'survey-contact', path: '/contacts', role: 'head', prepare: answersOfContact },
  { name: 'survey-asked', path: '/surveys/asked', role: 'head', prepare: seeAsked },
  { name: 'survey-links-empty', path: '/surveys/links', role: 'supervisor' },
  { name: 'survey-links', path: '/surveys/links', role: 'executive', prepare: openLink },
  { name: 'survey-link-new', path: '/surveys/links', role: 'executive', prepare: makeLink },
  { name: 'survey-link-print', path: '/surveys/links', role: 'executive', prepare: printLink, whole: true },
  { name: 'survey-contact-link', path: '/contacts', role: 'head', prepare: showLink },
  { name: 'survey-desk', path: '/desk', role: 'rep', prepare: askAtDesk },
];
