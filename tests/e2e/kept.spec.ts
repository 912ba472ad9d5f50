import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { long } from './desk.ts';

const NEWER = '2019-01-11';
const OWN = '2019-01-10';

/** What the server says of its coverage: a text, or nothing. */
async function serve(context: BrowserContext) {
  const server = { text: null as string | null };
  await context.route('**/coverage.json', (route) =>
    route.fulfill(server.text === null ? { status: 503 } : { body: server.text, contentType: 'application/json' }),
  );
  return server;
}
const coverageOf = (date: string) => {
  const corpus = JSON.parse(readFileSync('src/data/corpus.json', 'utf8'));
  return JSON.stringify({ ...corpus, asOf: { ...corpus.asOf, date } });
};
const age = (page: Page) => page.locator('[data-age]');
const keeps = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('dateline-last-good')).keys()).length > 0);

async function wall(context: BrowserContext, query = '?kiosk=5&check=10'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(query);
  await page.locator('main[data-scene]').waitFor();
  return page;
}
/** The page dies at once, without a word, and its tab is closed. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await Promise.race([session.send('Page.crash').catch(() => {}), page.waitForEvent('crash')]);
  await page.close();
}

test('a wall keeps what it has shown, and starts without it when it died of it', async ({ context }) => {
  const server = await serve(context);
  server.text = coverageOf(NEWER);
  const first = await wall(context);
  expect(await keeps(first)).toBe(false);
  await expect(age(first)).toHaveAttribute('data-as-of', NEWER, { timeout: 20_000 });
  await expect.poll(() => keeps(first), { timeout: 20_000 }).toBe(true);
  // Left in good order, it is no death.
  await first.close({ runBeforeUnload: true });

  server.text = null;
  const second = await wall(context);
  await expect(age(second)).toHaveAttribute('data-as-of', NEWER);
  await kill(second);

  const third = await wall(context);
  await expect(age(third)).toContainText('refresh/kept-died');
  await expect(age(third)).toHaveAttribute('data-as-of', OWN);
  expect(await keeps(third)).toBe(false);
  // The server has the very same: it is left alone, and said to be there.
  server.text = coverageOf(NEWER);
  await third.reload();
  await expect(age(third)).toContainText('refresh/died', { timeout: 20_000 });
  await expect(age(third)).toHaveAttribute('data-as-of', OWN);
});

test(`a frame that hangs on what was kept and is taken away leaves its mark${long(true)}`, async ({ context }) => {
  test.setTimeout(90_000);
  const server = await serve(context);
  server.text = coverageOf(NEWER);
  await context.addInitScript((day) => {
    if (window.name !== 'hangs') return;
    new MutationObserver(() => {
      if (!document.querySelector(`[data-as-of="${day}"]`)) return;
      // Longer than it is held. It ends, since the next frame gets the same process from this server.
      for (const end = Date.now() + 12_000; Date.now() < end; );
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, NEWER);
  // A shell on another site, as the watchdog is.
  const host = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Shell</title>'),
  );
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const shell = await context.newPage();
  await shell.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  const address = `${test.info().project.use.baseURL}?kiosk=5&check=10`;
  const put = (name: string) =>
    shell.evaluate(
      ([src, frame]) => {
        document.querySelector('iframe')?.remove();
        const held = document.createElement('iframe');
        Object.assign(held, { name: frame, src });
        document.body.append(held);
      },
      [address, name] as const,
    );
  const label = shell.frameLocator('iframe').locator('[data-age]');
  await put('first');
  await expect(label).toHaveAttribute('data-as-of', NEWER, { timeout: 20_000 });
  await shell.waitForTimeout(5000);
  server.text = null;
  await put('hangs');
  await shell.waitForTimeout(8000);
  await put('next');
  await expect(label).toContainText('refresh/kept-died', { timeout: 40_000 });
  await expect(label).toHaveAttribute('data-as-of', OWN);
  host.close();
});

test('an older coverage is shown only where the link says so', async ({ context }) => {
  const server = await serve(context);
  server.text = coverageOf('2019-01-09');
  const page = await wall(context);
  await expect(age(page)).toContainText(
    'the new coverage is of 2019-01-09, and that of 2019-01-10 stays (refresh/older)',
  );
  await expect(age(page)).toHaveAttribute('data-as-of', OWN);
  await page.goto('?kiosk=5&check=10&older=1');
  await expect(age(page)).toHaveAttribute('data-as-of', '2019-01-09', { timeout: 20_000 });
  await expect(age(page)).not.toHaveAttribute('data-stale');
});
