import type { Page } from '@playwright/test';
import type {
  CalibrationResults,
  GoldSessionPage,
  GoldSheet,
  GoldToMarkPage,
  PaperDetail,
  RoleName,
  RubricText,
} from '@forecall/contracts';
import { itemsOf, pointsOf } from '@forecall/domain';
import { expectAccessible } from '../accessibility.js';
import { expect, test } from '../test.js';
import { bestMarks, type Given, markByKeys } from './marks.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

/** By keys alone, then signed. */
async function markAndSign(page: Page, rubric: RubricText, marks: Given): Promise<void> {
  await markByKeys(page, rubric, marks);
  await page.getByRole('button', { name: 'Sign the marking' }).click();
  await expect(page.locator('fc-summary-view').getByText('It does not change any more')).toBeVisible();
}

/** One level under the best, wherever there are levels. */
const strictMarks = (rubric: RubricText): Given =>
  Object.fromEntries(itemsOf(rubric).map((item) => [item.id, pointsOf(item)[item.kind === 'points' ? 1 : 0] ?? 0]));

test('a head asks two assessors, who mark alone by keys, and sees how far they agree', async ({
  page,
  browser,
  world,
  clientOf,
  sessionOf,
}) => {
  const pageOf = async (role: RoleName) =>
    (await browser.newContext({ baseURL: world.url, storageState: await sessionOf(role) })).newPage();
  const head = await clientOf('head');
  const me = (await (await head.get('/api/session')).json()) as { grants: { role: string; unitId: string }[] };
  const departmentId = me.grants.find(({ role }) => role === 'head')?.unitId;
  const made = await head.post('/api/exam-papers', {
    data: {
      kind: 'rubric',
      name: { en: 'Calibrated call', zh: '' },
      departmentId,
      from: { readyMade: 'complaint-call' },
    },
  });
  const { paper } = (await made.json()) as PaperDetail;
  expect((await head.post(`/api/exam-papers/${paper.id}/publish`, { data: { revision: 1 } })).ok()).toBe(true);

  await page.goto('/exams');
  await page.getByRole('link', { name: 'Calibration' }).click();
  await expect(page.getByText('without seeing each other’s marks')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('n');
  const form = page.locator('fc-gold-form');
  await form.getByLabel('Name').fill('Call 7, card charged twice');
  await form.getByLabel('Rubric').selectOption({ label: 'Calibrated call, version 1' });
  await form.getByRole('button', { name: 'Ask them to mark it' }).click();
  await expect(form.getByText('Name two people or more')).toBeVisible();
  for (const name of ['Lin Wei', '陈国栋']) {
    await form.getByRole('combobox', { name: 'Assessors', exact: true }).pressSequentially(name.slice(0, 2));
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await expect(form.getByRole('button', { name: `Without ${name}` })).toBeVisible();
  }
  await form.getByRole('button', { name: 'Ask them to mark it' }).click();
  await expect(form.getByText('Say what was played')).toBeVisible();
  await form.getByLabel('Link to the recording').fill('https://recordings.example/7');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Ask them to mark it' }).click();
  const panel = page.locator('fc-gold-panel');
  await expect(panel.getByText('still to mark')).toHaveCount(2);
  await expectAccessible(page);

  const rep = await pageOf('rep');
  await rep.goto('/day');
  await rep.getByRole('link', { name: 'Mark the gold session: Call 7, card charged twice' }).click();
  await rep.locator('fc-duty-panel .open a').click();
  await expect(rep.getByRole('link', { name: 'Open the recording' })).toHaveAttribute(
    'href',
    'https://recordings.example/7',
  );
  await expectAccessible(rep);
  const repClient = await clientOf('rep');
  const { sessions: mine } = (await (await repClient.get('/api/gold-sessions/mine')).json()) as GoldToMarkPage;
  const sheet = await repClient.get(`/api/gold-sessions/${mine[0]?.id}/sheet`);
  const { text: rubric } = ((await sheet.json()) as GoldSheet).rubric;
  await markAndSign(rep, rubric, bestMarks(rubric));
  await rep.context().close();

  // The first is in, and nobody sees anything of it.
  await page.goto('/exams/calibration');
  await page.getByRole('link', { name: 'Calibrated call, version 1' }).click();
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Still to mark' });
  await expect(waiting).toContainText('陈国栋');
  await expect(waiting).not.toContainText('Lin Wei');
  await expectAccessible(page);

  const supervisor = await pageOf('supervisor');
  await supervisor.goto('/my-exams');
  await supervisor.getByRole('link', { name: 'Mark Call 7, card charged twice' }).click();
  await markAndSign(supervisor, rubric, strictMarks(rubric));
  await supervisor.context().close();

  await page.reload();
  const { sessions } = (await (await head.get('/api/gold-sessions?state=closed')).json()) as GoldSessionPage;
  const versionId = sessions.find(({ name }) => name.startsWith('Call 7'))?.rubric.versionId ?? '';
  const results = (await (await head.get(`/api/gold-sessions/results/${versionId}`)).json()) as CalibrationResults;
  const all = page.getByRole('row', { name: /^All items/ });
  await expect(all).toContainText(`not enough data (n = ${results.all.n} of 40)`);
  await expect(all).toContainText(`${((results.all.raw.value ?? 0) * 100).toFixed(1)}%`);
  await expect(all).toContainText((results.all.ac1.value ?? 0).toFixed(2).replace('-', '\u2212'));
  const [strict] = results.assessors.filter(({ mean }) => (mean ?? 0) < 0);
  expect(strict?.assessor.name).toBe('陈国栋');
  await page.keyboard.press('t');
  const row = page.getByRole('row', { name: /^陈国栋/ });
  await expect(row).toContainText(`\u2212${Math.abs(strict?.mean ?? 0).toFixed(1)}`);
  await expect(row).toContainText('not enough data (n = 1 of 20)');
  await expectAccessible(page);
});
