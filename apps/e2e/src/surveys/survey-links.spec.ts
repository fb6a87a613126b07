import type { OpenSurveyLinks, SurveyAskPage } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aPublishedForm, asked } from './asked.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

test('a link is made, printed, answered without scripts and switched off; who was asked is seen, and what came back', async ({
  page,
  browser,
  clientOf,
  world,
}) => {
  const leader = await clientOf('executive');
  const formId = await aPublishedForm(leader);
  await asked(world.databaseUrl, formId);

  // A standing link, by the keys.
  await page.goto('/surveys/links');
  await expect(page.getByRole('navigation', { name: 'Surveys' }).getByRole('link')).toHaveText([
    ...['Forms', 'Asked', 'Links', 'Rules'],
  ]);
  await expect(page.getByText('No link yet')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Name')).toBeFocused();
  const name = `Counter ${Date.now()}`;
  await page.keyboard.type(name);
  await page.getByLabel('Form', { exact: true }).selectOption(formId);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: `QR code of ${name}` })).toBeVisible();
  await expectAccessible(page);
  const url = await page.getByLabel('Address').inputValue();
  await expect(page.getByText('works on this computer alone')).toBeVisible();

  // On paper.
  await page.getByRole('link', { name: 'Print view' }).click();
  const paper = page.getByRole('article', { name });
  await expect(paper).toContainText('How did we do?');
  await expect(paper).toContainText('您对我们的服务满意吗？');
  await expect(paper).toContainText(url);
  await expect(paper).toContainText(name);
  await expect(page.getByText('works on this computer alone')).toBeVisible();
  const code = paper.getByRole('img');
  await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expectAccessible(page);

  // Whoever comes by answers, and it stands beside the link alone.
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const customer = await context.newPage();
  const answer = async (address: string, score: string) => {
    await customer.goto(`${address}?lang=en`);
    await customer.getByRole('radio', { name: score }).check();
    await customer.getByRole('textbox').fill(`Words with ${score}`);
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  };
  await answer(url, '4');
  await answer(url, '2');
  await page.getByRole('link', { name: 'Back to the links' }).click();
  await expect(page.getByRole('row', { name }).getByRole('cell').last()).toHaveText('2');
  await page.getByRole('button', { name }).click();
  const scores = page.getByRole('table', { name: /How satisfied/ });
  await expect(scores.getByRole('row')).toHaveText([/Score/, /^5.*0$/, /^4.*1$/, /^3.*0$/, /^2.*1$/, /^1.*0$/]);
  await expect(page.locator('fc-link-replies li .well')).toHaveText(['Words with 2', 'Words with 4']);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.locator('fc-toast-host')).toContainText('leads nowhere');
  await expect(page.getByRole('row', { name })).toContainText('switched off');
  const { links } = (await (await leader.get('/api/survey-open-links')).json()) as OpenSurveyLinks;
  expect(links.find((one) => one.name === name)?.isOff).toBe(true);

  // Among those asked, narrowed by the address; a letter comes back.
  await page.goto('/surveys/asked?state=sent');
  await expect(page.getByText(/^Of letters about contacts, .* delivered were answered/)).toBeVisible();
  await expectAccessible(page);
  // On a telephone too it is seen who was asked.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('row').nth(1)).toContainText('unknown or withheld');
  await page.setViewportSize({ width: 1280, height: 720 });
  const rows = page.getByRole('row').filter({ hasText: 'Contact' }).filter({ hasText: 'waiting' });
  await rows
    .first()
    .getByRole('button', { name: /^Mark undeliverable/ })
    .click();
  await page.getByLabel('Why').fill('Mailbox full');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('fc-toast-host')).toContainText('Marked as undeliverable');
  await page.goto('/surveys/asked?state=bounced');
  await expect(page.getByRole('row').filter({ hasText: 'undeliverable' }).first()).toBeVisible();
  await context.close();
});

test.describe('an agent', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

  test('shows the customer a link, who answers by it, and the leader sees it among those asked', async ({
    page,
    browser,
    clientOf,
    agent,
  }) => {
    const leader = await clientOf('executive');
    await aPublishedForm(leader);
    await agent.takeCalls('billing', 1);
    const { contacts } = await (await (await clientOf('rep')).get('/api/contacts?outcome=handled&limit=1')).json();
    const { id } = (contacts as { id: string }[])[0]!;
    await page.goto(`/contacts?contact=${id}`);
    await page.getByRole('button', { name: 'Link and QR code' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show the link' }).click();
    await expect(page.getByRole('img', { name: 'QR code for the customer of this contact' })).toBeVisible();
    await expectAccessible(page);
    const url = await page.getByLabel('Address, for a message to the customer').inputValue();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const customer = await context.newPage();
    await customer.goto(`${url}?lang=en&score=5`);
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await context.close();
    const { asks } = (await (await leader.get('/api/survey-asks?state=answered&channel=link')).json()) as SurveyAskPage;
    expect(asks.map(({ contactId }) => contactId)).toContain(id);
  });
});

test.describe('a head', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

  test('says how often key accounts are asked and what is low, in sentences before it is saved, with undo', async ({
    page,
    clientOf,
  }) => {
    const formId = await aPublishedForm(await clientOf('executive'));
    await page.goto('/surveys/rules');
    const cadence = page.getByRole('region', { name: 'Key accounts' });
    await expect(cadence.getByText('No key account is asked')).toBeVisible();
    await cadence.getByLabel('Ask key accounts on a cadence').check();
    await cadence.getByRole('button', { name: 'Save the cadence' }).click();
    await expect(cadence.getByText('Choose at least one class')).toBeVisible();
    await cadence.getByLabel('Loyal', { exact: true }).check();
    await cadence.getByLabel('Loyal: days between').fill('90');
    await cadence.getByLabel('Form').selectOption(formId);
    await expect(cadence.getByText(/^Loyal: one person of each account .* every 90 days\.$/)).toBeVisible();
    await expectAccessible(page);
    await cadence.getByRole('button', { name: 'Save the cadence' }).click();
    const toast = page.locator('fc-toast-host');
    await expect(toast).toContainText('Cadence of key accounts saved');
    await toast.getByRole('button', { name: /Undo/ }).click();
    await expect(cadence.getByText('No key account is asked')).toBeVisible();

    const low = page.getByRole('region', { name: 'Low answers' });
    await expect(low.getByText('satisfaction up to 2 of 5')).toBeVisible();
    await low.getByLabel('Satisfaction, 1 to 5').selectOption('3');
    await low.getByLabel('Effort, 1 to 7').selectOption('');
    await expect(low.getByText('Low are satisfaction up to 3 of 5, recommendation up to 6 of 10.')).toBeVisible();
    await low.getByRole('button', { name: 'Save what is low' }).click();
    await expect(toast).toContainText('What is low is saved');
    await toast.getByRole('button', { name: /Undo/ }).click();
    await expect(low.getByText('satisfaction up to 2 of 5')).toBeVisible();
  });
});
