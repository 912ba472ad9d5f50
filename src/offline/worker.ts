import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { type BuiltFile, isBuiltFile, typeFits } from './files.ts';
import { pageHeaders } from './framing.ts';
import { type Checked, cacheNameOf, type Order } from './messages.ts';

// The service worker. It holds every file of one build, and nothing else: what is not in its list goes to the network untouched.
// A build takes over as a whole or not at all, since one file that cannot be had or has another hash makes the installation fail.

/** The files of the build, put in by `src/commands/offlineWorker.ts`. */
declare const __FILES__: BuiltFile[];

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Told = Lasting & { data: Order; ports: MessagePort[] };
type WorkerScope = {
  registration: ServiceWorkerRegistration;
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Asked) => void) => void) &
    ((type: 'message', listener: (event: Told) => void) => void);
};
const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;

/** How long mending may take in all, in milliseconds. */
const MENDING = 60_000;

/** For a page that has neither its file nor a server: it asks again by itself, so that a wall comes back when the server does. */
const NOTHING_LEFT = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="30">
<title>Dateline</title><p>The copy of this page on this device is damaged, and the server does not answer. This page tries again every 30 seconds.`;

const files = new PrecacheController({
  cacheName: cacheNameOf(scope),
  plugins: [
    {
      // What lies in the browser's own cache is asked about: it may hold a page under the name of a script.
      requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }),
      cacheWillUpdate: async ({ request, response }) =>
        response.status === 200 && typeFits(request.url, response.headers.get('content-type')) ? response : null,
      // Null sends it to the network, and what comes with the right hash is put back.
      cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
        const integrity = files.getIntegrityForCacheKey(request.url);
        return cachedResponse && integrity && (await isBuiltFile(cachedResponse, request.url, integrity))
          ? cachedResponse
          : null;
      },
    },
  ],
});
files.strategy.matchOptions = { ignoreVary: true };
files.precache(__FILES__);

// The first visit is held at once, not only the second.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** The address of the file that answers a request: the page is one, whatever its query says. */
function addressOf({ mode, url }: Request): string {
  const address = new URL(url);
  address.hash = '';
  if (mode !== 'navigate') return address.href;
  address.search = '';
  return address.href === scope ? `${scope}index.html` : address.href;
}

/** The held page as the server would answer for this address. */
function pageFor(address: string, page: Response): Response {
  const headers = pageHeaders(page.headers, address);
  return new Response(page.body, { status: page.status, statusText: page.statusText, headers });
}

async function answer(event: Asked, url: string, cacheKey: string): Promise<Response> {
  const integrity = files.getIntegrityForCacheKey(cacheKey) ?? '';
  // Made anew, because a script or a style sheet is asked for in a mode that allows no check of the hash.
  const request = new Request(url, { integrity });
  try {
    const params = { cacheKey, integrity };
    const file = await files.strategy.handle({ event: event as never, request, params });
    return event.request.mode === 'navigate' ? pageFor(event.request.url, file) : file;
  } catch {
    // The store may be what fails. A page of another build is better than none, but a script of another build is not.
    if (event.request.mode !== 'navigate') return fetch(request).catch(() => Response.error());
    return fetch(event.request).catch(
      () => new Response(NOTHING_LEFT, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } }),
    );
  }
}

worker.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const url = addressOf(event.request);
  const cacheKey = files.getCacheKeyForURL(url);
  if (cacheKey) event.respondWith(answer(event, url, cacheKey));
});

/** Looks at every file that should be held; what is wrong or missing is fetched again, or dropped. */
async function check(): Promise<Checked> {
  const cache = await caches.open(files.strategy.cacheName);
  const signal = AbortSignal.timeout(MENDING);
  const checked = { wrong: 0, mended: 0 };
  for (const [url, cacheKey] of files.getURLsToCacheKeys()) {
    const integrity = files.getIntegrityForCacheKey(cacheKey) ?? '';
    const held = await cache.match(cacheKey, { ignoreVary: true });
    if (held && (await isBuiltFile(held, url, integrity))) continue;
    checked.wrong += 1;
    if (held) await cache.delete(cacheKey);
    const fresh = await fetch(url, { cache: 'reload', integrity, signal }).catch(() => null);
    if (!fresh || !(await isBuiltFile(fresh, url, integrity))) continue;
    // An answer after a redirection may not stand for a page.
    await cache.put(cacheKey, new Response(fresh.body, fresh));
    checked.mended += 1;
  }
  return checked;
}

worker.addEventListener('message', (event) => {
  if (event.data.type === 'take') event.waitUntil(worker.skipWaiting());
  else event.waitUntil(check().then((checked) => event.ports[0]?.postMessage(checked)));
});
