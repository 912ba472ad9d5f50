import { test as base, expect, type Page } from '@playwright/test';
import { type Watch, watch } from './watch.ts';

/** Whether all strings in all views are tried, or the short selection that runs with all other tests. */
export const FULL = process.env.SECURITY === 'full';

/**
 * Goes to another view of what is open, as back and forward do, and waits for an element of it and until nothing changes any more.
 * What a door has put into the address stays.
 */
export async function visit(page: Page, query: string, shows: string): Promise<void> {
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

/** Nothing has run, nothing was planted, nothing has failed, nothing was asked of others, and everything is what it was. */
export async function expectQuiet(watched: Watch): Promise<void> {
  const { longestTask, ...counts } = await watched.counts();
  expect(counts).toEqual({ scripts: [], planted: [], errors: [], violations: [], foreign: [], prototypes: [] });
}

export { expect };
