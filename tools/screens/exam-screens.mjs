/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
async function openCampaign(page) {
  const answer = await page.request.get('/api/campaigns');
  const { campaigns } = await answer.json();
  await page.goto(`/exams/${campaigns[0].id}`);
  await page.locator('fc-people-grid').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function openCandidate(page) {
  await openCampaign(page);
  await page.locator('fc-blockers .link-button').nth(1).click();
  await page.locator('fc-person-panel .body').waitFor();
  await page.locator('fc-person-exams li').first().waitFor();
}

const headers = { 'X-Forecall': 'console' };

/**
 * The week of the next exam, once everybody is booked.
 *
 * @param {Page} page
 */
async function openBooking(page) {
  const { campaigns } = await (await page.request.get('/api/campaigns')).json();
  const answer = await page.request.post(`/api/campaigns/${campaigns[0].id}/book`, { data: {}, headers });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto(`/exams/${campaigns[0].id}/booking`);
  await page.locator('[data-exam], fc-week-list li button').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function moveExam(page) {
  await openBooking(page);
  const exam = page.locator('[data-exam][data-state="booked"]').first();
  if ((await exam.count()) === 0) {
    await page.locator('fc-week-list li button').first().click();
    await page.locator('fc-exam-facts button').first().click();
    return;
  }
  await exam.focus();
  await page.keyboard.press('m');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.locator('fc-exam-moving-bar fc-state').waitFor();
}

/** @param {Page} page */
async function bookAll(page) {
  await openCampaign(page);
  await page.locator('.page-head .button.primary').click();
  await page.locator('[role=dialog] .button.primary').click();
  await page.locator('fc-book-outcome').waitFor();
}

/** @param {Page} page */
async function bookByHand(page) {
  await openCandidate(page);
  await page.locator('fc-person-panel .button.primary').click();
  await page.locator('fc-slot-form').waitFor();
}

/** @param {Page} page */
async function openRubric(page) {
  await page.locator('tbody a').first().click();
  await page.locator('fc-rubric-trial').waitFor();
}

/** @param {Page} page */
async function editRubric(page) {
  const me = await (await page.request.get('/api/session')).json();
  const departmentId = me.grants.find((/** @type {{ role: string }} */ one) => one.role === 'head').unitId;
  const data = {
    ...{ kind: 'rubric', name: { en: 'The sales conversation', zh: '销售面谈' }, departmentId },
    from: { readyMade: 'sales-conversation' },
  };
  const answer = await page.request.post('/api/exam-papers', { data, headers });
  if (!answer.ok()) throw new Error(await answer.text());
  const { paper } = await answer.json();
  await page.goto(`/exams/papers/${paper.id}`);
  await page.locator('fc-rubric-editor .opener').nth(1).click();
  const marks = page.locator('fc-rubric-trial .marks');
  for (const n of [0, 1, 2, 3]) await marks.nth(n).locator('button').nth(n).click();
}

/** @param {Page} page */
async function openRolePlay(page) {
  await page.locator('fc-segment label').nth(1).click();
  await page.locator('tbody a').first().click();
  await page.locator('fc-scenario-view').waitFor();
}

/** @param {Page} page */
async function newPaper(page) {
  await page.locator('.main-act').click();
  await page.locator('fc-paper-form fc-panel').waitFor();
}

/** @param {Page} page */
async function openGoldSession(page) {
  await page.locator('tbody .link-button').first().click();
  await page.locator('fc-gold-panel .facts').waitFor();
}

/** @param {Page} page */
async function newGoldSession(page) {
  await page.locator('.main-act').click();
  await page.locator('fc-gold-form fc-panel').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function openAgreement(page) {
  await page.locator('tbody button').first().click();
  await page.locator('fc-gold-panel a[href*="/exams/calibration/"]').first().click();
  await page.locator('fc-leniency-card').waitFor();
}

/** @param {Page} page */
async function leniencyAsTable(page) {
  await openAgreement(page);
  await page.keyboard.press('t');
  await page.locator('fc-leniency-card table').scrollIntoViewIfNeeded();
}

/** @type {readonly import('./screens.mjs').Screen[]} */
export const examScreens = [
  { name: 'exams', path: '/exams', role: 'head' },
  { name: 'exam-plan', path: '/exams/new', role: 'head', whole: true },
  { name: 'exam-coverage', path: '/exams', role: 'head', prepare: openCampaign, whole: true },
  { name: 'exam-candidate', path: '/exams', role: 'head', prepare: openCandidate },
  { name: 'exam-book-by-hand', path: '/exams', role: 'head', prepare: bookByHand },
  { name: 'exam-booked', path: '/exams', role: 'head', prepare: bookAll, whole: true },
  { name: 'exam-booking', path: '/exams', role: 'head', prepare: openBooking, whole: true },
  { name: 'exam-booking-move', path: '/exams', role: 'head', prepare: moveExam },
  { name: 'exam-papers', path: '/exams/papers', role: 'head', prepare: newPaper },
  { name: 'exam-rubric', path: '/exams/papers', role: 'head', prepare: openRubric },
  { name: 'exam-rubric-draft', path: '/exams/papers', role: 'head', prepare: editRubric },
  { name: 'calibration', path: '/exams/calibration', role: 'head', prepare: openGoldSession },
  { name: 'calibration-new', path: '/exams/calibration', role: 'head', prepare: newGoldSession },
  { name: 'calibration-results', path: '/exams/calibration', role: 'head', prepare: openAgreement, whole: true },
  { name: 'calibration-leniency', path: '/exams/calibration', role: 'head', prepare: leniencyAsTable },
  { name: 'exam-role-play', path: '/exams/papers', role: 'head', prepare: openRolePlay },
];
