import { type Page, expect } from '@playwright/test';
import { Client } from 'pg';
import { connectionSign } from '../board/board.js';
import type { World } from '../world/world.js';

export const note = (page: Page) => page.getByLabel('What did they say?');
export const notSent = (page: Page, count = 1) =>
  page.getByText(count === 1 ? '1 entry is not sent yet' : `${count} entries are not sent yet`);
export const logged = (page: Page) => page.getByText('Contact logged');

let made = 0;
/** What is said in one contact of one test, and nowhere else. */
export const aNote = (): string => `Said no. ${++made} of ${process.pid} at ${Date.now()}`;

export async function openDesk(page: Page, url = '/desk'): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('button', { name: 'Invoice is wrong' })).toBeVisible();
  await expect(connectionSign(page)).toContainText('Live');
}

/** An unknown caller's contact, ready to be saved. */
export async function enter(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Invoice is wrong' }).click();
  await note(page).fill(text);
  await page.keyboard.press('Tab');
  await page.keyboard.press('s');
  await expect(page.getByRole('radio', { name: 'Solved' })).toBeChecked();
}

export const save = (page: Page) => page.keyboard.press('Control+Enter');

/** How many contacts the database has with this note, and whose they are. */
export async function storedBy({ databaseUrl }: World, text: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ email: string }>(
    'SELECT email FROM contact JOIN sign_in ON sign_in.id = contact.created_by WHERE note = $1',
    [text],
  );
  await client.end();
  return rows.map(({ email }) => email);
}

/** Waits until it is there, and says that it is there once. */
export async function expectStoredOnce(world: World, text: string, email = 'rep@example.test'): Promise<void> {
  await expect.poll(() => storedBy(world, text), { timeout: 15_000 }).toEqual([email]);
}
