import { Client } from 'pg';
import { expect, test } from '../test.js';
import { aNote, enter, logged, openDesk, save } from './entry.js';

test.use({ storageState: async ({ sessionOf }, use) => use(await sessionOf('rep')) });

for (const hours of [3, -3]) {
  test(`a computer whose clock is ${hours} h off logs at the server’s time`, async ({ page, world }) => {
    const text = aNote();
    await page.addInitScript((milliseconds) => {
      const now = Date.now.bind(Date);
      globalThis.Date = class extends Date {
        constructor(...given: [] | [number]) {
          super(given.length === 0 ? now() + milliseconds : given[0]);
        }
        static override now() {
          return now() + milliseconds;
        }
      } as DateConstructor;
    }, hours * 3_600_000);
    await openDesk(page);
    await enter(page, text);
    await save(page);
    await expect(logged(page)).toBeVisible();

    const client = new Client({ connectionString: world.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ late: number; long: number }>(
      `SELECT extract(epoch FROM now() - ended_at)::float AS late,
              extract(epoch FROM ended_at - started_at)::float AS long FROM contact WHERE note = $1`,
      [text],
    );
    await client.end();
    const [{ late, long } = { late: NaN, long: NaN }] = rows;
    expect(Math.abs(late)).toBeLessThan(20);
    expect(long).toBeGreaterThanOrEqual(0);
    expect(long).toBeLessThan(20);
  });
}
