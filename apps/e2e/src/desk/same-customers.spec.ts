import type { APIRequestContext, Page } from '@playwright/test';
import type { AccountCreated, AccountDetail } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { somebody } from '../world/somebody.js';
import { aCall, aCustomer, logged } from './customers.js';

const same = (page: Page) => page.getByRole('region', { name: 'May be the same' });
const row = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');

async function merge(page: Page, why: string): Promise<void> {
  await page.getByLabel('Why are they the same?').fill(why);
  await page.keyboard.press('Enter');
}

const accountOf = async (client: APIRequestContext, id: string) =>
  (await (await client.get(`/api/accounts/${id}`)).json()) as AccountDetail;

/** Another account of the same name but for its form, with a person and a call. */
async function twinOf(leader: APIRequestContext, rep: APIRequestContext, find: string) {
  const name = find.toUpperCase().replace(' ', '-');
  const data = { name, people: [{ name: 'Dora Moreno', phones: ['+8675526019999'] }] };
  const made = (await (await leader.post('/api/accounts', { data })).json()) as AccountCreated;
  await aCall(rep, made.id);
  return { ...made, name };
}

test('who takes calls and leads too merges what was recorded twice, by the keys, and parts it by Ctrl Z', async ({
  page,
  context,
  world,
  playwright,
  clientOf,
}) => {
  const supervisor = await clientOf('supervisor');
  const kept = await aCustomer(supervisor, 2);
  const twin = await twinOf(supervisor, await clientOf('rep'), kept.find);
  const { number: keptNumber, people } = await accountOf(supervisor, kept.accountId);
  const grants = [{ role: 'rep' }, { role: 'supervisor', team: 'Billing 1' }] as const;
  const both = await somebody(world, playwright, { name: 'Guo Min', email: 'guo@example.test', grants });
  await context.addCookies(both.cookies);

  await page.goto(`/desk?account=${twin.id}`);
  await expect(page.getByRole('heading', { name: twin.name })).toBeVisible();
  const offer = same(page).getByRole('button', { name: `Compare with ${kept.find} ${keptNumber}` });
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Are these the same account?' })).toBeFocused();
  await expect(row(page, 'Number')).toHaveText([twin.number, keptNumber]);
  await expect(row(page, 'Telephone')).toHaveText(['+8675526019999', kept.phone]);
  await expect(row(page, 'Contacts')).toHaveText([/^1\s*last on/, '0']);
  await expect(row(page, 'People')).toHaveText([/^1\s*Dora Moreno/, /^2\s*Ava Moreno/]);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('This is missing')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('radio', { name: kept.find }).focus();
  await page.keyboard.press('Space');
  await merge(page, 'The same bank, written twice');
  await expect(page.getByText(`${twin.name} merged into ${kept.find}: 1 contact went over`)).toBeVisible();
  await expect(page.getByRole('heading', { name: kept.find })).toBeFocused();
  await expect(same(page).getByRole('button', { name: `Compare with ${twin.name}` })).toHaveCount(0);
  await expect(page.locator('fc-customer-history-cards').getByRole('listitem')).toContainText('Invoice is wrong');
  expect(await logged(supervisor, kept.accountId)).toHaveLength(1);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: twin.name })).toBeVisible();
  await expect(offer).toBeVisible();
  expect(await logged(supervisor, twin.id)).toHaveLength(1);
  expect((await accountOf(supervisor, twin.id)).mergedInto).toBeNull();
  await page.getByRole('button', { name: 'Clear' }).click();

  // A person: one is told by the number, another is found by hand.
  const data = { name: '陈国栋先生', email: 'chen@example.test', phones: ['+8675526018888'] };
  await supervisor.post(`/api/accounts/${kept.accountId}/people`, { data });
  await page.goto(`/desk?person=${people[0]?.id}`);
  await expect(same(page).getByRole('button', { name: 'Compare with Ben Moreno' })).toBeVisible();
  await same(page).getByRole('button', { name: 'Person recorded twice?' }).click();
  await page.getByRole('combobox', { name: 'Who is the same person?' }).fill('陈国栋先');
  await page.keyboard.press('Enter');
  await expect(row(page, 'E-mail')).toHaveText(['–', 'chen@example.test']);
  await expectAccessible(page);
  await merge(page, 'She goes by both names');
  await expect(page.getByText(`陈国栋先生 merged into ${kept.person}: 0 contacts went over`)).toBeVisible();
  await expect(page.locator('fc-customer-card')).toContainText('+8675526018888');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('fc-customer-card')).not.toContainText('+8675526018888');
});

test('a supervisor without a desk merges from a contact; a rep at the desk is offered nothing', async ({
  page,
  context,
  clientOf,
  sessionOf,
}) => {
  const [supervisor, rep] = [await clientOf('supervisor'), await clientOf('rep')];
  const kept = await aCustomer(supervisor);
  const twin = await twinOf(supervisor, rep, kept.find);
  await context.addCookies((await sessionOf('rep')).cookies);
  await page.goto(`/desk?account=${twin.id}`);
  await expect(page.locator('fc-customer-history-cards').getByRole('listitem')).toContainText('Invoice is wrong');
  await expect(same(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();

  await context.clearCookies();
  await context.addCookies((await sessionOf('supervisor')).cookies);
  const [call] = await logged(supervisor, twin.id);
  await page.goto(`/contacts?accountId=${twin.id}&contact=${call?.id}`);
  await same(page)
    .getByRole('button', { name: `Compare with ${kept.find}` })
    .click();
  await page.getByRole('radio', { name: kept.find }).check();
  await merge(page, 'The same bank, written twice');
  await expect(page.getByText(`${twin.name} merged into ${kept.find}: 1 contact went over`)).toBeVisible();
  await expect(page.locator('fc-contact-panel')).toContainText(kept.find);
  await expectAccessible(page);
  expect(await logged(supervisor, kept.accountId)).toMatchObject([{ id: call?.id }]);
});
