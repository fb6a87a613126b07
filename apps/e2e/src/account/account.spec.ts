import type { AccountPage } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { anAccount, card, panel, submit } from './accounts.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('an account found by its name is classed with a reason, given into care, and told when to call', async ({
  page,
  request,
  clientOf,
}) => {
  const { id, name } = await anAccount(await clientOf('supervisor'));
  const told = async () => (await (await request.get(`/api/accounts/${id}/page`)).json()) as AccountPage;
  await page.goto('/accounts');
  await expect(page.getByRole('region', { name: 'Accounts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill(name);
  await expect(page.getByRole('option').filter({ hasText: name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/accounts/${id}$`));
  await expect(page.getByRole('main').getByRole('heading', { name: `${name} 采石场银行` })).toBeVisible();
  const strategy = card(page, 'Class and strategy');
  await expect(strategy).toContainText('No key account');
  await expect(card(page, 'Health')).toContainText('Too few contacts to tell their rhythm');

  await strategy.getByRole('button', { name: 'Set the class' }).click();
  await expect(panel(page).getByLabel('Class')).toBeFocused();
  await panel(page).getByLabel('Class').selectOption('loyal');
  await submit(page);
  await expect(panel(page).getByText('This is missing')).toBeVisible();
  await expectAccessible(page);
  await panel(page).getByLabel('Why').fill('Renews without a tender');
  await submit(page);
  await expect(page.getByText(`${name} is Loyal now`)).toBeVisible();
  await expect(strategy).toContainText('Renews without a tender');
  await expect(strategy).toContainText('a call every 14 days');
  await expect(strategy).toContainText('account health, satisfaction, complaints resolved in time');
  await expect(page.getByText(/^Loyal, since/)).toBeVisible();
  // The focus is back where the form was begun from.
  await expect(strategy.getByRole('button', { name: 'Set the class' })).toBeFocused();
  await page.keyboard.press('Enter');
  await panel(page).getByLabel('Class').selectOption('dormant');
  await panel(page).getByLabel('Why').fill('No order since spring');
  await submit(page);
  await expect(strategy).toContainText('a call every 30 days');
  await strategy.getByText('1 earlier class').click();
  await expect(strategy).toContainText('Renews without a tender');
  await expect(strategy).toContainText('set by 陈国栋');

  await strategy.getByRole('button', { name: 'Give care' }).click();
  await panel(page).getByLabel('Who?').fill('Lin');
  await page.getByRole('option', { name: 'Lin Wei' }).click();
  await expectAccessible(page);
  await submit(page);
  await expect(page.getByText(`${name} is in care of Lin Wei`)).toBeVisible();
  await expect(page.getByRole('main').getByText('In care of Lin Wei').first()).toBeVisible();
  await strategy.getByRole('button', { name: 'End the care of Lin Wei' }).click();
  await submit(page);
  await expect(page.getByText('Care of Lin Wei ends')).toBeVisible();
  const endCare = strategy.getByRole('button', { name: 'End the care of Lin Wei' });
  await expect(endCare).toHaveCount(0);
  // Taken back it is as before, without a trace in the history.
  await page.keyboard.press('Control+z');
  await expect(endCare).toBeVisible();
  expect((await told()).inside?.care).toMatchObject([{ part: 'rep', to: null }]);
  await endCare.click();
  await submit(page);
  await expect(endCare).toHaveCount(0);
  expect((await told()).inside?.care).toMatchObject([{ part: 'rep', staff: { name: 'Lin Wei' } }]);

  await card(page, 'When to call').getByRole('button', { name: 'Change' }).click();
  await panel(page).getByLabel('Tier').selectOption('A');
  await panel(page).getByLabel('Time zone').selectOption('America/New_York');
  await panel(page).getByLabel('Holidays').selectOption({ label: 'United States' });
  await panel(page).getByLabel('Hours').selectOption('yes');
  await panel(page).getByLabel('Mon', { exact: true }).fill('9-12');
  await panel(page).getByRole('button', { name: 'Monday to Friday alike' }).click();
  await panel(page).getByLabel('Sat', { exact: true }).fill('25-26');
  await submit(page);
  await expect(panel(page).getByLabel('Sat', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await panel(page).getByLabel('Sat', { exact: true }).fill('');
  await submit(page);
  const terms = card(page, 'When to call');
  await expect(terms).toContainText('Mon–Fri 09:00–12:00');
  await expect(terms).toContainText('United States');
  await expect(terms).toContainText(/now \d\d:\d\d there/);
  expect((await told()).account).toMatchObject({ tier: 'A', zone: 'America/New_York', country: 'US' });
  await page.keyboard.press('Control+z');
  await expect(terms).not.toContainText('United States');

  const line = card(page, 'Time line');
  await expect(line).toContainText('Became Dormant');
  await expect(line).toContainText('No longer Loyal');
  await line.getByRole('button', { name: /Show/ }).click();
  await page.getByRole('menuitemradio', { name: 'care' }).click();
  await expect(line).not.toContainText('Became Dormant');
  await expect(line).toContainText('In care of Lin Wei');
  await card(page, 'Six months').getByRole('slider').press('Home');
  await page.keyboard.press('t');
  await expect(card(page, 'Six months').getByRole('table')).toContainText('Became Dormant');
  await expectAccessible(page);

  await page.getByRole('navigation').getByRole('link', { name: 'Accounts' }).click();
  const list = page.getByRole('region', { name: 'Accounts' });
  await page.getByRole('button', { name: /^Class/ }).click();
  await page.getByRole('option', { name: 'Loyal' }).click();
  await expect(page).toHaveURL(/class=loyal/);
  await expect(list.getByRole('link', { name })).toHaveCount(0);
  await page.getByRole('button', { name: /^Class/ }).click();
  await page.getByRole('option', { name: 'Dormant' }).click();
  await page.getByRole('searchbox', { name: 'Find an account' }).fill(name);
  await expect(list.getByRole('row').filter({ hasText: name })).toContainText('Dormant');
  await expectAccessible(page);
  await list.getByRole('link', { name }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${id}$`));
});

test('somebody is added, barred from calls, and treated by what was observed, at the desk too; the dossier keeps both texts', async ({
  page,
  request,
  browser,
  world,
  sessionOf,
  clientOf,
}) => {
  const head = await clientOf('head');
  const { id, people } = await anAccount(await clientOf('supervisor'));
  await page.goto(`/accounts/${id}`);
  const list = card(page, 'People');
  await list.getByRole('button', { name: 'Add' }).click();
  await panel(page).getByLabel('Name', { exact: true }).fill('Cai Moreno');
  await submit(page);
  // Their own panel opens: there is more to tell.
  await expect(panel(page).getByRole('heading', { name: 'Cai Moreno' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Change' }).click();
  await panel(page).getByLabel('Influence').selectOption('decides');
  await panel(page).getByLabel('Order of calls').fill('1');
  await panel(page).getByLabel('May we call?').selectOption('no');
  await panel(page).getByLabel('Telephone numbers').fill('what');
  await submit(page);
  await expect(panel(page).getByText('This is missing')).toBeVisible();
  await panel(page).getByLabel('Why').fill('Asked us to write');
  await submit(page);
  await expect(panel(page).getByText('This is no telephone number')).toBeVisible();
  await expectAccessible(page);
  await panel(page).getByLabel('Telephone numbers').fill('+86 755 2601 8899');
  await submit(page);
  await expect(panel(page)).toContainText('Do not call: Asked us to write');
  await expect(panel(page)).toContainText('+8675526018899');

  // Two at once: what is typed stays, and whose it shall be is chosen.
  const read = (await (await request.get(`/api/accounts/${id}/page`)).json()) as AccountPage;
  const cai = read.account.people.find((one) => one.name === 'Cai Moreno');
  await panel(page).getByRole('button', { name: 'Change' }).click();
  await panel(page).getByLabel('Position').fill('Treasurer');
  const first = await head.patch(`/api/people/${cai?.id}`, {
    data: { revision: cai?.revision, position: 'Head of finance', email: 'cai@quarry.example' },
  });
  expect(first.status(), await first.text()).toBe(200);
  await submit(page);
  await expect(panel(page).getByRole('alert')).toContainText('Somebody else saved this while you were writing');
  await expect(panel(page).getByRole('radio', { name: /Saved now cai@quarry\.example/ })).toBeChecked();
  await expectAccessible(page);
  await panel(page)
    .getByRole('radio', { name: /Yours Treasurer/ })
    .check();
  await panel(page).getByRole('button', { name: 'Save as chosen' }).click();
  await expect(panel(page).getByRole('button', { name: 'Change' })).toBeVisible();
  await expect(panel(page)).toContainText('Treasurer');
  const after = (await (await request.get(`/api/accounts/${id}/page`)).json()) as AccountPage;
  expect(after.account.people.find((one) => one.id === cai?.id)).toMatchObject({
    ...{ position: 'Treasurer', email: 'cai@quarry.example' },
  });
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('Cai Moreno');

  await list.getByRole('button', { name: 'Ava Moreno' }).click();
  await panel(page).getByRole('button', { name: 'Say what you observed' }).click();
  await panel(page).getByLabel('Thinks before answering').check();
  await expect(panel(page)).toContainText('Not clear yet');
  await submit(page);
  await expect(panel(page)).toContainText('Tick on until the type is clear.');
  await panel(page).getByLabel('Asks for data and proof').check();
  await expect(panel(page)).toContainText('Professor type');
  await expectAccessible(page);
  await panel(page).getByText('sure', { exact: true }).click();
  await submit(page);
  await expect(panel(page)).toContainText('Have the whole story ready');
  await expect(panel(page).locator('fc-temperament-history-list')).toContainText('陈国栋');
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(list.getByRole('button', { name: 'Ava Moreno' })).toBeFocused();
  await expect(list).toContainText('Professor type');

  const atDesk = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', storageState: await sessionOf('rep') },
  });
  const desk = await atDesk.newPage();
  await desk.goto(`/desk?person=${people[0]?.id}`);
  await expect(desk.getByRole('region', { name: '如何相处' })).toContainText('教授型');
  await desk.getByRole('link', { name: '采石场银行' }).click();
  await expect(desk).toHaveURL(new RegExp(`/accounts/${id}$`));
  await expect(desk.getByRole('region', { name: '联系人' })).toContainText('教授型');
  await expectAccessible(desk);
  await atDesk.close();

  await page.getByRole('link', { name: 'Dossier' }).click();
  await expect(page.getByText('0 of 7 known')).toBeVisible();
  const competitors = card(page, 'Competitors');
  await competitors.getByRole('button', { name: 'Write: Competitors' }).click();
  await expect(competitors.getByLabel('What do we know?')).toBeFocused();
  await competitors.getByLabel('What do we know?').fill('Wanda has a pilot in three branches.');
  await competitors.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 of 7 known')).toBeVisible();
  await expect(competitors).toContainText('陈国栋');
  await expect(competitors.getByRole('button', { name: 'Change: Competitors' })).toBeFocused();
  await page.keyboard.press('Enter');
  await competitors.getByLabel('What do we know?').fill('Wanda has a pilot in four branches.');
  const theirs = { text: 'Wanda has won two branches.', after: 1 };
  const saved = await head.put(`/api/accounts/${id}/dossier/competitors`, { data: theirs });
  expect(saved.status(), await saved.text()).toBe(204);
  await competitors.getByRole('button', { name: 'Save' }).click();
  await expect(competitors.getByRole('alert')).toContainText('Mary Osei wrote this');
  await expect(competitors).toContainText('Wanda has won two branches.');
  await expectAccessible(page);
  await competitors.getByRole('radio', { name: /Yours/ }).check();
  await competitors.getByRole('button', { name: 'Save as chosen' }).click();
  await competitors.getByText('2 earlier versions').click();
  await expect(competitors.getByRole('listitem')).toHaveText([/Wanda has won two/, /three branches/]);
  const { inside } = (await (await request.get(`/api/accounts/${id}/page`)).json()) as AccountPage;
  expect(inside?.dossier).toMatchObject([{ n: 3, text: 'Wanda has a pilot in four branches.' }]);
  await expectAccessible(page);
});
