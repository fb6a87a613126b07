import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What stands on the page in place of a text that is missing: `complaints.stage.decided`, `lists.any`. */
const keysOn = async (page: Page): Promise<string[]> =>
  (await page.locator('body').innerText()).match(
    /(?<![\w@./-])(?:[a-z][a-z-]+(\.[a-z][a-z-]+){2,}|(?:lists|figures|ui|state|page|keys)\.[a-z][a-z-]+)(?![\w@/])/g,
  ) ?? [];

/** Of all rules these alone depend on colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The page as it stands lacks no text, and breaks no rule of WCAG 2.2 AA that axe can check, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await keysOn(page), `texts missing on ${page.url()}`).toEqual([]);
  // No page of ours has frames, for which axe would open a page of its own each time.
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true);
  for (const [colorScheme, builder] of [
    ['light', axe().withTags(wcag22aa)],
    ['dark', axe().withRules(ofColours)],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await builder.analyze();
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
    );
    expect(found, `axe on ${page.url()}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
