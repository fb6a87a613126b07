import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

/** The checker, which runs in the page. */
const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Of all rules these alone depend on colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What stands on the page in place of a text that is missing: `complaints.stage.decided`, `lists.any`. */
const keysOn = async (page: Page): Promise<string[]> =>
  (await page.locator('body').innerText()).match(
    /(?<![\w@./-])(?:[a-z][a-z-]+(\.[a-z][a-z-]+){2,}|(?:lists|figures|ui|state|page|keys)\.[a-z][a-z-]+)(?![\w@/])/g,
  ) ?? [];

/** The page as it stands lacks no text, and breaks no rule of WCAG 2.2 AA that axe can check, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is read anew is dimmed for that long.
  await expect(page.locator('[aria-busy="true"]').filter({ visible: true })).toHaveCount(0);
  expect(await keysOn(page), `texts missing on ${page.url()}`).toEqual([]);
  for (const [colorScheme, runOnly] of [
    ['light', { type: 'tag', values: wcag22aa }],
    ['dark', { type: 'rule', values: ofColours }],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsOn(page, runOnly), `axe on ${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Each rule that is broken, with the elements that break it. A page keeps the checker once it has it. */
async function faultsOn(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program);
  return page.evaluate(
    async (options) => {
      const checker = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await checker.run(document, options);
      return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
    },
    { runOnly, resultTypes: ['violations' as const] },
  );
}
