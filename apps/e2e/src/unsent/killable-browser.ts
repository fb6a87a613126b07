import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { type Page, chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../../tools/browser/chromium.mjs';

export interface KillableBrowser {
  readonly page: Page;
  /** Ends all its processes with SIGKILL: a crash, or the computer's plug. */
  kill(): Promise<void>;
}

type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0];

/** A browser of its own with this profile, which stays when it is killed. */
export async function startKillableBrowser(profile: string, cookies: Cookies): Promise<KillableBrowser> {
  const program = findChromium();
  if (!program) throw new Error('There is no Chromium here.');
  const flags = [...chromiumFlags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-GB'];
  const process = spawn(program, flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = async () => {
    const ended = once(process, 'exit');
    if (process.pid) globalThis.process.kill(-process.pid, 'SIGKILL');
    await ended;
  };
  try {
    return { page: await pageOf(await addressOf(process.stderr), cookies), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Where it listens, once it says so. The profile's file of it may still be that of the browser before. */
async function addressOf(said: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const [data] of on(said, 'data', { signal: AbortSignal.timeout(20_000) }) as AsyncIterable<[Buffer]>) {
    text += data.toString();
    const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`The browser does not start: ${text}`);
}

async function pageOf(address: string, cookies: Cookies): Promise<Page> {
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  await context.addCookies(cookies);
  return context.newPage();
}
