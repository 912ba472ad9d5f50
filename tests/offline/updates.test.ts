// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endWorld, PlayedRegistration, PlayedWorker, pageWorld, settle } from './pageWorld.ts';

const MINUTE = 60_000;

afterEach(endWorld);

/** A page, held by a worker unless it is the first visit, whose workers are looked after. */
async function start({ first = false, before = (_: PlayedRegistration) => {} } = {}) {
  const world = pageWorld();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const registration = new PlayedRegistration();
  const controller = first ? null : new PlayedWorker();
  registration.active = controller;
  Object.assign(world.container, { controller, registration });
  before(registration);
  const { updates } = await import('../../src/offline/updates.ts');
  const heard = vi.fn();
  const leave = updates.subscribe(heard);
  updates.start();
  await settle();
  return { ...world, registration, controller: controller ?? new PlayedWorker(), updates, heard, leave };
}
/** A newer version has been installed and waits. */
async function waits(registration: PlayedRegistration) {
  const newer = new PlayedWorker('installing');
  registration.installing = newer;
  registration.dispatchEvent(new Event('updatefound'));
  await settle();
  registration.installing = null;
  registration.waiting = newer;
  newer.becomes('installed');
  await settle();
  return newer;
}

describe('looking for newer versions', () => {
  it('registers the worker once, past the cache, and looks at once where the page is held', async () => {
    const { container, registration, controller, updates } = await start();
    updates.start();
    await settle();
    expect(container.register.mock.calls).toEqual([['./sw.js', { updateViaCache: 'none' }]]);
    expect(registration.update).toHaveBeenCalledTimes(1);
    expect(controller.told).toEqual([{ type: 'check' }]);
  });

  it('leaves the first visit alone', async () => {
    const { registration } = await start({ first: true });
    expect(registration.update).not.toHaveBeenCalled();
  });

  it('does nothing where there are no workers, or where they are refused', async () => {
    pageWorld({ worker: false });
    const { updates } = await import('../../src/offline/updates.ts');
    updates.start();
    await settle();
    expect(updates.ready()).toBe(false);
    endWorld();
    const { container } = pageWorld();
    container.register.mockRejectedValue(new DOMException('x', 'SecurityError'));
    const again = (await import('../../src/offline/updates.ts')).updates;
    again.start();
    await settle();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(again.ready()).toBe(false);
  });

  it.each([
    [0, 22.5],
    [0.5, 30],
    [1, 37.5],
  ])('looks again and again, where chance says %d after %d minutes', async (random, minutes) => {
    const { registration } = await start({ before: () => vi.spyOn(Math, 'random').mockReturnValue(random) });
    await vi.advanceTimersByTimeAsync(minutes * MINUTE - 1);
    expect(registration.update).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(registration.update).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(minutes * MINUTE);
    expect(registration.update).toHaveBeenCalledTimes(3);
  });

  it('looks when the page is seen and when the network is back, at most once a minute', async () => {
    const { registration, page, win } = await start();
    const seen = () => page.dispatchEvent(new Event('visibilitychange'));
    seen();
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    seen();
    win.dispatchEvent(new Event('online'));
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    page.hidden = true;
    seen();
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(1);
    page.hidden = false;
    seen();
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(MINUTE);
    win.dispatchEvent(new Event('online'));
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(3);
    // A clock that was set back must not end the looking.
    vi.setSystemTime(1e11);
    win.dispatchEvent(new Event('online'));
    await settle();
    expect(registration.update).toHaveBeenCalledTimes(4);
  });

  it('goes on when the server is away', async () => {
    const { registration } = await start({
      before: ({ update }) => update.mockRejectedValue(new TypeError('offline')),
    });
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(registration.update).toHaveBeenCalledTimes(2);
  });

  it('does not ask a worker that is not there', async () => {
    const { container, controller, registration } = await start();
    container.controller = null;
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(controller.told).toHaveLength(1);
    expect(registration.update).toHaveBeenCalledTimes(2);
  });
});

describe('a newer version', () => {
  it('is told of once it is installed, and to nobody who has left', async () => {
    const { registration, updates, heard, leave } = await start();
    expect(updates.ready()).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    await waits(registration);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(updates.ready()).toBe(true);
    leave();
    await waits(registration);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is not told of while it is being installed', async () => {
    const { registration, heard } = await start();
    const newer = new PlayedWorker('installing');
    registration.installing = newer;
    registration.dispatchEvent(new Event('updatefound'));
    await settle();
    expect(heard).not.toHaveBeenCalled();
    newer.becomes('installed');
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('that another page lets in while this one is being registered is taken', async () => {
    const { container } = pageWorld();
    container.controller = new PlayedWorker();
    container.register.mockReturnValue(new Promise(() => {}));
    const { updates } = await import('../../src/offline/updates.ts');
    updates.start();
    expect(updates.ready()).toBe(false);
    container.isTaken();
    expect(updates.ready()).toBe(true);
    expect(await updates.take()).toBe(true);
  });

  it('is none any more once this page itself has let it take over', async () => {
    const { container, registration, updates, reload } = await start();
    await waits(registration);
    const taken = updates.take();
    await settle();
    container.isTaken();
    await taken;
    registration.waiting = null;
    expect(reload).toHaveBeenCalledTimes(1);
    expect(updates.ready()).toBe(false);
  });

  it('that fails to install is told of, and is not there', async () => {
    const { registration, updates, heard } = await start();
    registration.dispatchEvent(new Event('updatefound'));
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(updates.ready()).toBe(false);
  });

  it('is told of where it waited before the page was opened', async () => {
    const { heard, updates } = await start({
      before: (registration) => {
        registration.waiting = new PlayedWorker('installed');
      },
    });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(updates.ready()).toBe(true);
  });

  it('is none at the first visit, whose worker waits for a moment, and takes the page', async () => {
    const { container, registration, updates, reload } = await start({ first: true });
    registration.waiting = new PlayedWorker('installed');
    expect(updates.ready()).toBe(false);
    container.isTaken();
    expect(updates.ready()).toBe(false);
    expect(await updates.take()).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    // The one after it is another version.
    container.isTaken();
    expect(updates.ready()).toBe(true);
  });

  it('is taken: it takes over, and the page is loaded once', async () => {
    const { container, registration, updates, reload, store } = await start();
    const newer = await waits(registration);
    const taken = updates.take();
    await settle();
    expect(newer.told).toEqual([{ type: 'take' }]);
    expect(reload).not.toHaveBeenCalled();
    expect(await updates.take()).toBe(false);
    container.isTaken();
    expect(await taken).toBe(true);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(JSON.parse(store.get('dateline-reloads') ?? '')).toEqual([1e12]);
  });

  it('that another page has let in is taken by loading again', async () => {
    const { container, updates, heard, reload } = await start();
    container.isTaken();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(updates.ready()).toBe(true);
    expect(await updates.take()).toBe(true);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('that does not come is not waited for longer than a minute, and may be taken later', async () => {
    const { container, registration, updates, reload } = await start();
    await waits(registration);
    const taken = updates.take();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await taken).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const again = updates.take();
    await settle();
    container.isTaken();
    expect(await again).toBe(true);
  });

  it('is not taken while the server is away, nor is the budget touched', async () => {
    const { registration, updates, reload, server, store } = await start();
    const newer = await waits(registration);
    const { answer } = server;
    server.answer = async () => Promise.reject(new TypeError('offline'));
    expect(await updates.take()).toBe(false);
    expect(newer.told).toEqual([]);
    expect(JSON.parse(store.get('dateline-reloads') ?? '[]')).toEqual([]);
    server.answer = answer;
    void updates.take();
    await settle();
    expect(newer.told).toEqual([{ type: 'take' }]);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not taken without a budget: the server is not asked, and another page may have spent it meanwhile', async () => {
    const { registration, updates, reload, store, asked, server } = await start();
    const newer = await waits(registration);
    store.set('dateline-reloads', JSON.stringify([1e12]));
    expect(await updates.take()).toBe(false);
    expect(asked).toEqual([]);
    vi.setSystemTime(1e12 + 11 * MINUTE);
    const { answer } = server;
    server.answer = async (address) => {
      store.set('dateline-reloads', JSON.stringify([1e12 + 11 * MINUTE]));
      return answer(address);
    };
    expect(await updates.take()).toBe(false);
    expect(newer.told).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is none where there is none', async () => {
    const { updates, reload, asked } = await start();
    expect(await updates.take()).toBe(false);
    expect(asked).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });
});
