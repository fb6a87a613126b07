import { type APIRequestContext, type BrowserContextOptions, type Page, test as base, expect } from '@playwright/test';
import type { RoleName } from '@forecall/contracts';
import { type Agent, agentWith } from './contacts/agent.js';
import { signInOf } from './world/sign-ins.js';
import { type World, startWorld } from './world/world.js';

export { expect };

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export interface OfEachTest {
  baseURL: string;
  page: Page;
}

// The list of one's own sessions shows it.
const userAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

// Chromium's own words about a refusing answer or a broken line; what they mean is for the spec to say.
const saidByTheNetwork = /^Failed to load resource|^WebSocket connection to '[^']*' failed/;

export interface OfEachWorker {
  /** Shared by the specs of one worker: a spec makes its own rows and counts on no empty table. */
  world: World;
  /** The cookies of a known person who has signed in; for `storageState`. */
  sessionOf: (role: RoleName) => Promise<StorageState>;
  /** The API as the console of a known person asks it. */
  clientOf: (role: RoleName) => Promise<APIRequestContext>;
  /** The known rep at work, through the API as any console would. */
  agent: Agent;
}

export const test = base.extend<OfEachTest, OfEachWorker>({
  world: [
    async ({ browserName: _browserName }, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
  sessionOf: [
    async ({ world, playwright }, use) => {
      const sessions = new Map<RoleName, StorageState>();
      await use(async (role) => {
        const known = sessions.get(role);
        if (known) return known;
        // Without a state of its own it would take that of the spec at work, and sign its user out.
        const storageState = { cookies: [], origins: [] };
        const client = await playwright.request.newContext({ baseURL: world.url, userAgent, storageState });
        const answer = await client.post('/api/session', {
          data: signInOf(world, role),
          headers: { 'X-Forecall': 'console' },
        });
        if (!answer.ok()) throw new Error(`The ${role} cannot sign in: ${answer.status()} ${await answer.text()}`);
        const state = await client.storageState();
        sessions.set(role, state);
        await client.dispose();
        return state;
      });
    },
    { scope: 'worker' },
  ],
  clientOf: [
    async ({ world, sessionOf, playwright }, use) => {
      const clients = new Map<RoleName, APIRequestContext>();
      await use(async (role) => {
        const known = clients.get(role);
        if (known) return known;
        const client = await playwright.request.newContext({
          baseURL: world.url,
          storageState: await sessionOf(role),
          extraHTTPHeaders: { 'X-Forecall': 'console' },
        });
        clients.set(role, client);
        return client;
      });
      await Promise.all([...clients.values()].map((client) => client.dispose()));
    },
    { scope: 'worker' },
  ],
  agent: [async ({ clientOf }, use) => use(agentWith(await clientOf('rep'))), { scope: 'worker' }],

  baseURL: async ({ world }, use) => use(world.url),

  /** A page on which nothing may go wrong unseen. */
  page: async ({ page }, use, test) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !saidByTheNetwork.test(message.text())) faults.push(message.text());
    });
    await use(page);
    // A rare failure leaves no picture on another machine: what the page said is in the output.
    if (test.status !== test.expectedStatus)
      console.log(`${test.title}: ${page.url()} said`, await page.getByRole('alert').allInnerTexts());
    expect(faults, 'errors in the console of the browser').toEqual([]);
  },
});
