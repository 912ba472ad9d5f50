import { vi } from 'vitest';

/** What a service worker is for the page: its state, and what it was told. `answer` is what it says to an order; null for silence. */
export class PlayedWorker extends EventTarget {
  state: ServiceWorkerState;
  told: unknown[] = [];
  answer: (order: { type: string }) => unknown = () => null;
  constructor(state: ServiceWorkerState = 'activated') {
    super();
    this.state = state;
  }
  postMessage(order: { type: string }, ports?: { postMessage: (data: unknown) => void }[]) {
    this.told.push(order);
    const said = this.answer(order);
    if (said !== null) ports?.[0]?.postMessage(said);
  }
  becomes(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

export class PlayedRegistration extends EventTarget {
  scope = 'https://desk.example.org/app/';
  installing: PlayedWorker | null = null;
  waiting: PlayedWorker | null = null;
  active: PlayedWorker | null = null;
  update = vi.fn(async () => {});
  unregister = vi.fn(async () => true);
}

class PlayedContainer extends EventTarget {
  controller: PlayedWorker | null = null;
  registration: PlayedRegistration | undefined;
  getRegistration = vi.fn(async () => this.registration);
  register = vi.fn(async (_address: string, _options: unknown) => this.registration);
  /** A worker has taken the page over. */
  isTaken() {
    this.dispatchEvent(new Event('controllerchange'));
  }
}

/** A channel whose words are heard before anything else happens. */
class PlayedChannel {
  port1 = { onmessage: null as ((event: { data: unknown }) => void) | null, close: vi.fn() };
  port2 = { postMessage: (data: unknown) => queueMicrotask(() => this.port1.onmessage?.({ data })) };
}

/** A page with a worker, a store, a server and a clock that a test plays; every script is loaded anew. */
export function pageWorld({ worker = true }: { worker?: boolean } = {}) {
  vi.resetModules();
  vi.useFakeTimers({ now: 1e12, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const container = new PlayedContainer();
  const store = new Map<string, string>();
  const page = Object.assign(new EventTarget(), {
    hidden: false,
    dialog: false,
    querySelector: (_: string) => null as unknown,
  });
  page.querySelector = (selector) => (page.dialog && selector === 'dialog[open]' ? {} : null);
  const reload = vi.fn();
  const deleted: string[] = [];
  const asked: { address: string; cache?: string }[] = [];
  const server = {
    answer: async (_address: string): Promise<Response> =>
      new Response('', { headers: { 'content-type': 'text/javascript' } }),
  };
  const location = { href: 'https://desk.example.org/app/', origin: 'https://desk.example.org', reload };
  const win = Object.assign(new EventTarget(), {
    location,
    localStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
    },
  });
  vi.stubGlobal('window', win);
  vi.stubGlobal('location', location);
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', worker ? { serviceWorker: container } : {});
  vi.stubGlobal('caches', { delete: async (name: string) => deleted.push(name) });
  vi.stubGlobal('MessageChannel', PlayedChannel);
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    asked.push({ address, ...(init.cache ? { cache: init.cache } : {}) });
    return server.answer(address);
  });
  return { container, store, page, win, reload, deleted, asked, server };
}

/** Lets all that waits for nothing but its turn happen. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** Ends what a test played. */
export function endWorld(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
