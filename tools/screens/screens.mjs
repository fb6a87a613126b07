import { accountScreens } from './account-screens.mjs';
import { alarmScreens } from './alarm-screens.mjs';
import { callScreens } from './call-screens.mjs';
import { controlChartScreens } from './control-chart-screens.mjs';
import { examReportScreens } from './exam-report-screens.mjs';
import { examScreens } from './exam-screens.mjs';
import { funnelScreens } from './funnel-screens.mjs';
import { scorecardScreens } from './scorecard-screens.mjs';
import { importScreens } from './import-screens.mjs';
import { markingScreens } from './marking-screens.mjs';
import { promiseScreens } from './promise-screens.mjs';
import { planScreens } from './plan-screens.mjs';
import { reportScreens } from './report-screens.mjs';
import { setUpScreens } from './set-up-screens.mjs';
import { appraisalScreens } from './appraisal-screens.mjs';
import { surveyPageScreens } from './survey-page-screens.mjs';
import { surveyScreens } from './survey-screens.mjs';

/**
 * Every screen that people see, for `npm run screens`. A feature adds its own here.
 *
 * `role` is who looks at it, null for nobody signed in; `prepare` brings the page into the state worth a look
 * (it gets the page, opened at `path`, and the world); `whole` takes the page in its full length.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} path
 * @property {import('@forecall/contracts').RoleName | null} role
 * @property {(page: Page, world: { readonly databaseUrl: string }) => Promise<void>} [prepare]
 * @property {boolean} [whole]
 */

/** Opens the panel beside the row with this number, counted from 0. Where nothing is listed there is none. */
const openRow = (/** @type {number} */ number) => async (/** @type {Page} */ page) => {
  const links = page.locator('tbody a');
  if ((await links.count()) <= number) return;
  await links.nth(number).click();
  await page.locator('fc-panel').waitFor();
};

/** @param {Page} page */
async function appointSomebody(page) {
  await openRow(3)(page);
  await page.locator('fc-unit-panel .acts button').first().click();
  await page.locator('fc-leader-form fc-day input').first().fill('-20');
  await page.locator('fc-back-dated p').waitFor();
  await page.locator('fc-leader-form fc-day button').nth(1).click();
}

/** @param {Page} page */
async function openReason(page) {
  await page.locator('tbody tr').nth(4).click();
  await page.locator('fc-panel').waitFor();
}

/** @param {Page} page */
async function pressMainAct(page) {
  // An empty list has the act in its middle.
  await page.locator('.main-act, fc-empty .primary').first().click();
  await page.locator('fc-panel').waitFor();
}

/** @param {Page} page */
async function findWhatDutyIsAbout(page) {
  await pressMainAct(page);
  await page.locator('fc-about-picker input').fill('a');
  await page.getByRole('option').first().waitFor();
}

/** @param {Page} page */
async function openWallboard(page) {
  await pressMainAct(page);
  await page.locator('fc-panel input').fill('Hall');
  await page.locator('fc-panel button[type=submit]').click();
  await page.locator('fc-shown-once').waitFor();
}

/** @param {Page} page */
async function findCustomer(page) {
  const finder = page.getByRole('combobox').first();
  await finder.click();
  await finder.fill('a');
  await page.locator('[role=option]:visible').first().click();
}

/** @param {Page} page */
async function beginComplaint(page) {
  await findCustomer(page);
  await page.locator('.quick button').first().click();
  await page.locator('#desk-note').fill('INV-2291');
  await page.keyboard.press('Alt+c');
  await page.locator('fc-complaint-fields').waitFor();
}

/** @param {Page} page */
async function openLongRow(page) {
  await page.locator('[data-index="2"] a').first().click();
  await page.locator('fc-contact-panel .facts').waitFor();
}

/** @param {Page} page */
async function selectRows(page) {
  await page.getByRole('checkbox').nth(1).click();
  await page
    .getByRole('checkbox')
    .nth(3)
    .click({ modifiers: ['Shift'] });
}

/**
 * A low answer that somebody is to see to.
 *
 * @param {Page} page
 */
async function openRecovery(page) {
  const { duties } = await (await page.request.get('/api/duties?of=reach&limit=200')).json();
  const low = duties.filter((/** @type {any} */ { kind }) => kind === 'recovery').at(-1);
  await page.goto(`/day?of=reach&duty=${low.id}`);
  await page.locator('fc-recovery-part fieldset').waitFor();
}

/** @param {Page} page */
async function openDuty(page) {
  const duty = page.locator('fc-duty-row a.what');
  if ((await duty.count()) === 0) return;
  await duty.first().click();
  await page.locator('fc-panel .facts').waitFor();
}

/** @param {Page} page */
async function openBell(page) {
  await page.locator('fc-bell-button button').click();
  await page.locator('.menu.bell').waitFor();
}

/** The newest complaint in sight that has come some way. @param {Page} page */
async function openComplaint(page) {
  const answer = await page.request.get('/api/complaints?state=open&limit=100');
  const { complaints } = await answer.json();
  const isAt =
    (/** @type {string[]} */ ...stages) =>
    (/** @type {{ stage: string }} */ { stage }) =>
      stages.includes(stage);
  const one =
    complaints.find(isAt('answered', 'decided', 'reopened')) ??
    complaints.find(isAt('investigated', 'assessed', 'acknowledged')) ??
    complaints[0];
  if (!one) return;
  await page.goto(`/complaints/${one.id}`);
  await page.locator('fc-complaint-time-line li').first().waitFor();
}

/** @param {Page} page */
async function closeComplaint(page) {
  await openComplaint(page);
  await page.locator('fc-task-card button').last().click();
  await page.locator('fc-step-form').waitFor();
}

/** @param {Page} page */
async function sendEmptyForm(page) {
  const send = page.locator('form button');
  if ((await send.count()) > 0) await send.click();
}

/** @param {Page} page */
async function beginLetter(page) {
  await findCustomer(page);
  await page.locator('fc-day input').fill('-20');
  await page.locator('fc-day input').blur();
  await page.locator('.quick button').first().click();
  await page.locator('fc-attachments input[type=file]').setInputFiles([
    { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Charged twice') },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') },
  ]);
  await page.keyboard.press('Control+Enter');
}

/** @type {readonly Screen[]} */
export const screens = [
  ...setUpScreens,
  { name: 'sign-in', path: '/sign-in', role: null },
  { name: 'board', path: '/board', role: 'head' },
  { name: 'board-28-days', path: '/board?window=d28', role: 'executive' },
  { name: 'public-form', path: '/complain', role: null, prepare: sendEmptyForm, whole: true },
  { name: 'complaint-in-writing', path: '/complaints/new', role: 'supervisor', prepare: beginLetter, whole: true },
  { name: 'complaint-form', path: '/complaint-form', role: 'admin' },
  { name: 'desk', path: '/desk', role: 'rep' },
  { name: 'desk-complaint', path: '/desk', role: 'rep', prepare: beginComplaint },
  { name: 'day', path: '/day', role: 'rep' },
  { name: 'day-panel', path: '/day', role: 'supervisor', prepare: openDuty },
  { name: 'day-recovery', path: '/day', role: 'executive', prepare: openRecovery },
  { name: 'day-new', path: '/day', role: 'rep', prepare: findWhatDutyIsAbout },
  { name: 'bell', path: '/day', role: 'rep', prepare: openBell },
  { name: 'complaints', path: '/complaints?state=all', role: 'head', prepare: selectRows },
  { name: 'complaints-empty', path: '/complaints?severity=small&stage=answered&search=qqq', role: 'supervisor' },
  { name: 'contacts', path: '/contacts?complaint=yes', role: 'head', prepare: openLongRow },
  { name: 'complaint', path: '/board', role: 'head', prepare: openComplaint },
  { name: 'complaint-step', path: '/board', role: 'head', prepare: closeComplaint },
  ...accountScreens,
  ...alarmScreens,
  ...callScreens,
  ...examScreens,
  ...examReportScreens,
  ...markingScreens,
  ...promiseScreens,
  ...planScreens,
  ...reportScreens,
  ...controlChartScreens,
  ...funnelScreens,
  ...scorecardScreens,
  ...surveyScreens,
  ...surveyPageScreens,
  ...appraisalScreens,
  { name: 'organisation', path: '/organisation', role: 'admin', prepare: openRow(3) },
  { name: 'organisation-appoint', path: '/organisation', role: 'admin', prepare: appointSomebody },
  { name: 'staff', path: '/organisation/staff', role: 'admin', prepare: openRow(2) },
  { name: 'staff-list', path: '/organisation/staff', role: 'admin' },
  { name: 'settings', path: '/organisation/settings', role: 'admin' },
  { name: 'reasons', path: '/reasons', role: 'admin', prepare: openReason },
  { name: 'calendars', path: '/calendars', role: 'admin' },
  { name: 'calendars-day', path: '/calendars?day=2026-02-16&in=2026', role: 'admin' },
  { name: 'calendars-clocks', path: '/calendars/clocks', role: 'admin' },
  { name: 'leave', path: '/leave', role: 'head', prepare: pressMainAct },
  { name: 'users', path: '/users', role: 'admin', prepare: openRow(2) },
  { name: 'users-invite', path: '/users', role: 'admin', prepare: pressMainAct },
  ...importScreens,
  { name: 'tokens', path: '/tokens', role: 'admin', prepare: pressMainAct },
  { name: 'phone-lines', path: '/phone-lines', role: 'admin' },
  { name: 'wallboards', path: '/wallboards', role: 'head', prepare: openWallboard },
  { name: 'audit', path: '/audit', role: 'admin', prepare: openRow(0) },
  { name: 'checks', path: '/checks', role: 'admin' },
  { name: 'own-sign-in', path: '/me', role: 'supervisor', whole: true },
  { name: 'not-found', path: '/nothing-here', role: 'rep' },
  { name: 'forbidden', path: '/forbidden', role: 'rep' },
];
