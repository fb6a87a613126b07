/** @typedef {import('@playwright/test').Page} Page */

/** The demo, shown as a company of one's own that has done some of its first steps. @param {Page} page */
async function asOwnCompany(page) {
  const done = ['company', 'units', 'users'];
  await page.route('**/api/set-up', async (route) => {
    const answer = await route.fetch({ method: 'GET' });
    const setUp = await answer.json();
    for (const step of setUp.steps) {
      step.isDone = done.includes(step.step);
      step.isPassed = step.step === 'staff';
    }
    await route.fulfill({ json: { ...setUp, isDemo: false, isHidden: false } });
  });
  await page.reload();
  await page.locator('#first-steps').waitFor();
}

/**
 * A page of the wizard. What is typed there is not kept.
 * @param {string} name
 * @param {(page: Page) => Promise<void>} [type]
 */
const setUpOn = (name, type) => async (/** @type {Page} */ page) => {
  await asOwnCompany(page);
  await page.route('**/api/set-up/drafts/*', (route) => route.fulfill({ status: 204 }));
  await page.goto(`/set-up?page=${name}`);
  await page.locator('#step-heading').waitFor();
  await type?.(page);
};

/** @param {Page} page */
async function typeUnits(page) {
  await page
    .getByRole('textbox')
    .last()
    .fill('Billing; 账务部\n- Invoices; 账单组\n- Payments; 付款组\nService; 服务部\n- North');
}

/** @param {Page} page */
async function typeStaff(page) {
  const lines = [
    'Billing; Invoices; 王芳; wang@haigang.test; 1001; yes',
    'Billing; Invoices; Li Lei; wang@haigang.test; 1002',
  ];
  await page
    .getByRole('textbox')
    .last()
    .fill([...lines, 'Billing; ; Zhao Min; zhao; 1003'].join('\n'));
  await page.locator('.faults').first().waitFor();
}

/** @param {Page} page */
async function chooseTrade(page) {
  await page.locator('fc-reasons-step select').first().selectOption('manufacturing');
  await page.locator('.kinds').waitFor();
}

/**
 * Leaving the demo, the wizard and the first steps.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const setUpScreens = [
  { name: 'own-company', path: '/set-up', role: 'admin', whole: true },
  { name: 'set-up-units', path: '/', role: 'admin', prepare: setUpOn('units', typeUnits), whole: true },
  { name: 'set-up-staff', path: '/', role: 'admin', prepare: setUpOn('staff', typeStaff), whole: true },
  { name: 'set-up-reasons', path: '/', role: 'admin', prepare: setUpOn('reasons', chooseTrade), whole: true },
  { name: 'set-up-hours', path: '/', role: 'admin', prepare: setUpOn('hours') },
  { name: 'first-steps', path: '/', role: 'admin', prepare: asOwnCompany },
  { name: 'leave-demo-line', path: '/', role: 'admin' },
];
