import type { Page } from '@playwright/test';
import type { Coverage, ExamEntry, ExamPage, MarkingSheet } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect } from '../test.js';
import { leadersOf, letExamsBegin, test } from './demo-department.js';
import { bestMarks, markAndSign, markByKeys, marksFailingCritical, marksUnder } from './marks.js';

const department = 'Key account sales';

test('a department is examined until everyone has passed: set-up, booking, marking, resits, report', async ({
  people,
  sql,
}) => {
  test.setTimeout(180_000);
  const { head, supervisors } = await leadersOf(sql, department);
  const page = await people.page(head);

  // Set-up.
  await page.goto('/exams');
  await page.getByRole('button', { name: 'Plan a campaign' }).first().click();
  await page.getByLabel('Name in English').fill('Everyone passes');
  await expect(page.getByLabel('Department')).toContainText(department);
  await page.getByLabel('Rubric').selectOption({ label: 'The complaint call, version 1' });
  await page.getByRole('textbox', { name: 'Last day' }).fill('+60');
  await page.getByRole('group', { name: 'Role plays' }).getByRole('checkbox').first().check();
  for (const name of supervisors) {
    await page.getByRole('combobox', { name: 'Assessors' }).fill(name);
    await page.getByRole('option', { name }).first().click();
    await expect(page.getByRole('button', { name: `Without ${name}` })).toBeVisible();
  }
  await page.getByLabel('Days of practice before a resit').fill('0');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Begin the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin the campaign' }).click();
  await expect(page.getByRole('group', { name: /^People of/ }).first()).toBeVisible();
  const campaignId = page.url().split('/').at(-1) ?? '';
  const client = await people.client(head);
  const coverage = async () => (await (await client.get(`/api/campaigns/${campaignId}/coverage`)).json()) as Coverage;
  const candidates = async () => (await coverage()).teams.flatMap((team) => team.people);
  const exams = async () =>
    ((await (await client.get(`/api/campaigns/${campaignId}/exams?limit=100`)).json()) as ExamPage).exams;
  const { length: eligible } = await candidates();

  // Booking: everybody has a slot, and nobody is examined by who leads them.
  await book(page, eligible);
  const booked = await exams();
  expect(new Set(booked.map(({ staff }) => staff.id)).size).toBe(eligible);
  const load = supervisors.map((name) => booked.filter(({ assessor }) => assessor.name === name).length);
  expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);

  // Marking: one near the mark, one who fails a critical item, one who does not come, one who disputes.
  await letExamsBegin(sql, campaignId);
  const own = booked.filter(({ assessor }) => assessor.name === supervisors[0]);
  const [near, critical, absent, disputing] = own;
  if (!near || !critical || !absent || !disputing) throw new Error('Each assessor has four exams at least.');
  const assessor = await people.page(supervisors[0] ?? '');
  const rubricOf = async (exam: ExamEntry) =>
    ((await (await assessor.request.get(`/api/exams/${exam.id}`)).json()) as MarkingSheet).rubric.text;
  const rubric = await rubricOf(near);
  const open = async (exam: ExamEntry) => {
    await assessor.goto('/my-exams');
    await assessor.getByRole('link', { name: `Mark ${exam.staff.name}` }).click();
    await expect(assessor.locator('fc-item-view .place')).toContainText('item 1 of');
  };
  const sign = async () => {
    await assessor.getByRole('button', { name: 'Sign the result' }).click();
    await expect(assessor.getByText('It does not change any more')).toBeVisible();
  };
  await open(near);
  await markByKeys(assessor, rubric, marksUnder(rubric, rubric.passMark + 4));
  await sign();
  await open(critical);
  await markByKeys(assessor, rubric, marksFailingCritical(rubric));
  await expect(assessor.locator('fc-summary-view')).toContainText('Critical items that were failed');
  await sign();
  await open(disputing);
  await markByKeys(assessor, rubric, marksUnder(rubric, rubric.passMark - 20));
  await assessor.getByLabel(/^Feedback for/).fill('Name the day by which it is done');
  await sign();
  await noteAbsent(assessor, absent);
  const told = new Set([near, critical, absent, disputing].map(({ id }) => id));
  for (const { id, assessor: by } of booked)
    if (!told.has(id)) await markAndSign(await people.client(by.name), id, bestMarks);

  // Near the mark a second assessor marks without seeing the first; not one who leads whoever was examined.
  const ownTeam = (await coverage()).teams.find((team) => team.people.some(({ staff }) => staff.id === near.staff.id));
  const second = supervisors.slice(1).find((name) => name !== ownTeam?.supervisor?.name) ?? '';
  await page.goto(`/my-exams/${near.id}`);
  await page.getByRole('button', { name: 'Name a second assessor' }).click();
  await page.getByRole('combobox', { name: 'Second assessor' }).fill(second);
  await page.getByRole('option', { name: second }).first().click();
  await page.getByRole('button', { name: 'Name a second assessor' }).click();
  await expect(page.getByText(second).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Name another second assessor' })).toBeVisible();
  await markAndSign(await people.client(second), near.id, (text) => marksUnder(text, text.passMark + 6));

  // What is disputed is decided by the head, who did not examine.
  const rep = await people.page(disputing.staff.name);
  await rep.goto('/my-exams');
  await rep.getByRole('link', { name: 'Read and sign: Everyone passes' }).click();
  await expect(rep.locator('fc-result-page')).toContainText('Name the day by which it is done');
  await rep.getByRole('button', { name: 'Dispute it' }).click();
  await rep.getByLabel('What was marked wrongly, and why').fill('I named the day twice');
  await rep.getByRole('button', { name: 'Dispute it' }).click();
  await expect(rep.getByText('Result disputed')).toBeVisible();
  await page.goto(`/exams/${campaignId}`);
  await expect(standing(page, disputing.staff.name, 'disputed')).toBeVisible();
  await expect(standing(page, near.staff.name, 'passed')).toBeVisible();
  await expect(standing(page, critical.staff.name, 'resit')).toBeVisible();
  await expect(standing(page, absent.staff.name, 'absent')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/my-exams/${disputing.id}`);
  await page.getByRole('button', { name: 'Decide the dispute' }).click();
  await page.getByLabel('Decision').selectOption('The result stands');
  await page.getByLabel('Why').fill('The recording has no day');
  await page.getByRole('button', { name: 'Decide the dispute' }).click();
  await expect(page.getByText('Dispute decided')).toBeVisible();
  await page.goto(`/exams/${campaignId}`);
  await page.getByRole('button', { name: 'Close the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the campaign' }).click();
  await expect(page.getByText('3 people have not passed.')).toBeVisible();

  // Resits, played in another way, until everyone has passed.
  await page.reload();
  await book(page, 3);
  const resits = (await exams()).filter(({ state }) => state === 'booked');
  for (const { staff, attempt, scenario } of resits) {
    const first = booked.find((exam) => exam.staff.id === staff.id);
    if (staff.id === absent.staff.id) continue;
    expect(attempt).toBe(2);
    expect(scenario).not.toEqual(first?.scenario);
  }
  await letExamsBegin(sql, campaignId);
  for (const { id, assessor: by } of resits) await markAndSign(await people.client(by.name), id, bestMarks);
  await expect(page.getByRole('region', { name: 'Passed' }).locator('.figure').first()).toHaveText(
    `${eligible} of ${eligible}`,
  );

  await readReport(page, eligible);
  await page.goto(`/exams/${campaignId}`);
  await page.getByRole('button', { name: 'Close the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the campaign' }).click();
  await expect(page.getByRole('button', { name: 'Close the campaign' })).toHaveCount(0);
  expect((await coverage()).campaign).toMatchObject({ state: 'closed', passed: eligible, eligible });
});

const standing = (page: Page, name: string, word: string) => page.getByRole('button', { name: `${name}, ${word}` });

async function book(page: Page, exams: number): Promise<void> {
  await page.getByRole('button', { name: 'Book exams' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Book exams' }).click();
  await expect(page.locator('fc-book-outcome')).toContainText(`${exams} exams booked`);
}

async function noteAbsent(page: Page, exam: ExamEntry): Promise<void> {
  await page.goto('/my-exams');
  await page.getByRole('link', { name: `Mark ${exam.staff.name}` }).click();
  await page.getByRole('link', { name: 'Nobody came, or it is given up?' }).click();
  await page.getByRole('button', { name: 'Cancel or absent' }).click();
  await page.getByRole('radio', { name: 'Absent' }).check();
  await page.getByLabel('Why').fill('Did not come, and did not call');
  await page.getByRole('button', { name: 'Note as absent' }).click();
  await expect(page.locator('fc-result-page')).toContainText('Absent, not assessed');
}

/** Who failed at first is counted so for ever; who was absent passed at the first attempt. */
async function readReport(page: Page, eligible: number): Promise<void> {
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  const first = page.getByRole('region', { name: 'Exams passed at the first attempt', exact: true });
  await expect(first).toContainText(`${eligible - 2} / ${eligible}`);
  const now = page.getByRole('region', { name: 'Exams passed, of those assessed', exact: true });
  await expect(now).toContainText(`${eligible} / ${eligible}`);
  await expectAccessible(page);
}
