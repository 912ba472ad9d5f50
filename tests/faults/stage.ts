import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { FaultServer } from './faultServer.ts';
import type { SetUp } from './row.ts';
import type { Swap } from './swaps.ts';

/** What must not happen on a page: uncaught errors and rejections, policy violations, requests to other hosts. */
export type Trouble = { errors: string[]; violations: string[]; foreign: string[] };

/** What a row has at hand: a browser of its own with one page, and the server that can go wrong. */
export type Stage = {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  server: FaultServer;
  trouble: Trouble;
  /** The address of the kiosk. */
  address: string;
  /** What was changed in the build that is served. */
  swaps: readonly Swap[];
  /** Whether the page's clock is the stage's to turn. */
  turned: boolean;
  /** Lets time pass on the page, in seconds, all timers called in their order; `step` seconds between two looks at the network. */
  pass: (seconds: number, step?: number) => Promise<void>;
  end: () => Promise<void>;
};

/** How long real requests and drawing get between two steps of the turned clock, in milliseconds. */
const BREATH = 60;

/** Notes the trouble of a page, from before its first script. */
export async function watch(page: Page, origin: string, trouble: Trouble): Promise<void> {
  page.on('pageerror', (error) => trouble.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) trouble.foreign.push(request.url());
  });
  await page.exposeFunction('reportViolation', (text: string) => trouble.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'reportViolation')(`${violatedDirective} ${blockedURI}`);
    });
  });
}

/** Sets the stage for a row: serves the folder and opens an empty page that is watched. `enter` goes to the kiosk. */
export async function setStage(
  browser: Browser,
  folder: string,
  setUp: SetUp = {},
  swaps: readonly Swap[] = [],
): Promise<Stage> {
  const { link = '?kiosk=20&check=60', start = '2026-06-15T10:00:00Z', zone = 'UTC', worker, faster = 1 } = setUp;
  const server = await FaultServer.start(folder);
  const context = await browser.newContext({
    timezoneId: zone,
    serviceWorkers: worker ? 'allow' : 'block',
    viewport: { width: 1280, height: 720 },
  });
  const page = await context.newPage();
  const trouble: Trouble = { errors: [], violations: [], foreign: [] };
  await watch(page, new URL(server.url).origin, trouble);
  if (start !== null) await page.clock.install({ time: start });
  if (faster !== 1)
    await page.addInitScript((times) => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = (ms) => timeout(ms / times);
    }, faster);

  const breathe = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const pass = async (seconds: number, step = 10) => {
    if (start === null) return void (await breathe(seconds * 1000));
    for (let left = seconds; left > 0; left -= step) {
      // What a timer throws comes out here, and not as an event of the page.
      await page.clock.runFor(Math.min(step, left) * 1000).catch((error: Error) => trouble.errors.push(error.message));
      await breathe(BREATH);
    }
  };
  const end = async () => {
    await context.close();
    await server.stop();
  };
  return {
    browser,
    context,
    page,
    server,
    trouble,
    swaps,
    address: server.url + link,
    turned: start !== null,
    pass,
    end,
  };
}

/** Goes to the kiosk and waits until it runs. */
export async function enter({ page, address }: Stage): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html[data-kiosk][data-beat] main[data-turn]')).toBeAttached();
}
