import type { TrainingList } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { anAccount, card, panel, submit } from './accounts.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a training is wanted, planned, held and noted; it stands on the time line with what was promised; a cadence of their own', async ({
  page,
  browser,
  world,
  sessionOf,
  clientOf,
}) => {
  const [supervisor, head] = [await clientOf('supervisor'), await clientOf('head')];
  const { id, name, people } = await anAccount(supervisor);
  const send = async (method: 'post' | 'put', path: string, data: object) => {
    const answer = await supervisor[method](`/api/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer;
  };
  const told = async () => (await (await supervisor.get(`/api/accounts/${id}/trainings`)).json()) as TrainingList;
  await send('put', `accounts/${id}/class`, { class: 'loyal', why: 'Renews without a tender' });
  const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await send('post', 'promises', { accountId: id, what: 'A price list by article', dueAt });

  await page.goto(`/accounts/${id}`);
  const wanted = card(page, 'Training');
  await expect(wanted).toContainText('Training wanted. They were never taught.');
  await expect(wanted).toContainText('Not taught in 12 months: Ava Moreno, Ben Moreno');
  await wanted.getByRole('button', { name: 'Plan a session' }).click();
  await submit(page);
  await expect(panel(page).getByText('This is missing')).toHaveCount(2);
  await panel(page).getByLabel('Topic').fill('Reading our invoices');
  await panel(page).getByLabel('Day', { exact: true }).fill(dayFromNow(10));
  await panel(page).getByLabel('Trainer').fill('Lin');
  await page.getByRole('option', { name: 'Lin Wei' }).click();
  await panel(page).getByRole('button', { name: 'Tick the 2 who were not taught' }).click();
  await expect(panel(page).getByRole('checkbox', { name: 'Ben Moreno' })).toBeChecked();
  await submit(page);
  await expect(page.getByText(/Reading our invoices planned for/)).toBeVisible();
  await expect(wanted).toContainText('Training is planned. They were never taught.');
  await expect(wanted.getByRole('button', { name: 'Plan a session' })).toBeFocused();

  // Held three days ago, and nobody has noted who came.
  const attendance = people.map(({ id: personId }) => ({ personId }));
  const session = { topic: 'Terminals', heldOn: dayFromNow(-3), material: 'Card: https://files.example/card' };
  await send('post', `accounts/${id}/trainings`, { ...session, attendance });
  await page.goto(`/accounts/${id}/training`);
  await expect(card(page, 'Reading our invoices')).toContainText('planned');
  await expect(card(page, 'Reading our invoices')).toContainText('2 asked');
  const held = card(page, 'Terminals');
  await expect(held.getByRole('link', { name: 'https://files.example/card' })).toBeVisible();
  await held.getByRole('button', { name: 'Note who came: Terminals' }).click();
  await panel(page).getByRole('combobox', { name: 'Did Ava Moreno come?' }).selectOption('yes');
  await panel(page).getByRole('combobox', { name: 'What Ava Moreno thought of it' }).selectOption('4');
  await panel(page).getByRole('textbox', { name: 'What Ava Moreno said of it' }).fill('Short and to the point');
  await panel(page).getByRole('combobox', { name: 'Did Ben Moreno come?' }).selectOption('no');
  await expectAccessible(page);
  // Somebody else was first: both changes are kept, and nothing is overwritten unseen.
  const before = (await told()).trainings.find(({ topic }) => topic === 'Terminals');
  const meanwhile = { ...session, topic: 'Terminals, first steps', attendance, revision: 1 };
  const saved = await head.put(`/api/trainings/${before?.id}`, { data: meanwhile });
  expect(saved.status(), await saved.text()).toBe(200);
  await submit(page);
  await expect(panel(page).getByRole('alert')).toContainText('Somebody else changed this in the meantime');
  await expect(panel(page).getByLabel('Topic')).toHaveValue('Terminals, first steps');
  await submit(page);
  await expect(card(page, 'Terminals, first steps')).toContainText('1 of 2 came');
  await expect(card(page, 'Terminals, first steps')).toContainText('Short and to the point');
  expect((await told()).trainings.find(({ id: one }) => one === before?.id)?.attendance).toMatchObject([
    { isPresent: true, score: 4 },
    { isPresent: false, score: null },
  ]);
  await card(page, 'Reading our invoices').getByRole('button', { name: 'Call off: Reading our invoices' }).click();
  await panel(page).getByLabel('Why').fill('They move house that week');
  await submit(page);
  await expect(card(page, 'Reading our invoices')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Reading our invoices')).toContainText('2 asked');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Overview' }).click();
  const line = card(page, 'Time line');
  const entries = line.getByRole('listitem');
  const ahead = line.locator('li.future');
  await expect(ahead.filter({ hasText: 'Training planned: Reading our invoices' })).toHaveCount(1);
  await expect(ahead.filter({ hasText: 'Promise due' })).toContainText('A price list by article');
  await expect(entries.filter({ hasText: /Promised, by/ })).toHaveCount(1);
  await line.getByRole('button', { name: /Show/ }).click();
  await page.getByRole('menuitemradio', { name: 'training' }).click();
  await expect(entries).toHaveText([/Training planned: Reading our invoices/, /Training: Terminals, first steps/]);
  await entries.getByRole('link', { name: /Terminals/ }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${id}/training$`));

  const strategy = card(page, 'Class and strategy');
  await expect(strategy).toContainText('a call every 14 days');
  await strategy.getByRole('button', { name: 'Set their own' }).click();
  await panel(page).getByLabel('Days from one call to the next').fill('5');
  await submit(page);
  await expect(panel(page).getByText('This is missing')).toBeVisible();
  await panel(page).getByLabel('Why').fill('They open a branch a week');
  // Somebody else was first here too: said, and saved only when it was seen.
  await send('put', `accounts/${id}/cadence`, { days: 9, why: 'Asked for it', was: null });
  await submit(page);
  await expect(panel(page)).toContainText('Somebody else set it to every 9 days meanwhile.');
  await expectAccessible(page);
  await submit(page);
  await expect(page.getByText(`${name}: a call every 5 days`)).toBeVisible();
  await expect(strategy).toContainText('They open a branch a week');
  await expect(strategy).toContainText('Otherwise every 14 days, as Loyal');
  await strategy.getByRole('button', { name: 'Back to the usual' }).click();
  await expect(strategy).toContainText('the usual of Loyal');
  await page.keyboard.press('Control+z');
  await expect(strategy).toContainText('a call every 5 days');

  const elsewhere = await browser.newContext({
    ...{ baseURL: world.url, locale: 'zh-CN', colorScheme: 'dark', storageState: await sessionOf('head') },
  });
  const theirs = await elsewhere.newPage();
  await theirs.goto(`/accounts/${id}/training`);
  await expect(card(theirs, '培训')).toContainText('培训在有效期内');
  await expect(card(theirs, 'Terminals, first steps')).toContainText('2 人中 1 人出席');
  await expect(card(theirs, '类型与策略')).toContainText('每 5 天一次电话');
  await expectAccessible(theirs);
  await elsewhere.close();
});
