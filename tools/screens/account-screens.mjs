/** @typedef {import('@playwright/test').Page} Page */

/**
 * A key account of which the viewer sees everything, the one of which most is known.
 *
 * @param {Page} page
 * @param {string} [tab]
 */
async function openAccount(page, tab = '') {
  const answer = await page.request.get('/api/contacts?limit=200');
  const { contacts } = await answer.json();
  const ids = [...new Set(contacts.flatMap((/** @type {any} */ { account }) => account?.id ?? []))].slice(0, 60);
  const pages = await Promise.all(ids.map(async (id) => (await page.request.get(`/api/accounts/${id}/page`)).json()));
  const known = pages
    .filter(({ inside, account }) => inside !== null && account.careClass !== null)
    .sort((one, other) => other.inside.dossier.length - one.inside.dossier.length);
  const one = known.find(({ account }) => account.zone !== null) ?? known[0] ?? pages[0];
  await page.goto(`/accounts/${one.account.id}${tab}`);
  await page.locator('fc-people-card li').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/**
 * A key account with sessions of both kinds, or as many as there are.
 *
 * @param {Page} page
 * @param {string} tab
 */
async function openTaught(page, tab, isOwn = tab !== '') {
  const { accounts } = await (await page.request.get(`/api/accounts?limit=200${isOwn ? '&inCare=me' : ''}`)).json();
  const read = async (/** @type {any} */ { id }) => {
    const { trainings } = await (await page.request.get(`/api/accounts/${id}/trainings`)).json();
    const people = trainings.reduce(
      (/** @type {number} */ sum, /** @type {any} */ one) => sum + one.attendance.length,
      0,
    );
    return { id, rank: people + (trainings.some((/** @type {any} */ one) => one.isAhead) ? 10 : 0) };
  };
  const taught = await Promise.all(accounts.map(read));
  const [first] = taught.sort((one, other) => other.rank - one.rank);
  await page.goto(`/accounts/${first.id}${tab}`);
  await page.locator('fc-training-card .wanted').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function noteTraining(page) {
  await openTaught(page, '/training');
  await page.locator('fc-session-card').last().getByRole('button').first().click();
  await page.locator('fc-training-form form').waitFor();
}

/** @param {Page} page */
async function showLine(page) {
  await openTaught(page, '');
  await page.locator('fc-line-card li').first().waitFor();
  await page.locator('fc-line-card').scrollIntoViewIfNeeded();
  await page.locator('fc-line-card').evaluate((card) => card.scrollIntoView({ block: 'start' }));
}

/**
 * A key account whose people have answered about the relationship.
 *
 * @param {Page} page
 */
async function openGaps(page) {
  const { accounts } = await (await page.request.get('/api/accounts?limit=100')).json();
  for (const { id } of accounts) {
    const told = await (await page.request.get(`/api/accounts/${id}/surveys`)).json();
    const isShort = told.gaps?.dimensions.some((/** @type {any} */ { gap }) => gap < 0);
    if (!isShort || told.replies.length < 2) continue;
    await page.goto(`/accounts/${id}`);
    await page.locator('fc-gap-card tbody tr').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('fc-gap-card summary').click();
    await page.locator('fc-gap-card').evaluate((card) => card.scrollIntoView({ block: 'start' }));
    return;
  }
  throw new Error('Nobody has answered.');
}

/** @param {Page} page */
async function setCadence(page) {
  await openAccount(page);
  await page.locator('fc-cadence-lines button').first().click();
  await page.locator('fc-cadence-form form').waitFor();
}

/**
 * A rep who cares for key accounts: those that the role signs in take calls.
 *
 * @param {Page} page
 */
async function signInAsCarer(page) {
  const answer = await page.request.post('/api/session', {
    data: { login: 'wang.lin@beichen.example', password: 'beichen demo' },
    headers: { 'X-Forecall': 'console' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** @param {Page} page */
async function taughtByCarer(page) {
  await signInAsCarer(page);
  await openTaught(page, '/training');
}

/** @param {Page} page */
async function noteByCarer(page) {
  await signInAsCarer(page);
  await noteTraining(page);
}

/** @param {Page} page */
async function openPerson(page) {
  await signInAsCarer(page);
  await openAccount(page);
  const treated = page.locator('fc-people-card .who', { hasText: /type|型/ });
  const one = (await treated.count()) > 0 ? treated : page.locator('fc-people-card .who');
  await one.first().getByRole('button').click();
  await page.locator('fc-person-panel .facts').waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page */
async function observe(page) {
  await openPerson(page);
  await page.locator('fc-person-panel .body > .row button').nth(1).click();
  for (const nth of [0, 2, 6]) await page.locator('fc-observe-form input[type=checkbox]').nth(nth).check();
}

/** @param {Page} page */
async function setClass(page) {
  await openAccount(page);
  await page.locator('fc-class-card .acts button').first().click();
  await page.locator('fc-class-form form').waitFor();
}

/** @param {Page} page */
async function setTerms(page) {
  await openAccount(page);
  await page.locator('fc-terms-card button').click();
  await page.locator('fc-terms-form select').last().selectOption('yes');
}

/** @param {Page} page */
async function changePart(page) {
  await signInAsCarer(page);
  await openAccount(page, '/dossier');
  await page.locator('fc-dossier-part-card button').nth(1).click();
  await page.locator('fc-part-form textarea').waitFor();
}

/**
 * The page of a key account, and what is filled in beside it.
 *
 * @type {import('./screens.mjs').Screen[]}
 */
export const accountScreens = [
  { name: 'accounts', path: '/accounts', role: 'executive', prepare: (page) => page.waitForLoadState('networkidle') },
  { name: 'account', path: '/board', role: 'executive', prepare: (page) => openAccount(page) },
  { name: 'account-gaps', path: '/board', role: 'executive', prepare: openGaps },
  { name: 'account-whole', path: '/board', role: 'executive', prepare: (page) => openAccount(page), whole: true },
  { name: 'account-person', path: '/sign-in', role: null, prepare: openPerson },
  { name: 'account-observe', path: '/sign-in', role: null, prepare: observe },
  { name: 'account-class', path: '/board', role: 'executive', prepare: setClass },
  { name: 'account-line', path: '/board', role: 'executive', prepare: showLine },
  { name: 'account-training', path: '/sign-in', role: null, prepare: taughtByCarer },
  { name: 'account-training-form', path: '/sign-in', role: null, prepare: noteByCarer },
  { name: 'account-cadence', path: '/board', role: 'executive', prepare: setCadence },
  { name: 'account-terms', path: '/board', role: 'executive', prepare: setTerms },
  { name: 'account-dossier', path: '/sign-in', role: null, prepare: changePart },
];
