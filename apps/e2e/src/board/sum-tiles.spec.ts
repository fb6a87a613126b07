import { expect, test } from '../test.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('executive')) });

test('the sums of all departments stand side by side, equally high, a line each', async ({ page }) => {
  await page.goto('/board');
  const tiles = page.locator('fc-sum-tile button');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(tiles).toHaveCount(2);
    const boxes = await tiles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes[0]?.height).toBe(boxes[1]?.height);
    if (width === 1440) expect(boxes[0]?.top).toBe(boxes[1]?.top);
    // Two lines and the room around them.
    expect(boxes[0]?.height).toBeLessThan(70);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
