import type { APIRequestContext, Page } from '@playwright/test';
import type { CallsOfDay } from '@forecall/contracts';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expect, test as base } from '../test.js';
import { knownPeople } from '../world/known-people.js';
import { startWorld, type World } from '../world/world.js';

/** Accounts in care of the known rep that are due today, each with two people. */
export const dueAccounts = ['Quay Retail', 'Lotus Hospital', 'Northern Rail', 'Minsheng Grain'] as const;

/** A world of its own: the company works around the clock, and its morning is now, so that its specs hold whenever they run. */
export const test = base.extend<object, { world: World; company: string }>({
  /** Specs that use another company begin with all of its calls to be made, whatever others have made of theirs. */
  company: ['', { scope: 'worker', option: true }],
  world: [
    async ({ browserName: _browserName, company: _company }, use) => {
      const world = await startWorld();
      await fill(world);
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
});

/** A zone whose clock shows about this hour. */
function zoneWhereItIs(hour: number): string {
  const ahead = (hour - new Date().getUTCHours() + 24) % 24;
  const offset = ahead > 12 ? ahead - 24 : ahead;
  // Their signs are the other way round: Etc/GMT-8 is 8 hours ahead.
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

async function fill({ databaseUrl }: World): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('UPDATE organisation SET zone = $1', [zoneWhereItIs(9)]);
  const always = Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }]);
  await client.query('INSERT INTO calendar (id, week) VALUES ($1, $2)', [uuid(), JSON.stringify(always)]);
  for (const [nth, name] of dueAccounts.entries()) {
    const accountId = uuid();
    await client.query('INSERT INTO account (id, number, name) VALUES ($1, $2, $3)', [accountId, `Q-${nth}`, name]);
    for (const [place, person] of [`He Wen ${nth}`, `Zhou Qiang ${nth}`].entries()) {
      const personId = uuid();
      await client.query(
        `INSERT INTO person (id, account_id, name, position, call_order) VALUES ($1, $2, $3, 'Finance director', $4)`,
        [personId, accountId, person, place + 1],
      );
      await client.query('INSERT INTO person_phone (person_id, e164) VALUES ($1, $2)', [
        ...[personId, `+86755260188${nth}${place}`],
      ]);
    }
    await client.query(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '14 days')`,
      [uuid(), accountId],
    );
    await client.query(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from")
       SELECT $1, $2, id, 'rep', now() - interval '14 days' FROM staff WHERE name = $3`,
      [uuid(), accountId, knownPeople.rep.name],
    );
  }
  await client.end();
}

/** The caller's day as the server tells it, once the plan has been made. */
export async function dayOf(rep: APIRequestContext): Promise<CallsOfDay> {
  let day: CallsOfDay | undefined;
  await expect
    .poll(
      async () => {
        day = (await (await rep.get('/api/planned-calls/today')).json()) as CallsOfDay;
        return day.calls.length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(dueAccounts.length);
  if (!day) throw new Error('There is no day.');
  return day;
}

/** Telephone links are noted, not followed: there is no telephone here. */
export async function noteDialled(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const dialled: string[] = [];
    Object.assign(window, { dialled });
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="tel:"]') : null;
      if (!link) return;
      event.preventDefault();
      dialled.push(link.getAttribute('href') ?? '');
    });
  });
  return () => page.evaluate(() => (window as unknown as { dialled: string[] }).dialled);
}

/** How many contacts the database has with this note that were not taken back, and of how many planned calls. */
export async function storedWith({ databaseUrl }: World, note: string): Promise<{ contacts: number; calls: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ contacts: number; calls: number }>(
    `SELECT count(DISTINCT c.id)::int AS contacts, count(DISTINCT t.planned_call_id)::int AS calls
     FROM contact c LEFT JOIN call_attempt t ON t.contact_id = c.id WHERE c.note = $1 AND c.voided_at IS NULL`,
    [note],
  );
  await client.end();
  return rows[0] ?? { contacts: 0, calls: 0 };
}

export const entries = (page: Page, group: string) =>
  page.getByRole('region', { name: group, exact: true }).getByRole('button');
export const brief = (page: Page) => page.getByRole('region', { name: 'What to know before this call' });
export const wrapUp = (page: Page) => page.locator('fc-wrap-up');
