import { vi } from 'vitest';
import { type BuiltFile, integrityOf } from '../../src/offline/files.ts';

export const SCOPE = 'https://desk.example.org/app/';
const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  json: 'application/json',
};

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

/** An answer with the content type of its name, or another one. */
export function fileOf(url: string, text: string, type = TYPES[url.split(/[?.]/).at(-1) ?? ''] ?? ''): Response {
  return new Response(text, {
    headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
  });
}

/** The files of a build, as they stand in its worker. */
export async function buildOf(texts: Record<string, string>): Promise<BuiltFile[]> {
  return Promise.all(
    Object.entries(texts).map(async ([url, text]) => ({
      url,
      revision: /-\d/.test(url) ? null : text.length.toString(),
      integrity: await integrityOf(bytes(text)),
    })),
  );
}

/** A cache as browsers have it: by whole addresses. */
class PlayedCache {
  held = new Map<string, Response>();
  #key = (of: RequestInfo | URL) => new URL(of instanceof Request ? of.url : String(of), SCOPE).href;
  match = vi.fn(async (of: RequestInfo, _options?: CacheQueryOptions) => this.held.get(this.#key(of))?.clone());
  put = vi.fn(async (of: RequestInfo, answer: Response) => {
    this.held.set(this.#key(of), new Response(await answer.arrayBuffer(), answer));
  });
  delete = vi.fn(async (of: RequestInfo) => this.held.delete(this.#key(of)));
  keys = vi.fn(async () => [...this.held.keys()].map((key) => new Request(key)));
}

/** What workers of one origin share: the caches, the server, and what was asked of it. */
export function originWorld() {
  const stores = new Map<string, PlayedCache>();
  const asked: { url: string; cache: string; integrity: string; credentials: string }[] = [];
  const server = { files: {} as Record<string, string | (() => Response)>, away: false, storeFails: false };
  const open = (name: string) => {
    const store = stores.get(name) ?? new PlayedCache();
    stores.set(name, store);
    return store;
  };
  const caches = {
    open: async (name: string) => {
      if (server.storeFails) throw new DOMException('broken', 'UnknownError');
      return open(name);
    },
    match: async (of: RequestInfo, { cacheName, ...options }: CacheQueryOptions & { cacheName: string }) => {
      if (server.storeFails) throw new DOMException('broken', 'UnknownError');
      return open(cacheName).match(of, options);
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  };
  /** As browsers do it: what has not the hash that was asked for is an error of the network. */
  const fetched = async (of: Request | string, init: RequestInit = {}): Promise<Response> => {
    const request = of instanceof Request ? of : new Request(new URL(of, SCOPE));
    const integrity = init.integrity ?? request.integrity;
    const cache = init.cache ?? request.cache;
    const { url, credentials } = request;
    asked.push({ url: url.replace(SCOPE, ''), cache, integrity, credentials });
    if (init.signal?.aborted) throw init.signal.reason;
    const file = server.files[url.replace(SCOPE, '')];
    if (server.away) throw new TypeError('offline');
    const answer =
      file === undefined ? new Response('', { status: 404 }) : typeof file === 'string' ? fileOf(url, file) : file();
    if (integrity !== '' && (await integrityOf(await answer.clone().arrayBuffer())) !== integrity)
      throw new TypeError('wrong hash');
    return answer;
  };
  return { stores, open, asked, server, caches, fetched };
}

class ExtendableEvent extends Event {
  work: Promise<unknown>[] = [];
  waitUntil(work: Promise<unknown>) {
    this.work.push(work);
  }
}
type Given = { request?: Request; data?: unknown; ports?: unknown[] };

/** Starts the worker of a build in an origin. */
export async function startWorker(origin: ReturnType<typeof originWorld>, files: BuiltFile[]) {
  vi.resetModules();
  const listeners = new Map<string, ((event: Event) => void)[]>();
  const calls = { skipped: 0, claimed: 0 };
  const scope = {
    registration: { scope: SCOPE },
    location: new URL(`${SCOPE}sw.js`),
    clients: {
      claim: async () => {
        calls.claimed += 1;
      },
    },
    skipWaiting: async () => {
      calls.skipped += 1;
    },
    addEventListener: (type: string, listener: (event: Event) => void) =>
      listeners.set(type, [...(listeners.get(type) ?? []), listener]),
  };
  for (const [name, value] of Object.entries({
    ...scope,
    self: { ...scope, caches: origin.caches, fetch: origin.fetched, __WB_DISABLE_DEV_LOGS: true },
    ExtendableEvent,
    FetchEvent: ExtendableEvent,
    caches: origin.caches,
    fetch: origin.fetched,
    __FILES__: files,
    __WB_DISABLE_DEV_LOGS: true,
  }))
    vi.stubGlobal(name, value);
  await import('../../src/offline/worker.ts');
  const tell = async (type: string, given: Given = {}) => {
    let answer: Promise<Response> | undefined;
    const event = Object.assign(new ExtendableEvent(type), given, {
      respondWith: (with_: Promise<Response>) => {
        answer = with_;
      },
    });
    for (const listener of listeners.get(type) ?? []) listener(event);
    const response = await answer;
    await Promise.all(event.work);
    return response;
  };
  /** What the worker answers to a request; undefined where it leaves it to the network. */
  const ask = (path: string, { mode = 'cors', method = 'GET' } = {}) => {
    const request = new Request(new URL(path, SCOPE), { method });
    // No script may make a request to go to a page.
    Object.defineProperty(request, 'mode', { value: mode });
    return tell('fetch', { request });
  };
  const order = async (type: string, withPort = true) => {
    const said: unknown[] = [];
    await tell('message', {
      data: { type },
      ports: withPort ? [{ postMessage: (data: unknown) => said.push(data) }] : [],
    });
    return said;
  };
  return { calls, tell, ask, order, install: () => tell('install'), activate: () => tell('activate') };
}
