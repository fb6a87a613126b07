import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  let said = '';
  process.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const deadline = Date.now() + 20_000;
  while (!said.includes('DevTools listening on')) {
    if (Date.now() > deadline) throw new Error(`The browser does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  await context.addCookies(cookies);
  return {
    page: await context.newPage(),
    async kill() {
      const ended = once(process, 'exit');
      if (process.pid) globalThis.process.kill(-process.pid, 'SIGKILL');
      await ended;
    },
  };
}
