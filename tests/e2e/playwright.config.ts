import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../src/commands/browser.mjs';

const PORT = 4319;

/** The built app in a real Chromium, at the root and below a path that nobody thought of. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  // Those run with the faults: what they look at has a shorter test here.
  ...(process.env.LONG_TESTS ? { grep: /@long/ } : { grepInvert: /@long/ }),
  workers: 2,
  // A shared machine is noisy: one more try there, none at home.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    // What a worker answers cannot be held back, changed or counted by a test; offline.spec.ts is about the worker and allows it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 1000 },
    launchOptions: { executablePath: ensureBrowser(), args: BROWSER_FLAGS },
  },
  webServer: {
    command: `node tests/e2e/server.mjs ${PORT}`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
