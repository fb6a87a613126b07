import type { APIRequestContext, Page } from '@playwright/test';
import type { Marking, MarkingSheet, RubricText } from '@forecall/contracts';
import { failsUnder, itemsOf, type Marks, maximumOf, pointsOf, scoreOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { expect } from '../test.js';

export type Given = Record<string, number>;

export const bestMarks = (rubric: RubricText): Given =>
  Object.fromEntries(itemsOf(rubric).map((item) => [item.id, maximumOf(item)]));

/** The best there is, but for the first critical item. */
export function marksFailingCritical(rubric: RubricText): Given {
  const critical = itemsOf(rubric).find(({ isCritical }) => isCritical);
  if (!critical) throw new Error('No item is critical.');
  return { ...bestMarks(rubric), [critical.id]: Math.min(...pointsOf(critical)) };
}

/** No critical item is failed, and the score is the best one under `below`. */
export function marksUnder(rubric: RubricText, below: number): Given {
  const marks = bestMarks(rubric);
  for (const item of itemsOf(rubric))
    for (const points of [...pointsOf(item)].toSorted((one, other) => other - one)) {
      if ((scoreOf(rubric, marks).score ?? 0) < below) return marks;
      if (!item.isCritical || points >= failsUnder(item)) marks[item.id] = points;
    }
  return marks;
}

/** As the console of the assessor does it when there is nothing to see. */
export async function markAndSign(assessor: APIRequestContext, examId: string, give: (rubric: RubricText) => Marks) {
  const sheet = (await (await assessor.get(`/api/exams/${examId}`)).json()) as MarkingSheet;
  const marking = { id: uuid(), revision: 0, notes: {}, evidence: [], feedback: '', seconds: 900 };
  const saved = await assessor.put(`/api/exams/${examId}/marking`, {
    data: { ...marking, marks: give(sheet.rubric.text) },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  const { revision } = (await saved.json()) as Marking;
  const signed = await assessor.post(`/api/exams/${examId}/sign`, { data: { revision } });
  expect(signed.ok(), await signed.text()).toBe(true);
}

/** Item after item by its key, up to the summary. */
export async function markByKeys(page: Page, rubric: RubricText, marks: Given): Promise<void> {
  const heading = page.locator('main h2');
  for (const item of itemsOf(rubric)) {
    await expect(heading).toHaveText(item.text.en);
    const points = marks[item.id] ?? 0;
    await page.keyboard.press(item.kind === 'yes-no' ? (points > 0 ? 'p' : 'f') : String(points));
    await expect(page.locator('fc-item-view input:checked')).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('fc-summary-view')).toBeVisible();
}
