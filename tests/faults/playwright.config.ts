import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../src/commands/browser.mjs';

/** One row a test, one after the other: each has a server on a free port and a browser to crash. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/faults',
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  use: { launchOptions: { executablePath: ensureBrowser(), args: BROWSER_FLAGS } },
});
