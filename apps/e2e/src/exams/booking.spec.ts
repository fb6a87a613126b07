import type { APIRequestContext } from '@playwright/test';
import type { CampaignDetail, ExamPage, PaperDetail } from '@forecall/contracts';
import { Client } from 'pg';
import { expectAccessible } from '../accessibility.js';
import { pressAtOnce } from '../press-at-once.js';
import { expect, test } from '../test.js';

const rules = {
  ...{ excludesOwn: true, coolOffDays: 0, mostAttempts: null, takesOtherVariant: false },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: 12 },
};

/** Begun: the known rep is due; the known administrator examines, and the supervisor, who leads the rep. */
async function aCampaign(head: APIRequestContext, databaseUrl: string): Promise<string> {
  const post = async <Of>(path: string, data: object): Promise<Of> => {
    const answer = await head.post(`/api/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Of;
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const department = await client.query<{ id: string }>(`SELECT id FROM department WHERE name = 'Billing'`);
  const assessors = await client.query<{ id: string }>(
    `SELECT staff_id AS id FROM sign_in WHERE email IN ('admin@example.test', 'supervisor@example.test')`,
  );
  await client.end();
  const departmentId = department.rows[0]?.id;
  const made = { kind: 'rubric', name: { en: 'Booked call', zh: '' }, departmentId };
  const { paper } = await post<PaperDetail>('exam-papers', { ...made, from: { readyMade: 'complaint-call' } });
  await post(`exam-papers/${paper.id}/publish`, { revision: 1 });
  const { id, revision } = await post<CampaignDetail>('campaigns', {
    ...{ departmentId, name: { en: 'Winter', zh: '冬季' }, rubricId: paper.id, scenarioIds: [], teamIds: [] },
    ...{ assessorIds: assessors.rows.map((row) => row.id), opensOn: '2026-01-05', endsOn: '2199-12-11' },
    ...{ minutes: 40, rules },
  });
  await post(`campaigns/${id}/begin`, { revision });
  return id;
}

test.describe('as head', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('head')) });

  test('everybody who is due is booked, an exam is moved by keys, given up and booked again by hand', async ({
    page,
    world,
    clientOf,
  }) => {
    const head = await clientOf('head');
    const id = await aCampaign(head, world.databaseUrl);
    await page.goto(`/exams/${id}`);
    await expect(page.getByRole('button', { name: 'Lin Wei, due' })).toBeVisible();
    await page.keyboard.press('b');
    const asked = page.getByRole('dialog');
    await expect(asked).toContainText('Book everybody who waits in “Winter”?');
    await expect(asked).toContainText('1 person waits. Slots are sought from');
    await asked.getByRole('button', { name: 'Book exams' }).click();
    await expect(page.locator('fc-book-outcome')).toContainText('1 exam booked');
    await expect(page.getByRole('button', { name: 'Lin Wei, booked' })).toBeVisible();
    await expectAccessible(page);

    await page.locator('fc-book-outcome').getByRole('link', { name: 'See the exams' }).click();
    const exam = page.getByRole('button', { name: /^Lin Wei, 09:00–09:40, by Sun Li, Booked/ });
    await expect(exam).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await expect(exam).toBeFocused();
    await page.keyboard.press('m');
    const bar = page.getByRole('application', { name: 'Moving the exam of Lin Wei' });
    await expect(bar).toBeFocused();
    await expect(bar).toContainText('09:00–09:40, by Sun Li');
    // What speaks against a slot is said before it is put there: who leads them may not examine, and not at night.
    await page.keyboard.press('ArrowUp');
    await expect(bar).toContainText('陈国栋 leads Lin Wei');
    await expect(bar.getByRole('button', { name: 'Put it here' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expect(bar.getByRole('alert')).toContainText('It cannot be put here: 陈国栋 leads Lin Wei');
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect(bar).toContainText('does not work through all of that time');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(bar).toContainText('Nothing speaks against it');
    await page.keyboard.press('Enter');
    const moved = page.getByRole('button', { name: /^Lin Wei, 09:30–10:10, by Sun Li, Booked, set by hand/ });
    await expect(moved).toBeFocused();
    await expect(page.getByText(/^The exam of Lin Wei is now/)).toBeVisible();
    await pressAtOnce(page, ['m', 'ArrowRight', 'Escape']);
    await expect(bar).toBeHidden();
    await expect(moved).toBeFocused();
    await page.keyboard.press('t');
    await expect(page.getByRole('row', { name: /Lin Wei.*09:30–10:10.*Sun Li.*Booked.*set by hand/ })).toBeVisible();
    await expectAccessible(page);

    // It is given up from the panel of the person, who then waits again and is booked by hand.
    await page.goto(`/exams/${id}`);
    await page.getByRole('button', { name: 'Lin Wei, booked' }).click();
    const panel = page.locator('fc-person-panel');
    await panel.getByRole('button', { name: /^Cancel or absent/ }).click();
    await panel.getByLabel('Why').fill('Ill');
    await panel.getByRole('button', { name: 'Cancel the exam' }).click();
    await expect(panel.locator('fc-person-exams')).toContainText('Given up');
    await panel.getByRole('button', { name: 'Book by hand' }).click();
    await panel.getByRole('textbox', { name: 'Day', exact: true }).fill('2199-06-05');
    await panel.getByLabel('Time').fill('10:00');
    await panel.getByLabel('Assessor', { exact: true }).selectOption({ label: '陈国栋' });
    await expect(panel).toContainText('陈国栋 leads Lin Wei');
    await panel.getByLabel('Assessor', { exact: true }).selectOption({ label: 'Sun Li' });
    await expect(panel).toContainText('Nothing speaks against it');
    await expectAccessible(page);
    await panel.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Lin Wei, booked' })).toBeVisible();
    await expect(panel.locator('fc-person-exams li')).toHaveCount(2);
    const answer = await head.get(`/api/campaigns/${id}/exams`);
    expect(((await answer.json()) as ExamPage).exams).toMatchObject([
      { startsAt: '2199-06-05T02:00:00.000Z', assessor: { name: 'Sun Li' }, isFixed: true, attempt: 1 },
    ]);

    // And from the exam itself, which the panel leads to.
    await panel.getByRole('link', { name: /^Exam of 5 Jun 2199/ }).click();
    await expect(page.getByRole('heading', { name: 'Exam to come' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Winter' })).toHaveAttribute('href', `/exams/${id}`);
    const acts = page.locator('fc-result-acts');
    await acts.getByRole('button', { name: 'Cancel or absent' }).click();
    await expect(acts.getByRole('button', { name: 'Keep it' })).toBeVisible();
    await acts.getByLabel('Why').fill('Another day');
    await acts.getByRole('button', { name: 'Cancel the exam' }).click();
    await expect(page.getByText('The exam of Lin Wei is cancelled')).toBeVisible();
    await expect(acts.getByRole('button')).toHaveCount(0);
    await expect(page.locator('fc-result-page')).toContainText('Given up');
  });
});

test.describe('as supervisor', () => {
  test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('supervisor')) });

  test('sees at once what is booked for the team, and moves nothing', async ({ page, world, clientOf }) => {
    const head = await clientOf('head');
    const id = await aCampaign(head, world.databaseUrl);
    await page.goto(`/exams/${id}`);
    await expect(page.getByRole('button', { name: 'Lin Wei, due' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Book exams' })).toHaveCount(0);
    expect((await head.post(`/api/campaigns/${id}/book`, { data: {} })).ok()).toBe(true);
    // By push: nobody asked again.
    await expect(page.getByRole('button', { name: 'Lin Wei, booked' })).toBeVisible();
    await page.getByRole('link', { name: 'Booking', exact: true }).click();
    const exam = page.getByRole('button', { name: /^Lin Wei, 09:00–09:40, by Sun Li/ });
    await exam.click();
    await page.keyboard.press('m');
    await expect(page.getByRole('application')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Move' })).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /Lin Wei/ }).click();
    await expectAccessible(page);
  });
});
