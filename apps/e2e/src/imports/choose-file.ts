import type { Page } from '@playwright/test';
import { expect } from '../test.js';

/** Sends a file through the first step of the wizard. */
export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await expect(page.getByRole('heading', { name: 'How is it written?' })).toBeVisible();
}
