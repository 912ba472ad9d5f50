import { test as base, expect, type Page } from '@playwright/test';
import { comparedIn } from './places.ts';
import { type Counts, type Watch, watch } from './watch.ts';

/** Whether all strings in all views are tried, or the short selection that runs with all other tests. */
export const FULL = process.env.SECURITY === 'full';

/** Of a long list every so many-th, where somebody has no hour: `SECURITY_EVERY=20 npm run test:security`. */
export const some = <T>(list: readonly T[]): T[] =>
  list.filter((_, index) => index % Number(process.env.SECURITY_EVERY ?? 1) === 0);

/** Goes to another view of what is open, as back and forward do; what a door has put into the address stays. Runs in the page. */
function goIn(link: string): void {
  const now = new URLSearchParams(location.search);
  const kept = ['file', 'data'].flatMap((key) => {
    const value = now.get(key);
    return value === null ? [] : [`${key}=${encodeURIComponent(value)}`];
  });
  const query = [link.replace(/^\?/, ''), ...kept].filter((part) => part !== '').join('&');
  history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Goes to another view of what is open, and waits for an element of it and until nothing changes any more. */
export async function visit(page: Page, link: string, shows: string): Promise<void> {
  await page.evaluate(goIn, link);
  await page.locator(shows).first().waitFor({ state: 'attached' });
  await settled(page);
}

/** What is looked for at a place of a view. */
type Asked = Parameters<typeof comparedIn>[0];

/** Looks at each frame whether all that was given stands at its place, and then whether it stays. Runs in the page. */
async function lookIn(places: Asked): Promise<ReturnType<typeof comparedIn>> {
  const compare: typeof comparedIn = Reflect.get(window, 'comparedOfTests');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const end = performance.now() + 10_000;
  let changed = true;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  let found = compare(places);
  while (performance.now() < end) {
    changed = false;
    await frame();
    await frame();
    if (changed || document.querySelector('[aria-busy="true"]')) continue;
    found = compare(places);
    if (found.every(({ wrong }) => wrong.length === 0)) break;
  }
  observer.disconnect();
  return found;
}

/** Whether what was given stands in the places of the page, once it is there: nothing is missing. Answers how many elements there are. */
export async function expectShown(page: Page, what: string, places: Asked): Promise<number> {
  const found = await page.evaluate(lookIn, places);
  expect(
    found.map(({ wrong }) => wrong),
    what,
  ).toEqual(places.map(() => []));
  return found.reduce((sum, { elements }) => sum + elements, 0);
}

/** The same after going to a view of what is open. */
export async function expectView(page: Page, link: string, what: string, places: Asked): Promise<number> {
  await page.evaluate(goIn, link);
  return expectShown(page, what, places);
}

/** The same for one view after the other. */
export async function expectViews(page: Page, what: string, views: { link: string; places: Asked }[]): Promise<number> {
  let elements = 0;
  for (const { link, places } of views) elements += await expectView(page, link, `${what}, ${link}`, places);
  return elements;
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
    const watched = await watch(page, baseURL ?? '');
    // What reads the page goes with it, or it would have to be sent at each look.
    await page.addInitScript({
      content: `Object.defineProperty(window, 'comparedOfTests', { value: ${comparedIn.toString()} })`,
    });
    await use(watched);
  },
});

/** The longest task that a view may take, in milliseconds. */
export const LONGEST_TASK = 200;

/** The processor's time of the longest task of the page's own thread while something is done, in milliseconds. */
export async function longestOnProcessor(page: Page, act: () => Promise<void>): Promise<number> {
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

/** The counts of a page, without the requests to the one address that a door asks. */
export async function countsOf(watched: Watch, asks?: string): Promise<Counts> {
  const counts = await watched.counts();
  return { ...counts, foreign: counts.foreign.filter((address) => address !== asks) };
}

/** Nothing has run, nothing was planted, nothing has failed, nothing was asked of others, and everything is what it was. */
export async function expectQuiet(watched: Watch, asks?: string): Promise<void> {
  const { longestTask, ...counts } = await countsOf(watched, asks);
  expect(counts).toEqual({ scripts: [], planted: [], errors: [], violations: [], foreign: [], prototypes: [] });
}

export { expect };
