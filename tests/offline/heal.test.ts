// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endWorld, PlayedRegistration, PlayedWorker, pageWorld, settle } from './pageWorld.ts';

const notices = vi.hoisted(() => [] as { words: string; action: string; act: () => unknown }[]);
vi.mock('../../src/ui/notice.ts', () => ({
  showNotice: (words: string, action: string, act: () => unknown) => notices.push({ words, action, act }),
}));

const MINUTE = 60_000;
const SCRIPT = 'https://desk.example.org/app/assets/a.js';

beforeEach(() => {
  notices.length = 0;
});
afterEach(endWorld);

async function start(options?: Parameters<typeof pageWorld>[0]) {
  const world = pageWorld(options);
  const { heal } = await import('../../src/offline/heal.ts');
  return { ...world, heal };
}
/** A page that is held by a worker which says this of its files; null where it says nothing. */
async function held(checked: { wrong: number; mended: number } | null) {
  const world = await start();
  const registration = new PlayedRegistration();
  const controller = new PlayedWorker();
  controller.answer = ({ type }) => (type === 'check' ? checked : null);
  Object.assign(world.container, { controller, registration });
  return { ...world, registration, controller };
}

describe('a page that lacks a part of itself', () => {
  it('asks for it anew, past the browser’s own cache, and is loaded once', async () => {
    const { heal, asked, reload, store } = await start({ worker: false });
    await heal(SCRIPT);
    expect(asked).toEqual([
      { address: './sw.js', cache: 'no-store' },
      { address: SCRIPT, cache: 'reload' },
    ]);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(notices).toEqual([]);
    expect(JSON.parse(store.get('dateline-reloads') ?? '')).toEqual([1e12]);
    // It is being loaded again: nothing more is begun.
    await heal(SCRIPT);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('asks no other host, and does without an address', async () => {
    const other = await start({ worker: false });
    await other.heal('https://elsewhere.example.org/a.js');
    expect(other.asked).toHaveLength(1);
    expect(other.reload).toHaveBeenCalledTimes(1);
    endWorld();
    const none = await start({ worker: false });
    await none.heal();
    expect(none.asked).toHaveLength(1);
    expect(none.reload).toHaveBeenCalledTimes(1);
  });

  it('is loaded again although a part cannot be had by itself, and addresses may be short', async () => {
    const { heal, server, reload, asked } = await start({ worker: false });
    const answer = server.answer;
    server.answer = async (address) => (address === './sw.js' ? answer(address) : Promise.reject(new TypeError('x')));
    await heal('./assets/a.css');
    expect(asked.at(-1)).toEqual({ address: './assets/a.css', cache: 'reload' });
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('stays, says so and tries again each minute while the server is away', async () => {
    const { heal, server, reload, asked } = await start({ worker: false });
    const answer = server.answer;
    server.answer = async () => Promise.reject(new TypeError('offline'));
    await heal(SCRIPT);
    expect(reload).not.toHaveBeenCalled();
    expect(notices.map(({ words, action }) => `${words} [${action}]`)).toEqual([
      'A part of this page could not be loaded. It is tried again by itself. [Reload now]',
    ]);
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    server.answer = answer;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(reload).toHaveBeenCalledTimes(1);
    // What was broken at first is not forgotten.
    expect(asked.at(-1)).toEqual({ address: SCRIPT, cache: 'reload' });
  });

  it('does one thing at a time, for all that is missing', async () => {
    const { heal, server, reload, asked } = await start({ worker: false });
    const answer = server.answer;
    let letGo = () => {};
    const wait = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    server.answer = async (address) => {
      await wait;
      return answer(address);
    };
    const first = heal(SCRIPT);
    await heal(`${SCRIPT}2`);
    await heal(`${SCRIPT}2`);
    expect(asked).toHaveLength(1);
    letGo();
    await first;
    expect(asked.slice(1).map(({ address }) => address)).toEqual([SCRIPT, `${SCRIPT}2`]);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not loaded when the budget is used up, and the server is not asked', async () => {
    const { heal, store, reload, asked } = await start({ worker: false });
    store.set('dateline-reloads', JSON.stringify([1e12 - MINUTE]));
    await heal(SCRIPT);
    expect(asked).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
    expect(notices).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(8 * MINUTE);
    expect(reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not loaded when another page has used the budget up in the meantime', async () => {
    const { heal, store, server, reload } = await start({ worker: false });
    const answer = server.answer;
    server.answer = async (address) => {
      store.set('dateline-reloads', JSON.stringify([1e12]));
      return answer(address);
    };
    await heal(SCRIPT);
    expect(reload).not.toHaveBeenCalled();
    expect(notices).toHaveLength(1);
  });

  it('is not loaded under the hands of somebody, before or after it was mended', async () => {
    const { heal, page, reload, asked, server } = await start({ worker: false });
    page.dialog = true;
    await heal(SCRIPT);
    expect(asked).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
    expect(notices).toHaveLength(1);
    page.dialog = false;
    const answer = server.answer;
    server.answer = async (address) => {
      page.dialog = address !== './sw.js';
      return answer(address);
    };
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(asked).toHaveLength(2);
    expect(reload).not.toHaveBeenCalled();
    page.dialog = false;
    server.answer = answer;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is loaded at once when somebody says so, whatever the budget', async () => {
    const { heal, store, reload, asked } = await start({ worker: false });
    store.set('dateline-reloads', JSON.stringify([1e12]));
    await heal(SCRIPT);
    await notices[0]?.act();
    expect(asked).toEqual([{ address: SCRIPT, cache: 'reload' }]);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('a page that is held by a worker', () => {
  it.each([
    ['all was right', 0, 0],
    ['all is right again', 2, 2],
  ])('is loaded again where %s', async (_, wrong, mended) => {
    const { heal, controller, registration, reload, asked, deleted } = await held({ wrong, mended });
    await heal(SCRIPT);
    expect(controller.told).toEqual([{ type: 'check' }]);
    expect(asked.at(-1)).toEqual({ address: SCRIPT, cache: 'reload' });
    expect(reload).toHaveBeenCalledTimes(1);
    expect(registration.update).not.toHaveBeenCalled();
    expect(registration.unregister).not.toHaveBeenCalled();
    expect(deleted).toEqual([]);
  });

  it('gives up a worker that says nothing for a minute and a half, with its files', async () => {
    const { heal, registration, reload, deleted } = await held(null);
    void heal(SCRIPT);
    await vi.advanceTimersByTimeAsync(89_999);
    expect(registration.unregister).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(registration.unregister).toHaveBeenCalledTimes(1);
    expect(deleted).toEqual(['dateline-files-https://desk.example.org/app/']);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('takes a newer version where its own cannot be mended, once that is installed', async () => {
    const { heal, container, registration, reload, asked } = await held({ wrong: 2, mended: 1 });
    const newer = new PlayedWorker('installing');
    registration.update.mockImplementation(async () => {
      registration.installing = newer;
    });
    const healing = heal(SCRIPT);
    await settle();
    expect(newer.told).toEqual([]);
    registration.waiting = newer;
    newer.becomes('installed');
    await settle();
    expect(newer.told).toEqual([{ type: 'take' }]);
    expect(reload).not.toHaveBeenCalled();
    container.isTaken();
    await healing;
    expect(reload).toHaveBeenCalledTimes(1);
    // The newer one brings its files with it.
    expect(asked.map(({ address }) => address)).toEqual(['./sw.js']);
  });

  it('stays as it is where there is no newer version, and where the server cannot say', async () => {
    const { heal, registration, reload } = await held({ wrong: 1, mended: 0 });
    registration.update.mockRejectedValue(new TypeError('broken deploy'));
    await heal(SCRIPT);
    expect(registration.update).toHaveBeenCalledTimes(1);
    expect(reload).not.toHaveBeenCalled();
    expect(notices).toHaveLength(1);
  });

  it('asks no worker that does not hold it', async () => {
    const { heal, container, reload, controller } = await held({ wrong: 1, mended: 0 });
    container.controller = null;
    await heal(SCRIPT);
    expect(controller.told).toEqual([]);
    expect(reload).toHaveBeenCalledTimes(1);
    endWorld();
    const other = await held({ wrong: 1, mended: 0 });
    other.container.registration = undefined;
    await other.heal(SCRIPT);
    expect(other.controller.told).toEqual([]);
    expect(other.reload).toHaveBeenCalledTimes(1);
  });

  it('says so where the browser does not answer for its workers', async () => {
    const { heal, container, reload } = await held(null);
    container.getRegistration.mockRejectedValue(new DOMException('x', 'SecurityError'));
    await heal(SCRIPT);
    expect(reload).not.toHaveBeenCalled();
    expect(notices).toHaveLength(1);
  });
});
