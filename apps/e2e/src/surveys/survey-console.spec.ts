import type { APIRequestContext, Page } from '@playwright/test';
import type { ContactAnswers, SurveyFormPage } from '@forecall/contracts';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { knownDepartments } from '../world/known-people.js';
import { signInOf } from '../world/sign-ins.js';
import { startWorld, type World } from '../world/world.js';
import { aFreePort, aMailbox, type Mailbox } from './mailbox.js';

const toast = (page: Page) => page.locator('fc-toast-host');
const saved = (page: Page) => page.getByText('draft saved');

/** Somebody who has an address, called just now. */
async function aCalledCustomer(rep: APIRequestContext, head: APIRequestContext, email: string): Promise<string> {
  const made = await head.post('/api/accounts', {
    data: { name: 'Harbour Bank', nameZh: '海港银行', people: [{ name: 'Ava Moreno', phones: [], email }] },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id: accountId } = (await made.json()) as { id: string };
  const account = (await (await rep.get(`/api/accounts/${accountId}`)).json()) as { people: { id: string }[] };
  const [endedAt, id] = [Date.now(), uuid()];
  const logged = await rep.post('/api/contacts', {
    data: {
      ...{ id, channel: 'phone', direction: 'in', accountId, personId: account.people[0]?.id },
      ...{ startedAt: new Date(endedAt - 60_000).toISOString(), endedAt: new Date(endedAt).toISOString() },
      reasonId: knownDepartments.billing.reasonId,
    },
  });
  expect(logged.status(), await logged.text()).toBe(201);
  return id;
}

/** The look of this minute, now and not at its half. */
async function look(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('surveys', $1)`, [
    { dueAt: new Date().toISOString() },
  ]);
  await client.end();
}

test.describe('a form from its first question to its first answer', () => {
  let mailbox: Mailbox;
  let own: World;
  test.beforeAll(async () => {
    mailbox = await aMailbox();
    const port = String(await aFreePort());
    own = await startWorld({
      ...{ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, SMTP_URL: mailbox.url },
      MAIL_FROM: 'forecall@example.test',
    });
  });
  test.afterAll(async () => {
    await own.stop();
    await mailbox.close();
  });

  test('a head makes it, publishes it, switches it on; the letter comes, and what the customer answers is seen', async ({
    page,
    browser,
    playwright,
  }) => {
    test.slow();
    const clientOf = async (role: 'head' | 'rep') => {
      const client = await playwright.request.newContext({
        ...{ baseURL: own.url, extraHTTPHeaders: { 'X-Forecall': 'console' } },
      });
      const answer = await client.post('/api/session', { data: signInOf(own, role) });
      expect(answer.status(), await answer.text()).toBe(200);
      return client;
    };
    const [head, rep] = [await clientOf('head'), await clientOf('rep')];
    await page.context().addCookies((await head.storageState()).cookies);

    // The list is empty, and says how to begin.
    await page.goto(`${own.url}/surveys`);
    await expect(page.getByText('No form yet')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('n');
    await expect(page.getByLabel('Begin as')).toHaveValue('csat');
    await expect(page.getByLabel('Name in English')).toHaveValue('Satisfaction with a contact');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make it' }).click();

    // A second question in English alone: refused at its place, in words, and led to.
    await expect(page.getByRole('heading', { level: 2, name: 'Satisfaction with a contact' })).toBeVisible();
    await page.keyboard.press('n');
    await page.keyboard.type('What should we do better?');
    const preview = page.getByRole('region', { name: 'As the customer sees it' });
    await expect(preview.getByText('What should we do better?')).toBeVisible();
    await expect(page.getByText('The words of this language are missing').first()).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('wrong or missing');
    await expectAccessible(page);
    await page.getByLabel('What is asked, 简体中文').fill('我们哪里可以改进？');
    for (const [n, [en, zh]] of [
      ['Speed', '速度'],
      ['Knowledge', '专业'],
    ].entries()) {
      await page.getByLabel(`Option ${n + 1}, English`).fill('x'.repeat(80));
      await expect(page.getByText('80 characters are the most')).toBeVisible();
      await page.getByLabel(`Option ${n + 1}, English`).fill(en!);
      await page.getByLabel(`Option ${n + 1}, 简体中文`).fill(zh!);
    }
    await expect(page.getByText('Complete in both languages')).toBeVisible();
    await preview.getByText('简体中文', { exact: true }).click();
    await expect(preview.getByText('我们哪里可以改进？')).toBeVisible();
    await expect(preview.getByText('您的意见')).toBeVisible();
    // By keyboard the new question goes before the words of their own.
    await page.getByRole('button', { name: /^3 What should we do better/ }).press('Alt+ArrowUp');
    await expect(page.getByRole('button', { name: /^2 What should we do better/ })).toBeFocused();
    await expect(saved(page)).toBeVisible();
    // Removed by a slip, it comes back where it was, by the keys.
    await page.getByRole('button', { name: 'Remove the question' }).click();
    await expect(page.getByRole('button', { name: /What should we do better/ })).toHaveCount(0);
    await expect(toast(page)).toContainText('“What should we do better?” removed');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /^2 What should we do better/ })).toBeFocused();
    // What was typed in the very last moment is there after a reload.
    await page.getByLabel('Introduction, before the questions (optional), English').fill('Two questions.');
    await page.getByLabel('Introduction, before the questions (optional), 简体中文').fill('两道题。');
    await page.reload();
    await expect(page.getByLabel('Introduction, before the questions (optional), 简体中文')).toHaveValue('两道题。');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toContainText('Publish version 1');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).click();
    await expect(toast(page)).toContainText('Version 1 published');

    // The next version says what changes for whoever is asked.
    await page.getByRole('button', { name: 'Work on the next version' }).click();
    await page.getByRole('button', { name: /^2 What should we do better/ }).click();
    await page.getByLabel('What is asked, English').fill('What should we improve?');
    await expect(saved(page)).toBeVisible();
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(page.getByRole('dialog')).toContainText('One change');
    await expect(page.getByRole('dialog')).toContainText('reworded');
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByRole('button', { name: 'Drop the draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Drop the draft' }).click();
    await expect(page.getByRole('button', { name: 'Work on the next version' })).toBeVisible();

    // The rules: said in sentences before they are switched on by name.
    await page.getByRole('link', { name: 'Rules of surveys' }).click();
    await expect(page.getByRole('heading', { name: 'Nobody is asked' })).toBeVisible();
    const whenSaved = page.getByText('once what you changed is saved');
    await expect(whenSaved).toBeHidden();
    const days = page.getByLabel('Days between', { exact: true });
    const usual = await days.inputValue();
    await days.fill('77');
    await expect(whenSaved).toBeVisible();
    await days.fill(usual);
    await expect(whenSaved).toBeHidden();
    await page.getByLabel('Form', { exact: true }).first().selectOption({ label: 'Satisfaction with a contact' });
    await page.getByLabel('Quiet from').fill('00:00');
    await page.getByLabel('Quiet until').fill('00:00');
    await page.getByRole('button', { name: 'Add a share' }).click();
    await page.getByRole('group', { name: 'Share 1' }).getByLabel('Department').selectOption('');
    await expect(page.getByText('Name a channel or a department')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove share 1' }).click();
    await expect(page.getByText('After every contact that ended a customer is asked')).toBeVisible();
    await page.getByRole('button', { name: 'Switch on' }).click();
    await expect(page.getByRole('dialog')).toContainText('After every contact that ended a customer is asked');
    await page.getByRole('button', { name: 'Ask customers from now on' }).click();
    await expect(page.getByRole('heading', { name: 'Customers are asked' })).toBeFocused();
    await expectAccessible(page);

    // What the rules ask by is not put away by one press.
    await page.goto(`${own.url}/surveys`);
    await page.getByRole('button', { name: 'Archive Satisfaction with a contact' }).click();
    await expect(page.getByRole('alert')).toContainText('The rules ask by it: choose another there first.');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'To the rules' }).click();
    await expect(page.getByRole('heading', { name: 'Customers are asked' })).toBeVisible();

    // A contact ends, the letter comes, and the customer answers without scripts.
    const email = 'ava@harbour.test';
    const contactId = await aCalledCustomer(rep, head, email);
    await look(own.databaseUrl);
    await expect.poll(() => mailbox.letters.filter(({ to }) => to.includes(email)).length, { timeout: 45_000 }).toBe(1);
    const link = /http:\S+score=2/.exec(mailbox.letters[0]?.text ?? '')?.[0] ?? '';
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const customer = await context.newPage();
    await customer.goto(link);
    await expect(customer.getByRole('radio', { name: '2' })).toBeChecked();
    await customer.getByLabel('Speed').check();
    await customer.getByLabel('What would you like to tell us?').fill('Nobody called back');
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    // Looked at again it stands as it was chosen; what was written does not, and stays.
    await customer.getByRole('link', { name: 'Change the answer' }).click();
    await expect(customer.getByRole('radio', { name: '2' })).toBeChecked();
    await expect(customer.getByLabel('Speed')).toBeChecked();
    await expect(customer.getByLabel('What would you like to tell us?')).toHaveValue('');
    await customer.getByRole('radio', { name: '1' }).check();
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await context.close();

    await page.goto(`${own.url}/contacts`);
    await page.locator('[data-index="0"] a').first().click();
    const answers = page.getByRole('region', { name: 'Customer’s answers' });
    await expect(answers).toContainText('1 of 5');
    await expect(answers.getByText('What should we do better?')).toBeVisible();
    await expect(answers.getByText('Speed', { exact: true })).toBeVisible();
    await expect(answers).toContainText('Has answered about this already');
    await expect(answers).toContainText('Answered by the customer');
    await expect(answers).toContainText('Nobody called back');

    // What the customer answered themselves nobody here puts anything else in the place of.
    await answers.getByRole('button', { name: 'Ask for an answer' }).click();
    await expect(page.getByRole('radio', { name: /^1/ })).toBeFocused();
    await page.keyboard.press('5');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('The customer has answered about this already.')).toBeVisible();
    const { answers: found } = (await (await head.get(`/api/contacts/${contactId}/answers`)).json()) as ContactAnswers;
    expect(found.map(({ score, enteredHow }) => `${score} ${enteredHow}`)).toEqual(['2 survey', '1 survey']);
    await expectAccessible(page);
    await Promise.all([head.dispose(), rep.dispose()]);
  });
});

test.describe('an agent', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

  test('asks the customer on the line by the keys, and whoever does not want to be asked is left alone, with undo', async ({
    page,
    clientOf,
  }) => {
    const leader = await clientOf('head');
    const { forms } = (await (await leader.get('/api/survey-forms')).json()) as SurveyFormPage;
    if (!forms.some(({ published, kind }) => published && kind === 'csat')) {
      const name = { en: `After a call ${Date.now()}`, zh: `通话之后 ${Date.now()}` };
      const made = await leader.post('/api/survey-forms', {
        data: { kind: 'csat', name, from: { readyMade: 'csat' } },
      });
      const { form } = (await made.json()) as { form: { id: string } };
      await leader.post(`/api/survey-forms/${form.id}/publish`, { data: { revision: 1 } });
    }
    const find = `Ask Bank ${Date.now()}`;
    const account = await leader.post('/api/accounts', {
      data: { name: find, people: [{ name: 'Ben Moreno', phones: [], email: `ben-${Date.now()}@harbour.test` }] },
    });
    const { id: accountId } = (await account.json()) as { id: string };
    const { people } = (await (await leader.get(`/api/accounts/${accountId}`)).json()) as { people: { id: string }[] };

    await page.goto(`/desk?person=${people[0]?.id}`);
    await expect(page.getByRole('heading', { name: 'Ben Moreno' })).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.type('Asked for a copy of the invoice.');
    await page.keyboard.press('Alt+s');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Saved: Ben Moreno')).toBeVisible();
    await page.keyboard.press('Alt+q');
    await expect(page.getByRole('radio', { name: /^1/ })).toBeFocused();
    // Nothing goes out while what has to be answered is not.
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('This question is to be answered')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('4');
    await page.keyboard.press('Control+Enter');
    await expect(toast(page)).toContainText('Answer saved');
    await expect(page.getByText('Saved: Ben Moreno')).toBeHidden();
    await expect(page.getByRole('combobox', { name: 'Who is it?' })).toBeVisible();

    await page.goto(`/accounts/${accountId}`);
    await page.getByRole('button', { name: 'Ben Moreno' }).click();
    await page.getByRole('button', { name: 'Do not ask any more' }).click();
    await page.getByLabel('Why').fill('Told me on the telephone');
    await page.getByRole('button', { name: 'Do not ask any more' }).click();
    await expect(page.getByText('told us so')).toBeVisible();
    await expectAccessible(page);
    await toast(page).getByRole('button', { name: /Undo/ }).click();
    await expect(page.getByText('Last asked on')).toBeVisible();
  });
});
