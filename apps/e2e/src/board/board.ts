import { type Page, expect } from '@playwright/test';
import { knownDepartments } from '../world/known-people.js';

type Department = keyof typeof knownDepartments;

/** What a tile prints: complaints over contacts. */
export interface Counts {
  readonly complaints: number;
  readonly contacts: number;
}

export const tileOf = (page: Page, department: Department) =>
  page.locator('fc-tile').filter({ has: page.getByText(knownDepartments[department].name[0], { exact: true }) });

export const connectionSign = (page: Page) => page.locator('fc-connection-sign');

export async function openBoard(page: Page, url = '/board'): Promise<void> {
  await page.goto(url);
  await expect(tileOf(page, 'billing')).toBeVisible();
  await expect(connectionSign(page)).toContainText('Live');
}

/** The counts that stand in a department's tile now; a tile without a rate has none. */
export async function countsOf(page: Page, department: Department): Promise<Counts> {
  const printed = /(\d+) \/ (\d+)/.exec(await tileOf(page, department).innerText());
  return { complaints: Number(printed?.[1] ?? 0), contacts: Number(printed?.[2] ?? 0) };
}

/** Waits until exactly these counts are printed. */
export async function expectCounts(page: Page, department: Department, counts: Counts): Promise<void> {
  await expect(tileOf(page, department)).toContainText(`${counts.complaints} / ${counts.contacts}`);
}
