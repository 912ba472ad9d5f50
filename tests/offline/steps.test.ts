// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askOffline, cacheNameOf } from '../../src/offline/messages.ts';
import { serverAnswers } from '../../src/offline/serverAnswers.ts';
import { installed, takeOver } from '../../src/offline/takeOver.ts';
import { endWorld, PlayedRegistration, PlayedWorker, pageWorld, settle } from './pageWorld.ts';

const MINUTE = 60_000;
let world: ReturnType<typeof pageWorld>;

/** Gives each test of a group a world of its own. */
function inWorld() {
  beforeEach(() => {
    world = pageWorld();
  });
  afterEach(endWorld);
}

const asWorker = (worker: PlayedWorker) => worker as unknown as ServiceWorker;
const asRegistration = (registration: PlayedRegistration) => registration as unknown as ServiceWorkerRegistration;

/** Notes when a promise is done, and with what. */
function watched<T>(promise: Promise<T>) {
  const seen = { done: false, value: undefined as T | undefined };
  void promise.then((value) => Object.assign(seen, { done: true, value }));
  return seen;
}

it('the files of each folder have a cache of their own', () => {
  expect(cacheNameOf('https://desk.example.org/a/')).toBe('dateline-files-https://desk.example.org/a/');
});

describe('an order to the worker', () => {
  inWorld();

  it('gives its answer, and closes the channel', async () => {
    const worker = new PlayedWorker();
    worker.answer = () => ({ wrong: 2, mended: 1 });
    expect(await askOffline(asWorker(worker), { type: 'check' }, MINUTE)).toEqual({ wrong: 2, mended: 1 });
    expect(worker.told).toEqual([{ type: 'check' }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up after its time', async () => {
    const answer = watched(askOffline(asWorker(new PlayedWorker()), { type: 'check' }, MINUTE));
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(answer.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toEqual({ done: true, value: null });
  });

  it('closes its channel either way', async () => {
    const close = vi.fn();
    vi.stubGlobal(
      'MessageChannel',
      class {
        port1 = { onmessage: null, close };
        port2 = {};
      },
    );
    void askOffline(asWorker(new PlayedWorker()), { type: 'check' }, 5);
    await vi.advanceTimersByTimeAsync(5);
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe('the installing of a version', () => {
  inWorld();

  it('is waited for through all its states', async () => {
    const worker = new PlayedWorker('installing');
    const done = watched(installed(asWorker(worker)));
    worker.dispatchEvent(new Event('statechange'));
    await settle();
    expect(done.done).toBe(false);
    worker.becomes('installed');
    await settle();
    expect(done.done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over where there is none, or where it has failed', async () => {
    await installed(null);
    await installed(asWorker(new PlayedWorker('redundant')));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for no longer than a minute', async () => {
    const worker = new PlayedWorker('installing');
    const left = vi.spyOn(worker, 'removeEventListener');
    const done = watched(installed(asWorker(worker)));
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(done.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(done.done).toBe(true);
    expect(left).toHaveBeenCalledWith('statechange', expect.anything());
  });
});

describe('taking over', () => {
  inWorld();

  it('is for a version that waits, and is done when it has the page', async () => {
    const registration = new PlayedRegistration();
    expect(await takeOver(asRegistration(registration))).toBe(false);
    registration.waiting = new PlayedWorker('installed');
    const left = vi.spyOn(world.container, 'removeEventListener');
    const taken = watched(takeOver(asRegistration(registration)));
    expect(registration.waiting.told).toEqual([{ type: 'take' }]);
    await settle();
    expect(taken.done).toBe(false);
    world.container.isTaken();
    await settle();
    expect(taken).toEqual({ done: true, value: true });
    expect(left).toHaveBeenCalledWith('controllerchange', expect.anything());
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails when nothing comes of it', async () => {
    const registration = new PlayedRegistration();
    registration.waiting = new PlayedWorker('installed');
    const taken = watched(takeOver(asRegistration(registration)));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(taken).toEqual({ done: true, value: false });
  });
});

describe('the server', () => {
  inWorld();

  const scripted = (type: string | null, status = 200) => {
    const answer = new Response('', { status });
    answer.headers.delete('content-type');
    if (type !== null) answer.headers.set('content-type', type);
    world.server.answer = async () => answer;
  };

  it('answers when it has the script that no worker holds, asked for past every cache and without a name', async () => {
    const asked = vi.fn(
      async (_address: string, _init: RequestInit) =>
        new Response('', { headers: { 'content-type': 'application/javascript; charset=utf-8' } }),
    );
    vi.stubGlobal('fetch', asked);
    expect(await serverAnswers()).toBe(true);
    expect(asked.mock.calls[0]?.[0]).toBe('./sw.js');
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store', credentials: 'omit' });
    // The first lines are enough.
    expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['a page in its place', 'text/html', 200],
    ['nothing said of what it is', null, 200],
    ['an error', 'text/javascript', 503],
    ['no such file', 'text/javascript', 404],
  ])('does not answer with %s', async (_, type, status) => {
    scripted(type, status);
    expect(await serverAnswers()).toBe(false);
  });

  it('does not answer when there is none, or none within five seconds', async () => {
    world.server.answer = async () => Promise.reject(new TypeError('offline'));
    expect(await serverAnswers()).toBe(false);
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const answers = watched(serverAnswers());
    await vi.advanceTimersByTimeAsync(4999);
    expect(answers.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toEqual({ done: true, value: false });
  });
});
