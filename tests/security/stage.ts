import { test as base, expect, type Page } from '@playwright/test';
import { type Watch, watch } from './watch.ts';

/** Whether all strings in all views are tried, or the short selection that runs with all other tests. */
export const FULL = process.env.SECURITY === 'full';

/** Of a long list every so many-th, where somebody has no hour: `SECURITY_EVERY=20 npm run test:security`. */
export const some = <T>(list: readonly T[]): T[] =>
  list.filter((_, index) => index % Number(process.env.SECURITY_EVERY ?? 1) === 0);

/**
 * Goes to another view of what is open, as back and forward do, and waits for an element of it and until nothing changes any more.
 * What a door has put into the address stays. `loads` asks for the page anew.
 */
export async function visit(page: Page, query: string, shows: string, loads = false): Promise<void> {
  if (loads) await page.goto(query);
  else
    await page.evaluate((link) => {
      const kept = new URLSearchParams(location.search).get('file');
      const file = kept === null ? '' : `${link.includes('?') ? '&' : '?'}file=${encodeURIComponent(kept)}`;
      history.pushState(null, '', link + file || location.pathname);
      dispatchEvent(new PopStateEvent('popstate'));
    }, query);
  await page.locator(shows).first().waitFor({ state: 'attached' });
  await settled(page);
}

/** Waits until nothing of the page changes any more and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const quiet = 80;
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = window.setTimeout(done, quiet);
      });
      let timer = window.setTimeout(done, quiet);
      function done() {
        if (document.querySelector('[aria-busy="true"]')) {
          timer = window.setTimeout(done, quiet);
          return;
        }
        observer.disconnect();
        resolve();
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
  });
}

/** Every test has a watched page, and fails on whatever it did there. */
export const test = base.extend<{ watched: Watch }>({
  watched: async ({ page, baseURL }, use) => {
    await use(await watch(page, baseURL ?? ''));
  },
});

/** The longest task that a view may take, in milliseconds. */
export const LONGEST_TASK = 200;

/** The processor's time of the longest task of the page's own thread while something is done, in milliseconds. */
async function longestOnProcessor(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  type Traced = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } };
  const { traceEvents }: { traceEvents: Traced[] } = JSON.parse((await browser.stopTracing()).toString());
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const pages = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pages.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('the trace has no task');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/**
 * The longest task since the last look. One that is too long by the clock is looked at again by the time that the processor spent on
 * it: by the clock a task also takes as long as the machine does something else.
 */
export async function longestTask(page: Page, watched: Watch, again: () => Promise<void>): Promise<number> {
  let least = await watched.longestTask();
  for (let round = 0; round < 4 && least > LONGEST_TASK; round += 1)
    least = Math.min(least, await longestOnProcessor(page, again));
  await watched.longestTask();
  return least;
}

/** Nothing has run, nothing was planted, nothing has failed, nothing was asked of others, and everything is what it was. */
export async function expectQuiet(watched: Watch): Promise<void> {
  const { longestTask, ...counts } = await watched.counts();
  expect(counts).toEqual({ scripts: [], planted: [], errors: [], violations: [], foreign: [], prototypes: [] });
}

export { expect };
