import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../tools/browser/chromium.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('There is no Chromium here: set CHROMIUM_PATH, or let npm test install one.');

export default defineConfig({
  testDir: 'src',
  outputDir: '../../tmp/e2e',
  globalSetup: './src/world/template-world.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: { executablePath, args: chromiumFlags },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
  },
});
