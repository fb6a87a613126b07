import { defineConfig } from '@playwright/test';
import browserSpecs from '../../apps/e2e/playwright.config.js';

export default defineConfig({
  ...browserSpecs,
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../tmp/screens/traces',
  globalSetup: './demo-world.ts',
  fullyParallel: true,
  timeout: 120_000,
});
