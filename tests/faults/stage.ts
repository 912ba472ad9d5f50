import { type Browser, type BrowserContext, expect, type Frame, type Page } from '@playwright/test';
import { FaultServer } from './faultServer.ts';
import type { SetUp } from './row.ts';

/** What must not happen on a page: uncaught errors and rejections, policy violations, requests to other hosts. */
type Trouble = { errors: string[]; violations: string[]; foreign: string[] };

/** What a row has at hand: a browser of its own with one page, and the server that can go wrong. */
export type Stage = {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  server: FaultServer;
  trouble: Trouble;
  /** The address of the kiosk. */
  address: string;
  /** The entries of `mutants.ts` that are in the build that is served. */
  names: readonly string[];
  /** Where the kiosk is: the page, or its frame in the shell. */
  view: () => Page | Frame;
  /** Whether the page's clock is the stage's to turn. */
  turned: boolean;
  /** Lets time pass on the page, in seconds, all timers called in their order; `step` seconds between two looks at the network. */
  pass: (seconds: number, step?: number) => Promise<void>;
  /** Puts a new tab in the place of one that has crashed. */
  reopen: () => Promise<void>;
  end: () => Promise<void>;
};

/** How long drawing gets between two steps of the turned clock, and requests and workers at most, in milliseconds. */
const BREATH = 40;
const LONGEST_BREATH = 1000;

/** How the test runner says that the page was loaded again while it was asked. */
const LOADED_AGAIN = 'Execution context was destroyed';

/** Notes the trouble of a page, from before its first script. The shell comes from the same server by its other name. */
async function watch(page: Page, origin: string, trouble: Trouble): Promise<void> {
  page.on('pageerror', (error) => trouble.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin && asked !== origin.replace('127.0.0.1', 'localhost'))
      trouble.foreign.push(request.url());
  });
  await page.exposeFunction('reportViolation', (text: string) => trouble.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'reportViolation')(`${violatedDirective} ${blockedURI}`);
    });
  });
}

/** What every page of a stage gets before its first script: its clock, which time limits follow, too, and a list of its workers. */
async function prepare(context: BrowserContext, start: string | null): Promise<void> {
  if (start !== null) await context.clock.install({ time: start });
  await context.addInitScript(() => {
    const workers = new Set<Worker>();
    Reflect.set(window, 'livingWorkers', workers);
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.add(this);
      }
      override terminate() {
        workers.delete(this);
        super.terminate();
      }
    };
  });
}

/** Whether requests or workers are on their way, which do not follow the turned clock. */
async function isBusy({ server, page }: Stage): Promise<boolean> {
  const workers = () =>
    page.evaluate(() => (Reflect.get(window, 'livingWorkers') as Set<Worker> | undefined)?.size ?? 0);
  // A page that is being loaded again cannot be asked.
  return server.busy || (await workers().catch(() => 1)) > 0;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Lets seconds pass on the page's turned clock, with a breath for all that does not follow it every `step` seconds: no more than half
 * of the shortest time limit, or answers that come at once would come too late.
 */
async function turn(stage: Stage, seconds: number, step: number): Promise<void> {
  for (let left = seconds; left > 0; left -= step) {
    // What a timer throws comes out here, and not as an event of the page.
    await stage.page.clock.runFor(Math.min(step, left) * 1000).catch(({ message }: Error) => {
      if (!message.includes(LOADED_AGAIN)) stage.trouble.errors.push(message);
    });
    await sleep(BREATH);
    const until = Date.now() + LONGEST_BREATH;
    while (Date.now() < until && (await isBusy(stage))) await sleep(BREATH);
  }
}

/** Sets the stage for a row: serves the folder and opens an empty page that is watched. `enter` goes to the kiosk. */
export async function setStage(
  browser: Browser,
  folder: string,
  setUp: SetUp = {},
  names: readonly string[] = [],
): Promise<Stage> {
  const { link = '?kiosk=20&check=60', start = '2026-06-15T10:00:00Z', zone = 'UTC', worker } = setUp;
  const server = await FaultServer.start(folder);
  const context = await browser.newContext({
    timezoneId: zone,
    serviceWorkers: worker ? 'allow' : 'block',
    viewport: { width: 1280, height: 720 },
  });
  await prepare(context, start);
  const trouble: Trouble = { errors: [], violations: [], foreign: [] };
  const newPage = async () => {
    const page = await context.newPage();
    await watch(page, new URL(server.url).origin, trouble);
    return page;
  };
  const stage: Stage = {
    browser,
    context,
    page: await newPage(),
    server,
    trouble,
    names,
    view: () => stage.page,
    address: server.url + link,
    turned: start !== null,
    pass: (seconds, step = 10) => (start === null ? sleep(seconds * 1000) : turn(stage, seconds, step)),
    reopen: async () => {
      await stage.page.close();
      stage.page = await newPage();
    },
    end: async () => {
      await context.close();
      await server.stop();
    },
  };
  return stage;
}

/** Goes to the kiosk and waits until it runs. */
export async function enter({ page, address }: Stage): Promise<void> {
  // A page that cannot be had shows in what is missing on it.
  await page.goto(address).catch(() => {});
  await expect(page.locator('html[data-kiosk][data-beat] main[data-turn]')).toBeAttached();
}
