import type { APIRequestContext, Browser, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { Client } from 'pg';
import { expect, test as base } from '../test.js';
import { signInOf } from '../world/sign-ins.js';
import { startDemoWorld, type World } from '../world/world.js';

/** Everybody of the demo company, by their name, who signs in as they come. */
export class DemoPeople {
  private readonly clients = new Map<string, Promise<APIRequestContext>>();
  private readonly pages: Page[] = [];

  constructor(
    private readonly world: World,
    private readonly playwright: PlaywrightWorkerArgs['playwright'],
    private readonly browser: Browser,
    private readonly sql: Client,
  ) {}

  /** Asks the API as the console of this person. */
  client(name: string): Promise<APIRequestContext> {
    const known = this.clients.get(name) ?? this.signIn(name);
    this.clients.set(name, known);
    return known;
  }

  async page(name: string): Promise<Page> {
    const storageState = await (await this.client(name)).storageState();
    const context = await this.browser.newContext({ baseURL: this.world.url, locale: 'en-GB', storageState });
    const page = await context.newPage();
    this.pages.push(page);
    return page;
  }

  async leave(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.context().close()));
    for (const client of this.clients.values()) await (await client).dispose();
  }

  private async signIn(name: string): Promise<APIRequestContext> {
    const { rows } = await this.sql.query<{ email: string }>(
      'SELECT i.email FROM sign_in i JOIN staff s ON s.id = i.staff_id WHERE s.name = $1',
      [name],
    );
    const client = await this.playwright.request.newContext({
      ...{ baseURL: this.world.url, extraHTTPHeaders: { 'X-Forecall': 'console' } },
    });
    const data = { login: rows[0]?.email, password: signInOf(this.world, 'head').password };
    const answer = await client.post('/api/session', { data });
    expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
    return client;
  }
}

/** Who leads the department and its teams. */
export async function leadersOf(sql: Client, department: string): Promise<{ head: string; supervisors: string[] }> {
  const { rows } = await sql.query<{ name: string; role: string }>(
    `SELECT s.name, l.role FROM leadership l JOIN staff s ON s.id = l.staff_id LEFT JOIN team t ON t.id = l.team_id
     JOIN department d ON d.id IN (l.department_id, t.department_id)
     WHERE d.name = $1 AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now()) ORDER BY s.name`,
    [department],
  );
  const head = rows.find(({ role }) => role === 'head')?.name;
  if (!head) throw new Error(`Nobody heads ${department}.`);
  return { head, supervisors: rows.filter(({ role }) => role === 'supervisor').map(({ name }) => name) };
}

/** Time goes by until the last exam that is booked has begun; each keeps its place among the others. */
export const letExamsBegin = (sql: Client, campaignId: string): Promise<unknown> =>
  sql.query(
    `UPDATE exam SET starts_at = starts_at - ahead.by FROM (
       SELECT max(starts_at) - now() + interval '1 minute' AS by FROM exam WHERE campaign_id = $1 AND state = 'booked'
     ) ahead WHERE campaign_id = $1 AND state = 'booked'`,
    [campaignId],
  );

/** The demo company, from its first start. */
export const test = base.extend<{ sql: Client; people: DemoPeople }, { world: World }>({
  world: [
    async ({ browserName: _browserName }, use) => {
      const world = await startDemoWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  sql: async ({ world }, use) => {
    const sql = new Client({ connectionString: world.databaseUrl });
    await sql.connect();
    await use(sql);
    await sql.end();
  },
  people: async ({ world, playwright, browser, sql }, use) => {
    const people = new DemoPeople(world, playwright, browser, sql);
    await use(people);
    await people.leave();
  },
});
