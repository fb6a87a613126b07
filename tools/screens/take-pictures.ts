import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '../../apps/e2e/src/test.js';
import { contactSheet } from './contact-sheet.mjs';
import { screens } from './screens.mjs';
import { variants } from './variants.mjs';

const folder = join(import.meta.dirname, '../../tmp/screens');
const wanted = (process.env['SCREENS'] ?? '').split(' ').filter(Boolean);

for (const { name, path, role, prepare, whole = false } of screens) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;

  test(name, async ({ browser, world, sessionOf }) => {
    const pictures: { title: string; file: string; size: string }[] = [];
    for (const variant of variants) {
      const context = await browser.newContext({
        ...variant.use,
        baseURL: world.url,
        timezoneId: 'Asia/Shanghai',
        storageState: role === null ? undefined : await sessionOf(role),
      });
      const page = await context.newPage();
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await prepare?.(page, world);
      await expect(page.locator('fc-skeleton, [aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
      await page.evaluate(() => document.fonts.ready);
      const file = `${name}-${variant.name}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: whole, animations: 'disabled', caret: 'hide' });
      pictures.push({ title: variant.name, file, size: variant.size });
      await context.close();
    }
    const sheet = join(folder, `${name}.html`);
    writeFileSync(sheet, contactSheet(name, pictures));
    const page = await browser.newPage({ viewport: { width: 1464, height: 900 } });
    await page.goto(pathToFileURL(sheet).href);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.close();
  });
}
