import type { BrowserContextOptions, Page } from '@playwright/test';
import type { RoleName } from '@forecall/contracts';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { test as base } from '../test.js';
import { somebody } from '../world/somebody.js';
import { startWorld, type World } from '../world/world.js';

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Beside Lin Wei. */
const names = ['王芳', 'Zhou Min', '李娜'];

/** A world of its own, for a cycle is of the whole company: the known team has four members, and a figure is wanted of them. */
export const test = base.extend<
  { pageOf: (who: RoleName | StorageState) => Promise<Page> },
  { others: readonly StorageState[]; world: World }
>({
  world: [
    async ({ browserName: _browserName }, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
  others: [
    async ({ world, playwright }, use) => {
      const states: StorageState[] = [];
      for (const [n, name] of names.entries())
        states.push(
          await somebody(world, playwright, { name, email: `member-${n}@example.test`, grants: [{ role: 'rep' }] }),
        );
      const sql = new Client({ connectionString: world.databaseUrl });
      await sql.connect();
      for (const name of names)
        await sql.query(
          `INSERT INTO membership (id, staff_id, team_id)
           SELECT $1, s.id, t.id FROM staff s, team t WHERE s.name = $2 AND t.name = 'Billing 1'`,
          [uuid(), name],
        );
      await sql.query(
        `INSERT INTO indicator (id, card, metric, target, floor, weight, from_day)
         VALUES ($1, 'rep', 'csat', 0.85, 0.6, 2, '2020-01-01')`,
        [uuid()],
      );
      await sql.end();
      await use(states);
    },
    { scope: 'worker' },
  ],
  pageOf: async ({ browser, world, sessionOf }, use) => {
    const pages: Page[] = [];
    await use(async (who) => {
      const storageState = typeof who === 'string' ? await sessionOf(who) : who;
      const context = await browser.newContext({ baseURL: world.url, locale: 'en-GB', storageState });
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});
