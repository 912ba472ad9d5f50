import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { policyHeader } from '../../src/commands/policy.ts';
import { embedOf } from '../../src/domain/embedOf.ts';
import { typeOf } from './mime.mjs';

type Served = { origin: string; end: () => Promise<void> };

async function serve(host: '127.0.0.1' | 'localhost', answer: RequestListener): Promise<Served> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const end = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://${host}:${(server.address() as AddressInfo).port}`, end };
}

/** A page of somebody else that holds others in frames, one for each address, and notes what they say to it. */
const holder = (addresses: readonly string[]) => `<!doctype html><html lang="en"><title>News</title><script>
  window.told = []; addEventListener('message', ({ data }) => told.push(data));</script>
  ${addresses.map((address) => `<iframe src="${address.replaceAll('&', '&amp;')}" width="900" height="500"></iframe>`).join('')}`;

const test = base.extend<{ frames: (page: Page, host: '127.0.0.1' | 'localhost', to: string[]) => Promise<Frame[]> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that fixtures have to have
  frames: async ({}, use) => {
    const open: Served[] = [];
    await use(async (page, host, addresses) => {
      const served = await serve(host, (request, response) => {
        const found = request.url === '/';
        response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(found ? holder(addresses) : '');
      });
      open.push(served);
      await page.goto(`${served.origin}/`);
      const elements = await page.locator('iframe').elementHandles();
      const frames = await Promise.all(elements.map((element) => element.contentFrame()));
      expect(frames).toHaveLength(addresses.length);
      return frames.filter((frame) => frame !== null);
    });
    for (const served of open) await served.end();
  },
});

const ASKS = 'data=https://data.example.org/a.json&allow=data.example.org';

test('without any header, a page of another site holds a link in place of what asks for anything', async ({
  page,
  frames,
  baseURL,
}) => {
  const queries = [
    // The page that asks for leave has a button in this build.
    ...[`any-host/?kiosk=5&${ASKS}`, `any-host/?${ASKS}`, `any-host/?%65mbed=x&embed=quotes&kiosk=5&${ASKS}`],
    ...['?kiosk=5&file=a.0123456789abcdef', '?file=a.0123456789abcdef'],
    ...['?embed=x&embed=quotes', '?embed=quotes&embed=ties', '?EMBED=quotes'],
  ];
  const held = await frames(
    page,
    'localhost',
    queries.map((query) => `${baseURL}${query}`),
  );
  for (const [index, frame] of held.entries()) {
    await expect(frame.getByRole('link', { name: 'Open it in a new tab' }), queries[index]).toBeVisible();
    await expect(frame.locator('#root'), queries[index]).toHaveText(
      /^\s*Dateline\s*This view is not shown inside another page\.\s*Open it in a new tab\s*$/,
    );
    await expect(frame.getByRole('button'), queries[index]).toHaveCount(0);
  }
});

test('a wall in a frame says that it beats, and nothing of what it shows', async ({ page, frames, baseURL }) => {
  const [frame] = await frames(page, 'localhost', [`${baseURL}?kiosk=5&actor=moon-jae-in`]);
  await expect(frame?.locator('html[data-beat] main[data-scene]') ?? page.locator('none')).toBeVisible();
  const told = () => page.evaluate(() => Reflect.get(window, 'told') as unknown[]);
  await expect.poll(async () => (await told()).length).toBeGreaterThan(2);
  for (const message of await told()) expect(message).toEqual({ type: 'dateline:beat' });
});

test.describe('where workers are allowed', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the copy on the device lets itself be held where its server did', async ({ page, frames }) => {
    const served = await serve('127.0.0.1', (request, response) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const file = `dist${pathname === '/' ? '/index.html' : pathname}`;
      const policy = policyHeader(embedOf(search) === null ? "'none'" : null);
      if (!existsSync(file)) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': typeOf(file), 'content-security-policy': policy })
          .end(readFileSync(file));
    });
    await page.goto(`${served.origin}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await served.end();

    // The same site, another origin: a page of another site would get no worker.
    const open = '?v=1&embed=timeline';
    const shut = ['', '?kiosk=20', '?embed=map&embed=x', '?embed=map&%65mbed=x', '?%65mbed=map', '?EMBED=map'];
    const [held, ...refused] = await frames(
      page,
      '127.0.0.1',
      [open, ...shut].map((query) => `${served.origin}/${query}`),
    );
    await expect(held?.getByRole('heading', { name: 'When' }) ?? page.locator('none')).toBeVisible();
    for (const [index, frame] of refused.entries())
      await expect.poll(() => frame.url(), { message: shut[index] ?? '' }).toMatch(/^chrome-error:/);
  });
});
