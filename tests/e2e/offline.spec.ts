import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { compiled } from '../../src/commands/offlineWorker.ts';
import { type Host, removeVersion, SECOND, secondVersion, startHost } from './deploys.ts';
import { expect, long, test as onDesk, open } from './desk.ts';

const second = { folder: '' };
onDesk.beforeAll(async () => {
  second.folder = await secondVersion();
});
onDesk.afterAll(() => removeVersion(second.folder));

/** Every test has a host of its own, and faults that it made are not trouble. */
const test = onDesk.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here
  host: async ({}, use) => {
    const host = await startHost('dist');
    await use(host);
    await host.die();
  },
});
test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 60_000 });

/** Opens the desk and waits until the worker holds it. */
async function openHeld(page: Page, host: Host, link = ''): Promise<void> {
  await open(page, `${host.address}${link}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
    timeout: 30_000,
  });
}

/** Has the worker look for a newer version now, as it does every half an hour; false when that version could not be installed. */
const lookForNewer = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const coming = registration?.installing;
    while (coming?.state === 'installing')
      await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
    return Boolean(registration?.waiting);
  });

const notice = (page: Page) => page.locator('.notice');
const scriptNamed = (start: string) =>
  readdirSync('dist/assets').find((name) => name.startsWith(start) && name.endsWith('.js')) ?? '';
/** Counts how often the page was loaded. */
function countLoads(page: Page): { loads: number } {
  const counted = { loads: 0 };
  page.on('domcontentloaded', () => {
    counted.loads += 1;
  });
  return counted;
}

/** Puts something else into the cache in the place of a file whose name begins so. */
const corrupt = (page: Page, start: string, body: string, type: string) =>
  page.evaluate(
    async ([name = '', text = '', contentType = '']) => {
      for (const key of await caches.keys()) {
        const cache = await caches.open(key);
        for (const request of await cache.keys())
          if (request.url.includes(name))
            await cache.put(request, new Response(text, { headers: { 'content-type': contentType } }));
      }
    },
    [start, body, type],
  );

test('with the server dead, a link with filters and a panel that was never opened before work', async ({
  page,
  host,
}) => {
  await openHeld(page, host);
  await host.die();
  await open(page, `${host.address}?v=1&kind=direct`);
  await expect(page.getByRole('button', { name: /^Direct/ })).toHaveAttribute('aria-pressed', 'true');
  await open(page, `${host.address}?v=1&open=a-he-sino-us`);
  await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
  await page.goto(`${host.address}?v=1&page=tellings`);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
});

for (const [name, wipe] of [
  [
    'everything is wiped while the server is alive and the page was loaded once',
    async (page: Page) => {
      const client = await page.context().newCDPSession(page);
      await client.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
      const { href } = new URL(page.url());
      await page.goto('about:blank');
      await page.goto(href);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
        timeout: 30_000,
      });
    },
  ],
  [
    'the small stores are wiped and the worker is still there',
    (page: Page) =>
      page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      }),
  ],
  [
    'the cache is wiped under the worker and the page was loaded once',
    async (page: Page) => {
      const count = () =>
        page.evaluate(async () => {
          let files = 0;
          for (const key of await caches.keys()) files += (await (await caches.open(key)).keys()).length;
          return files;
        });
      const before = await count();
      await page.evaluate(async () => {
        for (const key of await caches.keys()) await caches.delete(key);
      });
      await page.reload();
      await expect.poll(count, { timeout: 30_000 }).toBe(before);
    },
  ],
] as const) {
  test(`with the server dead it works after ${name}${long(!name.startsWith('everything'))}`, async ({ page, host }) => {
    await openHeld(page, host);
    await wipe(page);
    await host.die();
    await open(page, `${host.address}?v=1&open=a-he-sino-us&kind=direct`);
    await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
  });
}

test('coverage.json and what is not of the app come from the server each time', async ({ page, host, trouble }) => {
  await openHeld(page, host);
  host.asked.length = 0;
  const seen = await page.evaluate(async () => {
    const statuses = [];
    for (const path of ['coverage.json', 'evening/', 'evening/index.html'])
      statuses.push((await fetch(path, { cache: 'no-cache' })).status);
    return statuses;
  });
  expect(seen).toHaveLength(3);
  expect(host.asked).toEqual(['coverage.json', 'evening/', 'evening/index.html']);
  const answer = await page.goto(`${host.address}evening/`);
  expect(answer?.status()).toBe(404);
  trouble.errors.length = 0;
});

test('a newer version is offered on the desk, taken when asked for, and not without a server', async ({
  page,
  host,
}) => {
  await openHeld(page, host);
  host.folder = second.folder;
  expect(await lookForNewer(page)).toBe(true);
  await expect(notice(page)).toContainText('A newer version is ready.');
  // Nothing happens by itself.
  await expect(page).toHaveTitle('Dateline');
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(SECOND);
  await host.die();
  await open(page, `${host.address}?v=1&open=a-he-sino-us`);
  await expect(page).toHaveTitle(SECOND);
});

test('a version is taken within the reload budget, and beyond it or without a server it waits @long', async ({
  page,
  host,
  trouble,
}) => {
  await openHeld(page, host);
  // The same code on an empty page of the app's folder: there it can be asked directly, as the wall does.
  host.more.set('probe.html', '<!doctype html><title>Probe</title>');
  host.more.set('probe.js', await compiled('updates.ts', 'es'));
  const counted = countLoads(page);
  const start = () =>
    page.evaluate(async () => {
      const { updates } = await import(new URL('probe.js', window.location.href).href);
      Reflect.set(window, 'updates', updates);
      updates.start();
    });
  const ready = () => page.evaluate(() => Reflect.get(window, 'updates').ready());
  const take = () => page.evaluate(() => Reflect.get(window, 'updates').take());
  const heldTitle = () =>
    page.evaluate(async () => /<title>(.*?)<\/title>/.exec(await (await fetch('index.html')).text())?.[1]);

  await page.goto(`${host.address}probe.html`);
  await start();
  expect(await ready()).toBe(false);
  expect(await take()).toBe(false);
  host.folder = second.folder;
  await lookForNewer(page);
  await expect.poll(ready).toBe(true);
  const loaded = page.waitForEvent('domcontentloaded');
  await take().catch(() => {});
  await loaded;
  expect(counted.loads).toBe(2);
  expect(await heldTitle()).toBe(SECOND);

  await start();
  host.folder = 'dist';
  await lookForNewer(page);
  await expect.poll(ready).toBe(true);
  expect(await take()).toBe(false);
  // With a budget, but without a server.
  await page.evaluate(() => localStorage.setItem('dateline-reloads', JSON.stringify([Date.now() - 601_000])));
  await page.reload();
  await start();
  await expect.poll(ready).toBe(true);
  await host.die();
  expect(await take()).toBe(false);
  expect(await heldTitle()).toBe(SECOND);
  await host.revive();
  const again = page.waitForEvent('domcontentloaded');
  await take().catch(() => {});
  await again;
  expect(await heldTitle()).toBe('Dateline');
  trouble.errors.length = 0;
});

test('a corrupt cache entry is never run, is fetched again and put back @long', async ({ page, host }) => {
  await openHeld(page, host);
  const cut = readFileSync(`dist/assets/${scriptNamed('index-')}`, 'utf8').slice(0, 5000);
  await corrupt(page, 'assets/index-', cut, 'text/javascript');
  await corrupt(page, 'assets/Reader-', '<!doctype html><title>Not found</title>', 'text/html');
  await corrupt(page, 'index.html', '', 'text/html');
  await open(page, `${host.address}?v=1&open=a-he-sino-us`);
  await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
  await host.die();
  await open(page, `${host.address}?v=1&open=a-he-sino-us`);
  await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
});

test('a corrupt entry that the server has no more is healed by the newer version @long', async ({
  page,
  host,
  trouble,
}) => {
  await openHeld(page, host);
  host.folder = second.folder;
  await corrupt(page, 'assets/index-', '<!doctype html>', 'text/html');
  await page.goto(host.address);
  await expect(page).toHaveTitle(SECOND, { timeout: 20_000 });
  await page.locator('html[data-listening]').waitFor();
  trouble.errors.length = 0;
});

for (const wrong of [404, 'page'] as const) {
  test(`an old chunk that is missing (${wrong}) is healed without a worker${long(wrong === 404)}`, async ({
    page,
    host,
    trouble,
  }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
    await open(page, host.address);
    // The server moves on to the second version, which does not have the reader of the first.
    host.folder = second.folder;
    host.fault = { files: /^assets\/Reader-.*\.js$/, with: wrong };
    await page.locator('main blockquote, main [data-mark]').first().waitFor();
    await page.evaluate(() => {
      history.pushState(null, '', '?v=1&open=a-he-sino-us');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(page).toHaveTitle(SECOND, { timeout: 20_000 });
    await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
    trouble.errors.length = 0;
  });

  test(`an entry script that is broken (${wrong}) heals when the server does${long(wrong === 404)}`, async ({
    page,
    host,
    trouble,
  }) => {
    const counted = countLoads(page);
    host.fault = { files: /^assets\/index-.*\.js$/, with: wrong };
    await page.goto(host.address);
    // One reload, not more: then the page keeps the words that came with it, and says so.
    await expect(notice(page)).toContainText('could not be loaded');
    await expect.poll(() => counted.loads).toBe(2);
    await expect(page.getByRole('heading', { name: 'Who said what' })).toBeVisible();
    host.fault = null;
    await notice(page).getByRole('button', { name: 'Reload now' }).click();
    await page.locator('html[data-listening]').waitFor();
    trouble.errors.length = 0;
  });

  test(`a broken deploy (${wrong}) changes nothing, and its roll-back neither${long(wrong === 'page')}`, async ({
    page,
    host,
    trouble,
  }) => {
    await openHeld(page, host);
    host.folder = second.folder;
    host.fault = { files: /^assets\/second-Reader-/, with: wrong };
    expect(await lookForNewer(page)).toBe(false);
    await open(page, `${host.address}?v=1&open=a-he-sino-us`);
    await expect(page).toHaveTitle('Dateline');
    await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
    host.folder = 'dist';
    host.fault = null;
    expect(await lookForNewer(page)).toBe(false);
    await expect(notice(page)).toHaveCount(0);
    await host.die();
    await open(page, `${host.address}?v=1&open=a-he-sino-us`);
    await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
    trouble.errors.length = 0;
  });
}

test('two tabs of two versions: the older one goes on working, and is offered the newer one @long', async ({
  page,
  host,
}) => {
  await openHeld(page, host);
  const other = await page.context().newPage();
  await open(other, host.address);
  host.folder = second.folder;
  expect(await lookForNewer(other)).toBe(true);
  await notice(other).getByRole('button', { name: 'Reload' }).click();
  await expect(other).toHaveTitle(SECOND);
  await expect(page).toHaveTitle('Dateline');
  await page.getByRole('button', { name: /^Direct/ }).click();
  await expect(page.getByRole('button', { name: /^Direct/, pressed: true })).toBeVisible();
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(SECOND);
  await expect(page.getByRole('button', { name: /^Direct/, pressed: true })).toBeVisible();
});

test('a version that was taken and is taken back is replaced by the older one @long', async ({ page, host }) => {
  host.folder = second.folder;
  await openHeld(page, host);
  await expect(page).toHaveTitle(SECOND);
  host.folder = 'dist';
  expect(await lookForNewer(page)).toBe(true);
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Dateline');
  await host.die();
  await open(page, host.address);
  await expect(page).toHaveTitle('Dateline');
});

test('a worker that keeps a file back and does not answer is given up @long', async ({ page, host, trouble }) => {
  host.more.set(
    'sw.js',
    `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
     addEventListener('fetch', (event) => /Reader-.*js$/.test(event.request.url) && event.respondWith(Response.error()));`,
  );
  await page.clock.install();
  await openHeld(page, host);
  host.more.delete('sw.js');
  const alarm = page.waitForRequest(/heal\.js/);
  await page.evaluate(() => {
    history.pushState(null, '', '?v=1&open=a-he-sino-us');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await alarm;
  await expect.poll(() => host.asked.filter((path) => path === 'sw.js').length).toBeGreaterThan(1);
  await page.waitForTimeout(500);
  await page.clock.fastForward(100_000);
  await expect(page.getByRole('complementary', { name: 'Reader' }).getByRole('heading').first()).toBeVisible();
  trouble.errors.length = 0;
});

test('the kill switch removes the worker and what it holds, once and without a loop @long', async ({ page, host }) => {
  await openHeld(page, host);
  const counted = countLoads(page);
  host.folder = second.folder;
  const kill = `${second.folder}/sw.js`;
  const kept = readFileSync(kill);
  writeFileSync(kill, readFileSync('dist/kill-switch.js'));
  try {
    await lookForNewer(page).catch(() => {});
    await expect(page).toHaveTitle(SECOND, { timeout: 20_000 });
    await page.locator('html[data-listening]').waitFor();
    // Longer than the page takes to ask for its worker again.
    await page.waitForTimeout(8000);
    const left = await page.evaluate(async () => ({
      held: navigator.serviceWorker.controller !== null,
      caches: await caches.keys(),
    }));
    expect(left).toEqual({ held: false, caches: [] });
    expect(counted.loads).toBe(1);
  } finally {
    writeFileSync(kill, kept);
  }
});

test('it can be installed: the manifest names the app and its icons can be decoded', async ({ page, host }) => {
  await page.goto(host.address);
  const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'));
  expect(manifest).toMatchObject({ name: 'Dateline', start_url: './', scope: './', display: 'standalone' });
  const client = await page.context().newCDPSession(page);
  const { errors, url } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.address}manifest.webmanifest`);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // A private window is what every test has.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (type === 'image/png') expect(size, src).toBe(sizes);
  }
});
