import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../browser/chromium.mjs';
import { round } from './table.mjs';
import { password } from './world.mjs';

/** Bytes over the wire (compressed) until a new browser has signed in and shows the board. */
export async function firstLoad({ url, world, onProgress }) {
  onProgress('first load in a browser');
  const executablePath = findChromium();
  if (!executablePath)
    return [
      ['first load', 'kB'],
      ['no Chromium on this machine', '-'],
    ];
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(url);
    await page.locator('input[autocomplete=username]').fill(world.leader.login);
    await page.locator('input[autocomplete=current-password]').fill(password);
    const signIn = bytes;
    await page.keyboard.press('Enter');
    await page.waitForURL(/board/);
    await page.waitForLoadState('networkidle');
    return [
      ['first load, compressed', 'kB', 'goal'],
      ['sign-in', round(signIn / 1000), ''],
      ['sign-in and board', round(bytes / 1000), '< 250 kB'],
    ];
  } finally {
    await browser.close();
  }
}
