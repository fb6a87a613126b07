import type { APIRequestContext, Browser, Page } from '@playwright/test';
import type { ComplaintForm, ComplaintList, Structure } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { picked } from './files.js';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

/** Opens the form for the department of the known head, or closes it. */
async function set(leader: APIRequestContext, isOpen: boolean): Promise<void> {
  const form = (await (await leader.get('/api/complaint-form')).json()) as ComplaintForm;
  const { departments } = (await (await leader.get('/api/organisation')).json()) as Structure;
  const department = departments.find(({ name }) => name === 'Billing') ?? departments[0]!;
  const data = { revision: form.revision, isOpen, handlingDepartmentId: department.id, introEn: '', introZh: '' };
  const answer = await leader.patch('/api/complaint-form', { data });
  expect(answer.status(), await answer.text()).toBe(200);
}

test.beforeEach(async ({ clientOf }) => set(await clientOf('head'), true));

/** The rules are checked by a script, so on a copy of the page where scripts may run. */
async function expectAccessibleCopy(browser: Browser, page: Page): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 390, height: 844 } });
  const copy = await context.newPage();
  await copy.setContent(await page.content());
  await expectAccessible(copy);
  await context.close();
}

const numberOn = async (page: Page) => /C-\d\d-\d{5}/.exec(await page.locator('.number').innerText())?.[0];
const send = (page: Page) => page.getByRole('button', { name: 'Send the complaint' }).click();

async function fill(page: Page, summary: string): Promise<void> {
  await page.getByLabel('Your name').fill('Chen Guodong');
  await page.getByLabel('E-mail').fill('chen@harbour.test');
  await page.getByLabel('What happened').fill(summary);
}

async function found(leader: APIRequestContext, summary: string): Promise<ComplaintList['complaints']> {
  const list = (await (await leader.get('/api/complaints?state=all')).json()) as ComplaintList;
  return list.complaints.filter((one) => one.summary === summary);
}

test('a customer without scripts complains with a file, gets a number, and goes back and sends again: one complaint', async ({
  page,
  browser,
  clientOf,
}) => {
  const summary = `Charged twice ${Date.now()}`;
  await page.goto('/complain?lang=en');
  await fill(page, summary);
  await page.getByLabel('Files').setInputFiles([picked.pdf, picked.png]);
  await send(page);
  await expect(page.getByRole('heading', { name: 'Your complaint has been received' })).toBeVisible();
  const number = await numberOn(page);
  await expectAccessibleCopy(browser, page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your complaint has been received' })).toBeVisible();
  expect(await numberOn(page)).toBe(number);
  await page.getByRole('link', { name: 'Make another complaint' }).click();
  await expect(page.getByLabel('What happened')).toHaveValue('');

  const leader = await clientOf('head');
  const complaints = await found(leader, summary);
  expect(complaints).toMatchObject([{ number, channel: 'form', account: null }]);
  const files = await (await leader.get(`/api/complaints/${complaints[0]!.id}/attachments`)).json();
  expect(files.attachments).toMatchObject([{ name: '海港银行.pdf' }, { name: 'photo.png' }]);
});

test('errors stand at their field and keep what was typed, in both languages', async ({ page, browser, clientOf }) => {
  await page.goto('/complain?lang=en');
  await expectAccessibleCopy(browser, page);
  await page.getByLabel('Company').fill('Harbour & <Sons>');
  await page.getByLabel('Files').setInputFiles([picked.lie]);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Nothing has been sent yet');
  await expect(page.locator('#name-fault')).toHaveText('is missing');
  await expect(page.locator('#email-fault')).toContainText('an e-mail address or a telephone number');
  await expect(page.locator('#files-fault')).toContainText('receipt.png ends in .png');
  await expect(page.getByLabel('Company')).toHaveValue('Harbour & <Sons>');
  await expect(page).toHaveTitle(/^Error/);
  await expectAccessibleCopy(browser, page);
  await page.getByRole('link', { name: /^Your name/ }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();

  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { name: '提交投诉' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expectAccessibleCopy(browser, page);
  const summary = `重复扣款 ${Date.now()}`;
  await page.getByLabel('姓名').fill('陈国栋');
  await page.getByLabel('电话').fill('0755 2601 8840');
  await page.getByLabel('发生了什么').fill(summary);
  await page.getByRole('button', { name: '提交投诉' }).click();
  await expect(page.getByRole('heading', { name: '已收到您的投诉' })).toBeVisible();
  expect(await found(await clientOf('head'), summary)).toHaveLength(1);
});

test('a file that is too large is named, what was typed stays', async ({ page }) => {
  await page.goto('/complain?lang=en');
  await fill(page, 'With a large file');
  await page.getByLabel('Files').setInputFiles([picked.tooLarge]);
  await send(page);
  await expect(page.locator('#files-fault')).toHaveText('log.txt is larger than 10 MB');
  await expect(page.getByLabel('What happened')).toHaveValue('With a large file');
});

test('the page speaks the language of the browser', async ({ browser, world }) => {
  const chinese = await browser.newContext({ baseURL: world.url, locale: 'zh-CN', javaScriptEnabled: false });
  const page = await chinese.newPage();
  await page.goto('/complain');
  await expect(page.getByRole('button', { name: '提交投诉' })).toBeVisible();
  await chinese.close();
});

test('who sends too often is told when to come back; a closed form says so', async ({ page, browser, clientOf }) => {
  test.setTimeout(90_000);
  await page.goto('/complain?lang=en');
  const refused = page.getByRole('heading', { name: 'Too many forms from here' });
  for (let n = 0; n < 40 && !(await refused.isVisible()); n += 1) {
    await page.goto('/complain?lang=en');
    await send(page);
  }
  await expect(refused).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(/send it again in \d+ min/);
  await expectAccessibleCopy(browser, page);

  await set(await clientOf('head'), false);
  await page.goto('/complain?lang=en');
  await expect(page.getByRole('heading', { name: 'This form is closed' })).toBeVisible();
});
