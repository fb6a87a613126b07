import type { ComplaintDetail } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { aComplaint, anAccount, openComplaint, submit, taskCard, timeLine } from './complaints.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

test('the facts are corrected with a reason, which is kept, and over a newer state only as one chooses', async ({
  page,
  request,
  clientOf,
}) => {
  const [supervisor, head] = [await clientOf('supervisor'), await clientOf('head')];
  // Whom it comes to concern is not its owner.
  const { staffId: ownerId } = (await (await supervisor.get('/api/session')).json()) as { staffId: string };
  const complaint = await aComplaint(await clientOf('rep'), await anAccount(supervisor), { ownerId });
  const detail = async () => (await (await request.get(`/api/complaints/${complaint.id}`)).json()) as ComplaintDetail;
  const before = await detail();
  await openComplaint(page, complaint);
  const facts = page.locator('fc-complaint-facts');
  const correct = () => facts.getByRole('button', { name: 'Correct' }).click();
  await correct();
  const form = taskCard(page);
  await expect(form.getByLabel('Summary')).toBeFocused();
  await form.getByLabel('Summary').fill('The October invoice was taken twice.');
  // A name that is not picked is nobody, and does not stay.
  await form.getByLabel('Concerns').fill('Lin');
  await page.keyboard.press('Tab');
  await expect(form.getByLabel('Concerns')).toHaveValue('');
  await form.getByLabel('Concerns').click();
  await form.getByLabel('Concerns').fill('Lin');
  await expect(page.getByRole('option').first()).toContainText('Lin Wei');
  await page.getByRole('option', { name: 'Lin Wei' }).click();
  await expect(form.getByLabel('Concerns')).toHaveValue('Lin Wei');
  const dayBefore = new Date(Date.parse(before.firstReceivedAt) - 16 * 3_600_000).toISOString().slice(0, 10);
  await form.getByLabel('First received', { exact: true }).fill(dayBefore);
  await form.getByLabel('Harm').selectOption('money');
  await submit(page, 'Correct');
  await expect(form.getByText('This is missing')).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('Why').fill('She read it to us again');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Complaint ${complaint.number} corrected`)).toBeVisible();
  await expect(timeLine(page).getByText('The October invoice was taken twice.').first()).toBeVisible();
  const after = await detail();
  expect(after).toMatchObject({ severity: 'money', repConcerned: { name: 'Lin Wei' }, remedySought: 'Money back' });
  expect(Date.parse(before.firstReceivedAt) - Date.parse(after.firstReceivedAt)).toBeGreaterThan(86_000_000);

  await facts.getByText('1 correction').click();
  const past = facts.getByRole('region', { name: 'Corrections' });
  await expect(past).toContainText('陈国栋');
  await expect(past).toContainText('She read it to us again');
  for (const field of ['Summary', 'First received', 'Concerns', 'Harm']) await expect(past).toContainText(field);
  await expectAccessible(page);

  await page.keyboard.press('Control+z');
  await expect(facts.getByText('2 corrections')).toBeVisible();
  expect(await detail()).toMatchObject({
    ...{ summary: before.summary, severity: null, repConcerned: null, firstReceivedAt: before.firstReceivedAt },
  });

  await correct();
  await form.getByLabel('Remedy asked').fill('The money, and a letter');
  await form.getByLabel('Harm').selectOption('small');
  await form.getByLabel('Why').fill('Asked her');
  const { revision } = await detail();
  const changes = { summary: 'Taken twice in November.', remedySought: 'A credit note' };
  const theirs = await head.patch(`/api/complaints/${complaint.id}`, { data: { revision, why: 'Her mail', changes } });
  expect(theirs.status(), await theirs.text()).toBe(200);
  await submit(page, 'Correct');
  await expect(form.getByText('Nothing of yours is saved yet.')).toBeVisible();
  const remedy = form.getByRole('group', { name: /^Remedy asked/ });
  await expect(remedy).toContainText('A credit note');
  await expect(remedy).toContainText('The money, and a letter');
  await expect(form.getByText('Choose for each field that both changed.')).toBeVisible();
  await expectAccessible(page);
  await remedy.getByRole('radio', { name: /Yours/ }).check();
  await form.getByRole('button', { name: 'Save as chosen' }).click();
  await expect(page.getByText(`Complaint ${complaint.number} corrected`)).toBeVisible();
  expect(await detail()).toMatchObject({
    ...{ summary: 'Taken twice in November.', remedySought: 'The money, and a letter', severity: 'small' },
  });
});

test('the effect of what was done is told after the closing, where the analysis stands', async ({
  page,
  request,
  clientOf,
}) => {
  const supervisor = await clientOf('supervisor');
  const complaint = await aComplaint(await clientOf('rep'), await anAccount(supervisor));
  const why = 'Settled on the telephone';
  for (const [step, data] of [
    ['acknowledge', {}],
    [
      'close',
      { closing: 'accepted', decision: 'upheld', skipped: { assessed: why, investigated: why, answered: why } },
    ],
    ['analyse', { cause: { kind: 'process', text: 'No second look' }, correctiveAction: 'Invoices are checked twice' }],
  ] as const) {
    const taken = await supervisor.post(`/api/complaints/${complaint.id}/${step}`, { data });
    expect(taken.status(), await taken.text()).toBe(200);
  }
  await openComplaint(page, complaint);
  await expect(taskCard(page)).toContainText('the effect of the corrective action');
  await timeLine(page).getByRole('button', { name: 'Tell the effect' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What came of it?')).toBeFocused();
  await timeLine(page).locator('form').getByRole('button', { name: 'Tell the effect' }).click();
  await expect(timeLine(page).getByText('This is missing')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('What came of it?').fill('None came again in four weeks');
  await timeLine(page).locator('form').getByRole('button', { name: 'Tell the effect' }).click();
  await expect(page.getByText(`Effect told for ${complaint.number}`)).toBeVisible();
  await expect(timeLine(page).getByText('Effect: None came again in four weeks')).toBeVisible();
  await expect(taskCard(page)).toContainText('Everything is done.');
  const { steps } = (await (await request.get(`/api/complaints/${complaint.id}`)).json()) as ComplaintDetail;
  expect(steps.at(-1)?.analysis?.correctiveAction?.effect).toBe('None came again in four weeks');
});
