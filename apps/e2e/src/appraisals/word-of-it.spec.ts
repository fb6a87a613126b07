import type { AppraisalPage } from '@forecall/contracts';
import { expectAccessible } from '../accessibility.js';
import { expect } from '../test.js';
import { knownPeople } from '../world/known-people.js';
import { test } from './team-of-four.js';

const [member, head] = [knownPeople.rep.name, knownPeople.head.name];

test('only leaders can be named to appraise, and a close tells each member of theirs', async ({ others, pageOf }) => {
  test.setTimeout(90_000);
  const boss = await pageOf('executive');
  await boss.goto('/appraisals');
  await expect(boss.getByRole('button', { name: 'Open a cycle' })).toBeVisible();
  await boss.keyboard.press('n');
  await boss.getByLabel('Kind').selectOption('month');
  await boss.getByRole('button', { name: /^Open [A-Z]/ }).click();
  await expect(boss).toHaveURL(/\/appraisals\/cycles\//);
  const cycleId = boss.url().split('/').at(-1) ?? '';
  const reply = await boss.request.get(`/api/appraisals?as=leader&cycleId=${cycleId}&limit=200`);
  const { appraisals } = (await reply.json()) as AppraisalPage;
  const { id } = appraisals.find(({ subject, kind }) => subject.name === member && kind === 'rep')!;

  // Who may be named is chosen with what they lead; no colleague is among them.
  const judge = await pageOf('head');
  await judge.goto(`/appraisals/${id}`);
  await judge.getByRole('button', { name: 'Name another appraiser' }).click();
  const choice = judge.getByLabel('Who writes it');
  await expect(choice.locator('option', { hasText: head })).toHaveText(/\(Head, .+\)/);
  for (const name of [member, '王芳']) await expect(choice.locator('option', { hasText: name })).toHaveCount(0);
  await expectAccessible(judge);

  // What is unsigned is said by step; each learns at the bell, in words without a hole.
  await boss.getByRole('button', { name: 'Close the cycle' }).click();
  const dialog = boss.getByRole('dialog');
  await expect(dialog).toContainText(/\d+ are not signed:\s+\d+ not written or not given \(.+\)/);
  await expectAccessible(boss);
  await dialog.getByRole('button', { name: /^Close / }).click();
  await expect(boss.getByText(/ closed$/)).toBeVisible();
  const reader = await pageOf(others[0]!);
  await reader.goto('/appraisals');
  await expect(reader.getByText('Closed before one was written')).toBeVisible();
  await reader.getByRole('button', { name: /^Notifications/ }).click();
  const told = reader.getByRole('menuitem', { name: /Appraisal of 王芳, [A-Z]\w+ \d{4}/ });
  await expect(told).toContainText('The cycle was closed before it was signed.');
  await expectAccessible(reader);
});
