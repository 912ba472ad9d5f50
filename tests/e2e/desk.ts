import { test as base, expect, type Page } from '@playwright/test';

/** Ends the title of a test that differs from another one in a detail only: it runs with the faults (playwright.config.ts). */
export const long = (is: boolean): string => (is ? ' @long' : '');

/** What went wrong on a page without anybody noticing: policy violations, errors, requests to other hosts. */
export type Trouble = { violations: string[]; errors: string[]; foreign: string[] };

/** Records the trouble of a page from its own events, before its first script runs. */
export async function watch(page: Page): Promise<Trouble> {
  const trouble: Trouble = { violations: [], errors: [], foreign: [] };
  await page.exposeFunction('reportViolation', (text: string) => trouble.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      Reflect.get(window, 'reportViolation')(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on('pageerror', (error) => trouble.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.errors.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') trouble.foreign.push(request.url());
  });
  return trouble;
}

/** Opens a view and waits until its panels are drawn. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(link);
  // The page shows its content before it answers.
  await page.locator('html[data-listening]').waitFor();
  await expect(page.getByRole('region', { name: 'Filters' }).getByRole('status')).toBeVisible();
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  // The ties come in a chunk of their own; a phone shows one section at a time.
  if ((page.viewportSize()?.width ?? 0) >= 600) {
    await page
      .locator('[data-mark]')
      .or(page.getByRole('region', { name: /^(Matrix of ties|Ties)$/ }))
      .first()
      .waitFor();
  }
}

/** Goes to another view without loading the page anew, as back and forward do, and waits until nothing changes any more. */
export async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate(async (query) => {
    window.history.pushState(null, '', query === '' ? window.location.pathname : query);
    window.dispatchEvent(new PopStateEvent('popstate'));
    const quiet = 150;
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        window.clearTimeout(timer);
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
    await document.fonts.ready;
  }, link);
}

/** Keeps what `pattern` matches from arriving until the answer is called. */
export async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Every test watches its page, and fails on trouble that it did not ask for. */
export const test = base.extend<{ trouble: Trouble }>({
  trouble: [
    async ({ page }, use) => {
      const trouble = await watch(page);
      await use(trouble);
      expect(trouble).toEqual({ violations: [], errors: [], foreign: [] });
    },
    { auto: true },
  ],
});

export { expect };
