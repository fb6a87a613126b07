import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

test('quotes and dots of English are no wider than its letters', async ({ page }) => {
  await page.goto('/board');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const widths = await page.evaluate(async () => {
    await document.fonts.ready;
    const marks = ['’', '“', '”', '·', '±'];
    const sample = document.createElement('span');
    sample.style.cssText = 'position: absolute; white-space: pre; font-size: 100px; line-height: 1';
    document.body.append(sample);
    const width = (text: string) => {
      sample.textContent = text;
      return sample.getBoundingClientRect().width;
    };
    const letters = width('ss');
    // Once each, so that what is drawn by a face of its own is loaded.
    for (const mark of marks) width(`s${mark}s`);
    await document.fonts.ready;
    const found = marks.map((mark) => width(`s${mark}s`) - letters);
    sample.remove();
    return found;
  });
  for (const width of widths) expect(width).toBeLessThan(60);
});
