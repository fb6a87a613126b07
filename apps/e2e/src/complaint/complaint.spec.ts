import type { APIRequestContext } from '@playwright/test';
import type { ComplaintDetail } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { connectionSign } from '../board/board.js';
import { expect, test } from '../test.js';
import { aComplaint, anAccount, enter, openComplaint, stage, submit, taskCard, timeLine } from './complaints.js';
import { serviceHead } from './service-head.js';

test('a complaint goes its way through two departments, is closed, reopened and closed again', async ({
  browser,
  world,
  playwright,
  sessionOf,
  clientOf,
}) => {
  const complaint = await aComplaint(await clientOf('rep'), await anAccount(await clientOf('supervisor')));
  const signedIn = async (storageState: Awaited<ReturnType<typeof sessionOf>>) =>
    (await browser.newContext({ baseURL: world.url, storageState })).newPage();

  const page = await signedIn(await sessionOf('supervisor'));
  await openComplaint(page, complaint);
  await expect(stage(page)).toHaveText('Acknowledged');
  await expectAccessible(page);

  // By the keys: Enter opens the form of the next step.
  await enter(page, 'Acknowledge');
  await taskCard(page).getByLabel('Told the customer by').selectOption('email');
  await taskCard(page).getByLabel('What the customer is told').fill('We have your complaint, Lin Wei sees to it.');
  await expectAccessible(page);
  await submit(page, 'Acknowledge');
  await expect(page.getByText(`Complaint ${complaint.number} acknowledged`)).toBeVisible();
  await expect(timeLine(page).getByText('We have your complaint, Lin Wei sees to it.')).toBeVisible();
  await expect(stage(page)).toHaveText('Assessed');

  await enter(page, 'Assess');
  await expect(taskCard(page).getByRole('group', { name: 'Harm' })).toBeVisible();
  await submit(page, 'Assess');
  await expect(taskCard(page).getByText('This is missing').first()).toBeVisible();
  await taskCard(page).getByRole('radio', { name: 'money' }).focus();
  await page.keyboard.press('2');
  await taskCard(page).getByText('one customer').click();
  await taskCard(page).getByText('at once', { exact: true }).click();
  await submit(page, 'Assess');
  await expect(stage(page)).toHaveText('Investigated');

  await page.keyboard.press('n');
  await taskCard(page).getByRole('textbox', { name: 'Note' }).fill('The delivery note went out from Service.');
  await submit(page, 'Write the note');
  await expect(timeLine(page).getByText('The delivery note went out from Service.')).toBeVisible();

  await page.keyboard.press('h');
  await taskCard(page).getByLabel('Department').selectOption({ label: 'Service' });
  await taskCard(page).getByLabel('Why').fill('The mistake is theirs');
  await submit(page, 'Hand over');
  await expect(page.getByText(`Complaint ${complaint.number} handed over to Service`)).toBeVisible();
  await expect(timeLine(page).getByText('from Billing to Service')).toBeVisible();

  const there = await signedIn(await serviceHead(world, playwright));
  await openComplaint(there, complaint);
  await expect(there.getByText('Handed over by Billing. Service has not accepted it yet.')).toBeVisible();
  await taskCard(there).getByRole('button', { name: 'Accept' }).click();
  await expect(timeLine(there).getByText('Hand-over accepted')).toBeVisible();
  await expect(there.getByText('Service has not accepted it yet.')).toBeHidden();

  await enter(there, 'Tell what was found');
  await taskCard(there).getByLabel('What was found').fill('A batch was sent twice.');
  await submit(there, 'Tell what was found');
  await expect(stage(there)).toHaveText('Answered');
  await enter(there, 'Write the answer');
  await taskCard(there).getByLabel('Told the customer by').selectOption('letter');
  await taskCard(there).getByLabel('What the customer is told').fill('The second charge is back.');
  await submit(there, 'Write the answer');
  await enter(there, 'Decide');
  await taskCard(there).getByText('upheld', { exact: true }).click();
  await submit(there, 'Decide');
  await expect(stage(there)).toHaveText('Closed');
  await enter(there, 'Close');
  await taskCard(there).getByText('rejected', { exact: true }).click();
  await submit(there, 'Close');
  await expect(taskCard(there).getByText('This is missing')).toBeVisible();
  await taskCard(there).getByLabel('Further options told').fill('The ombudsman, until 31 December');
  await submit(there, 'Close');
  await expect(there.getByText(`Complaint ${complaint.number} closed`)).toBeVisible();

  await taskCard(there).getByRole('button', { name: 'Reopen' }).click();
  await taskCard(there).getByLabel('Note for us').fill('He calls again: only half came back.');
  await submit(there, 'Reopen');
  await expect(stage(there)).toHaveText('Assessed');
  await taskCard(there).getByRole('button', { name: 'Close' }).click();
  await taskCard(there).getByText('accepted', { exact: true }).click();
  await taskCard(there).getByLabel('Why is “Assessed” passed over?').fill('Known from the first time');
  await expectAccessible(there);
  await submit(there, 'Close');
  await expect(timeLine(there).getByText('Known from the first time')).toHaveCount(4);
  const detail = await there.request.get(`/api/complaints/${complaint.id}`);
  expect(await detail.json()).toMatchObject({ isOpen: false, closing: 'accepted', decision: 'upheld' });
});

test('a save over a newer state shows both and lets one choose', async ({ page, sessionOf, clientOf, context }) => {
  const complaint = await aComplaint(await clientOf('rep'), await anAccount(await clientOf('supervisor')));
  await (await clientOf('rep')).post(`/api/complaints/${complaint.id}/acknowledge`, { data: {} });
  await context.addCookies((await sessionOf('supervisor')).cookies);
  await openComplaint(page, complaint);
  await enter(page, 'Assess');
  await taskCard(page).getByText('stopped', { exact: false }).click();
  await taskCard(page).getByText('one customer').click();
  await taskCard(page).getByText('planned').click();
  const corrected = await (
    await clientOf('head')
  ).patch(`/api/complaints/${complaint.id}`, {
    data: { revision: 2, why: 'Asked him', changes: { severity: 'money' } },
  });
  expect(corrected.status(), await corrected.text()).toBe(200);
  await submit(page, 'Assess');
  const row = page.getByRole('row', { name: 'Harm' });
  await expect(row.getByRole('cell').first()).toHaveText('money');
  await expect(row.getByRole('cell').last()).toHaveText('work stopped');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save yours' }).click();
  await expect(page.getByText(`Complaint ${complaint.number} assessed`)).toBeVisible();
  await expect(timeLine(page).getByText('work stopped')).toBeVisible();
});

test('a repeat is linked, the same complaint merged, and taken apart by undo', async ({
  page,
  sessionOf,
  clientOf,
  context,
}) => {
  const accountId = await anAccount(await clientOf('supervisor'));
  const rep = await clientOf('rep');
  const [first, again, twice] = [
    await aComplaint(rep, accountId),
    await aComplaint(rep, accountId),
    await aComplaint(rep, accountId),
  ];
  await context.addCookies((await sessionOf('supervisor')).cookies);
  await openComplaint(page, again);
  await page.getByRole('button', { name: `Link as a repeat of ${first.number}` }).click();
  await page.locator('fc-repeats-card').getByLabel('Why').fill('The same invoice');
  await page.locator('fc-repeats-card form').getByRole('button', { name: 'Link as repeat' }).click();
  await expect(page.getByRole('link', { name: `Repeat of ${first.number}` })).toBeVisible();
  await page.getByRole('link', { name: first.number }).first().click();
  await expect(timeLine(page).getByText('Complained again')).toBeVisible();

  await openComplaint(page, twice);
  await page.getByRole('button', { name: `Merge with ${first.number}` }).click();
  await page.locator('fc-repeats-card').getByLabel('Why').fill('The mail about the call');
  await page.locator('fc-repeats-card form').getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText(`The same complaint as ${first.number}`)).toBeVisible();
  await expect(page.getByText('There is nothing for you to do here.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`The same complaint as ${first.number}`)).toBeHidden();
  await expect(taskCard(page).getByText('Acknowledge the receipt')).toBeVisible();
});

test('the rep concerned sees it without notes and without who complained', async ({
  page,
  sessionOf,
  clientOf,
  context,
}) => {
  const supervisor = await clientOf('supervisor');
  const staffOf = async (client: APIRequestContext) =>
    ((await (await client.get('/api/session')).json()) as { staffId: string }).staffId;
  const rep = await clientOf('rep');
  const complaint = await aComplaint(rep, await anAccount(supervisor), {
    repConcernedId: await staffOf(rep),
    ownerId: await staffOf(supervisor),
  });
  const note = { kind: 'internal', text: 'Talk to Lin Wei first.' };
  expect((await supervisor.post(`/api/complaints/${complaint.id}/notes`, { data: note })).status()).toBe(201);
  await context.addCookies((await sessionOf('rep')).cookies);
  await openComplaint(page, complaint);
  await expect(page.getByText('This complaint concerns your own work')).toBeVisible();
  await expect(page.getByText('Customer withheld')).toBeVisible();
  await expect(timeLine(page).getByText('Note for us')).toBeVisible();
  for (const secret of ['Talk to Lin Wei', 'furious', 'Harbour Bank', 'Ava Moreno'])
    await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
  await expectAccessible(page);
  const { account } = (await (await page.request.get(`/api/complaints/${complaint.id}`)).json()) as ComplaintDetail;
  expect(account).toBeNull();
});

test('who looks at a complaint sees at once what another does with it', async ({
  page,
  sessionOf,
  clientOf,
  context,
}) => {
  const rep = await clientOf('rep');
  const complaint = await aComplaint(rep, await anAccount(await clientOf('supervisor')));
  await context.addCookies((await sessionOf('supervisor')).cookies);
  // By the number that people say.
  await openComplaint(page, { id: complaint.number, number: complaint.number });
  await expect(connectionSign(page)).toContainText('Live');
  expect((await rep.post(`/api/complaints/${complaint.id}/acknowledge`, { data: {} })).status()).toBe(200);
  await expect(stage(page)).toHaveText('Assessed', { timeout: 2_000 });
  const note = { kind: 'internal', text: 'Asked the bank.' };
  expect((await rep.post(`/api/complaints/${complaint.id}/notes`, { data: note })).status()).toBe(201);
  await expect(timeLine(page).getByText('Asked the bank.')).toBeVisible({ timeout: 2_000 });
});
