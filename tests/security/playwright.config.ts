import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../src/commands/browser.mjs';
import { FULL } from './stage.ts';

const PORT = 4703;

/** The built app, given strings that attack. Two pages at a time: a task that takes long by the clock is judged by the time of the processor. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/security',
  workers: 2,
  fullyParallel: true,
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  timeout: FULL ? 1_200_000 : 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    // A wait that has no end of its own ends a test, and not an evening.
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    baseURL: `http://127.0.0.1:${PORT}/`,
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 1000 },
    // No name leads anywhere but to this machine: what gets out is counted, and does no harm.
    launchOptions: {
      executablePath: ensureBrowser(),
      args: [...BROWSER_FLAGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    },
  },
  webServer: {
    command: `node tests/e2e/server.mjs ${PORT}`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
