import type { Page } from '@playwright/test';
import type { Appraisal, AppraisalPage } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect } from '../test.js';
import { knownPeople } from '../world/known-people.js';
import { test } from './team-of-four.js';
import { verifyChain } from './verify-chain.js';

const [member, supervisor, head] = [knownPeople.rep.name, knownPeople.supervisor.name, knownPeople.head.name];

/** Rates every row from the first to the last, by keys alone: the second to last of them poorly. */
async function rateByKeys(page: Page): Promise<number> {
  const rows = page.locator('fc-rating-row:has(fieldset)');
  const count = await rows.count();
  await rows.first().locator('input[type=radio]').nth(2).focus();
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press(at === count - 1 ? '2' : '4');
    await expect(rows.nth(at).locator('.chosen b')).toHaveText(at === count - 1 ? '2' : '4');
    if (at < count - 1) await page.keyboard.press('ArrowDown');
  }
  return count;
}

test('a cycle of appraisals from its opening to the last signature, and what the team says of its supervisor', async ({
  others,
  pageOf,
  world,
}) => {
  test.setTimeout(180_000);

  // Seen before it is opened; opened by mistake it is taken back.
  const boss = await pageOf('executive');
  await boss.goto('/appraisals');
  await expect(boss.getByText('No cycle yet')).toBeVisible();
  await boss.keyboard.press('n');
  await expect(boss.getByLabel('Kind')).toBeFocused();
  await boss.getByLabel('Kind').selectOption('month');
  await expect(boss.locator('fc-cycle-preview')).toContainText(/\d+ appraisals.*by supervisors/);
  await boss.getByText('Who would appraise, by team').click();
  await expect(boss.getByRole('table', { name: 'Who would appraise, by team' })).toContainText(supervisor);
  await expectAccessible(boss);
  await boss.getByRole('button', { name: /^Open / }).click();
  await boss.getByRole('button', { name: 'Take it back' }).click();
  await boss.getByLabel('Why', { exact: true }).fill('The wrong month');
  await expectAccessible(boss);
  await boss.getByRole('button', { name: /^Take back / }).click();
  await expect(boss.getByText('No cycle yet')).toBeVisible();

  // Opened.
  await boss.keyboard.press('n');
  await boss.getByLabel('Kind').selectOption('quarter');
  await boss.getByRole('button', { name: /^Open Quarter/ }).click();
  await expect(boss).toHaveURL(/\/appraisals\/cycles\//);
  await expect(boss.getByRole('table', { name: 'People' }).locator('tbody tr').first()).toBeVisible();
  const cycleId = boss.url().split('/').at(-1) ?? '';
  await boss.keyboard.press('t');
  await expect(boss.getByRole('table', { name: 'By team' })).toContainText('Being written');
  await expectAccessible(boss);

  // Written by keys; what is missing is named first; nothing of it is the member's to see.
  const writer = await pageOf('supervisor');
  const mine = (await (
    await writer.request.get(`/api/appraisals?as=appraiser&cycleId=${cycleId}&limit=200`)
  ).json()) as AppraisalPage;
  const row = mine.appraisals.find(({ subject, kind }) => subject.name === member && kind === 'rep')!;
  await writer.goto('/appraisals');
  await writer.locator(`a.button[href="/appraisals/${row.id}"]`).click();
  const give = writer.getByRole('button', { name: `Give it to ${member}` });
  await give.click();
  await expect(writer.getByText(/are missing before it can be given/)).toBeVisible();
  await expectAccessible(writer);
  await rateByKeys(writer);
  await writer.getByRole('textbox', { name: 'Comment', exact: true }).fill('倾听客户，承诺兑现。');
  await writer.getByRole('button', { name: 'Add a goal' }).click();
  await writer.getByLabel('Goal 1', { exact: true }).fill('当天回复每个大客户');
  await expect(writer.getByText(/saved \d\d:\d\d/)).toBeVisible();
  const reader = await pageOf('rep');
  await reader.goto(`/appraisals/${row.id}`);
  await expect(reader.getByText('There is no such appraisal to read')).toBeVisible();
  await give.click();
  await expectAccessible(writer);
  await writer
    .getByRole('dialog')
    .getByRole('button', { name: `Give it to ${member}` })
    .click();
  await expect(writer.getByText(`Given to ${member}`)).toBeVisible();
  await expect(writer.locator('fc-rating-row fieldset')).toHaveCount(0);

  // The member disputes, with a reason.
  await reader.goto('/day');
  await reader
    .getByRole('link', { name: /^Read your appraisal.*Quarter/ })
    .first()
    .click();
  await reader.locator('fc-duty-panel .open a').click();
  await expect(reader).toHaveURL(new RegExp(`/appraisals/${row.id}`));
  await reader.getByRole('button', { name: 'Dispute it' }).click();
  await reader.getByRole('button', { name: 'Dispute it' }).click();
  await expect(reader.getByText('This is missing')).toBeVisible();
  await reader.getByLabel('What is not right, and why').fill('I treat each as they are');
  await expectAccessible(reader);
  // On a narrow screen what is next stands above what was written.
  const size = reader.viewportSize()!;
  await reader.setViewportSize({ width: 390, height: 844 });
  const topOf = async (name: string) => (await reader.getByRole('region', { name }).boundingBox())!.y;
  expect(await topOf('What is next')).toBeLessThan(await topOf('Indicators'));
  await reader.setViewportSize(size);
  await reader.reload();
  await expect(reader.getByLabel('What is not right, and why')).toHaveValue('I treat each as they are');
  await reader.getByRole('button', { name: 'Dispute it' }).click();
  await expect(reader.locator('fc-history-card')).toContainText('I treat each as they are');

  // The head changes a rating, with a reason, and signs.
  const judge = await pageOf('head');
  await judge.goto(`/appraisals/${row.id}`);
  await judge.getByRole('button', { name: 'Decide the dispute' }).click();
  await judge.locator('fc-appraisal-acts select').last().selectOption('3');
  await judge.getByLabel('Why', { exact: true }).fill('The recordings show it');
  await expectAccessible(judge);
  await judge.reload();
  await expect(judge.getByLabel('Why', { exact: true })).toHaveValue('The recordings show it');
  await expect(judge.locator('fc-appraisal-acts select').last()).toHaveValue('3');
  await judge.getByRole('button', { name: 'Decide the dispute' }).click();
  await expect(judge.locator('fc-history-card')).toContainText('2 Below becomes 3 As expected');
  await judge.getByRole('button', { name: 'Sign and lock' }).click();
  await judge.getByRole('button', { name: 'Sign and lock' }).click();
  await expect(judge.locator('.seal code')).toHaveText(/^[0-9a-f]{12}$/);
  await expect(judge.getByRole('button', { name: /Sign|Decide/ })).toHaveCount(0);
  await expectAccessible(judge);
  const signed = (await (await judge.request.get(`/api/appraisals/${row.id}`)).json()) as Appraisal;
  expect(await verifyChain(world.databaseUrl)).toContain(signed.seal?.sha256.slice(0, 8));

  // On paper, in both languages, with the names.
  await judge.getByRole('link', { name: 'Print' }).click();
  const paper = judge.locator('article.paper');
  for (const words of [
    member,
    supervisor,
    head,
    '倾听客户，承诺兑现。',
    '当天回复每个大客户',
    signed.seal?.sha256 ?? '',
    '2 Below becomes 3 As expected',
  ])
    await expect(paper).toContainText(words);
  await expectAccessible(judge);
  const pdf = await judge.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);

  // Whoever wrote it finds it again, and looks at its goal: pressed twice that is said once.
  await writer.goto(`/appraisals/cycles/${cycleId}?stage=signed`);
  await writer.getByRole('table', { name: 'People' }).getByRole('link', { name: member }).click();
  await writer.getByRole('button', { name: /^What came of it/ }).click();
  await writer.getByRole('button', { name: 'Keep it' }).dblclick();
  await expect(writer.locator('fc-goals-card')).toContainText(new RegExp(`Reached\\s*${supervisor}`));
  const looked = (await (await writer.request.get(`/api/appraisals/${row.id}`)).json()) as Appraisal;
  expect(looked.goals.map(({ looks }) => looks.length)).toEqual([1]);

  // Four of the team say what they think of their supervisor; nobody sees a count before the close.
  for (const page of [reader, ...(await Promise.all(others.map(pageOf)))]) {
    await page.goto('/appraisals/upward');
    const card = page.locator('section.card', { hasText: /Quarter/ });
    await card.getByRole('button', { name: 'Send the answer' }).click();
    await expect(card.getByText('This is missing').first()).toBeVisible();
    if (page === reader) await expectAccessible(page);
    for (const question of await card.locator('fieldset').all())
      await question.getByLabel('4', { exact: true }).check({ force: true });
    await card.getByRole('button', { name: 'Send the answer' }).click();
    await expect(card.getByText('You have answered')).toBeVisible();
  }
  await writer.goto(`/appraisals/cycles/${cycleId}`);
  await expect(writer.locator('fc-upward-card')).toContainText('Shown once, when the cycle is closed');

  // Closed, naming who is missing; then the team's word is there.
  await boss.reload();
  await boss.getByRole('button', { name: 'Close the cycle' }).click();
  await expect(boss.getByRole('dialog')).toContainText(/are not signed:\s+.+/);
  await boss
    .getByRole('dialog')
    .getByRole('button', { name: /^Close Quarter/ })
    .click();
  await expect(boss.getByText(/^Quarter .+ closed$/)).toBeVisible();
  await writer.reload();
  await expect(writer.locator('fc-upward-card tbody tr', { hasText: supervisor })).toContainText(/4 of 4.*4\.0/);
  await expectAccessible(writer);
});
