// Finds a Chromium for the browser tests, or installs Debian's.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// The first is Chromium without its windows: it opens a page in a third of the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const isRoot = process.getuid?.() === 0;

/** Quiet on the network; without a sandbox only where Chromium insists, as root. */
export const BROWSER_FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The default of a browser with windows: a frame of another site has a process of its own.
  '--site-per-process',
];

function onPath() {
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim();
    if (found) return found;
  }
  return null;
}

/** The path of a browser that is on this machine, in the order: CHROMIUM_PATH, Playwright's own, the search path, Chrome on a Mac. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return onPath() ?? (existsSync(MAC_CHROME) ? MAC_CHROME : null);
}

/** Finds a browser, installing Debian's as root where there is none. Throws with advice when that is not possible. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing the one of Debian.');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium or Chrome was found. Install one, or name it in the environment variable CHROMIUM_PATH.',
  );
}
