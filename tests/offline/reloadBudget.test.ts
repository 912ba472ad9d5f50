// @vitest-environment node
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { counting, createReloadBudget, DAY, PAUSE, PER_DAY, pageBudget } from '../../src/offline/reloadBudget.ts';

const START = Date.UTC(2026, 0, 1);

/** A store for one value, and a clock that is set by hand. */
function host(text: string | null = null, born: number | null = null) {
  const at = { now: START, text };
  const storage = {
    getItem: () => at.text,
    setItem: (_: string, next: string) => {
      at.text = next;
    },
  } as unknown as Storage;
  /** A page that is loaded now. */
  const page = () => createReloadBudget({ storage: () => storage, now: () => at.now, born });
  return { at, page };
}

/** The most of the times that fall into any window that is open at one end. */
const mostIn = (times: number[], window: number) =>
  Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time - from < window).length));

it('gives one reload in ten minutes and three a day, whenever it is asked', () => {
  const steps = fc.array(fc.integer({ min: 1, max: DAY / 8 }), { maxLength: 120 });
  fc.assert(
    fc.property(steps, (waits) => {
      const { at, page } = host();
      const done: number[] = [];
      for (const wait of waits) {
        at.now += wait;
        // Each reload makes a new page, which knows only what is stored.
        if (page().spend()) done.push(at.now);
      }
      expect(mostIn(done, PAUSE)).toBeLessThanOrEqual(1);
      expect(mostIn(done, DAY)).toBeLessThanOrEqual(PER_DAY);
    }),
  );
});

it('gives a reload again after a day without one, whatever was stored before and wherever the clock was', () => {
  const stored = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.double()).map((times) => JSON.stringify(times)),
    fc.array(fc.integer({ min: 0, max: 4e12 })).map((times) => JSON.stringify(times)),
  );
  fc.assert(
    fc.property(stored, fc.constantFrom(0, START, Date.UTC(2038, 0, 19)), (text, now) => {
      const { at, page } = host(text);
      at.now = now;
      page().allows();
      at.now += DAY;
      expect(page().spend()).toBe(true);
      expect(page().spend()).toBe(false);
    }),
  );
});

it('counts a reload from the future as one that was just made', () => {
  const { at, page } = host(JSON.stringify([Date.UTC(2038, 0, 19)]));
  expect(page().allows()).toBe(false);
  at.now += PAUSE;
  expect(page().allows()).toBe(true);
});

it('holds within the page when nothing can be stored, and across one reload', () => {
  const now = { value: START };
  const storage = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  const page = createReloadBudget({ storage, now: () => now.value, born: null });
  expect(page.spend()).toBe(true);
  expect(page.spend()).toBe(false);
  now.value += PAUSE;
  expect(page.spend()).toBe(true);
  const reloaded = createReloadBudget({ storage, now: () => now.value, born: now.value });
  expect(reloaded.spend()).toBe(false);
  now.value += PAUSE;
  expect(reloaded.spend()).toBe(true);
});

it('does not start a loop when the store can be read, but is full', () => {
  const storage = () =>
    ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }) as unknown as Storage;
  const first = createReloadBudget({ storage, now: () => START, born: null });
  expect(first.spend()).toBe(true);
  const reloaded = createReloadBudget({ storage, now: () => START + 1000, born: START + 500 });
  expect(reloaded.spend()).toBe(false);
});

it('keeps no more than what a day can hold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4e12 })), fc.integer({ min: 0, max: 4e12 }), (spent, now) => {
      const kept = counting(spent, now);
      expect(kept.length).toBeLessThanOrEqual(PER_DAY);
      for (const time of kept) expect(now - time).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('is ten minutes between two reloads, and three of them in a day', () => {
  const { at, page } = host();
  const spends = (wait: number) => {
    at.now += wait;
    return page().spend();
  };
  expect(spends(0)).toBe(true);
  expect(spends(10 * 60_000 - 1)).toBe(false);
  expect(spends(1)).toBe(true);
  expect(spends(600_000)).toBe(true);
  expect(spends(600_000)).toBe(false);
  expect(spends(86_400_000 - 30 * 60_000 - 1)).toBe(false);
  expect(spends(1)).toBe(true);
});

it('is not touched by a question', () => {
  const { at, page } = host();
  expect([page().allows(), page().allows(), page().spend()]).toEqual([true, true, true]);
  at.now += 1;
  expect([page().allows(), page().spend()]).toEqual([false, false]);
  expect(JSON.parse(at.text ?? '')).toEqual([START]);
});

it('counts what is stored, and not the reload that brought the page, which is stored already', () => {
  const { at } = host(JSON.stringify([START - DAY + 5, START - PAUSE]), START - 1000);
  const storage = { getItem: () => at.text, setItem: () => {} } as unknown as Storage;
  expect(createReloadBudget({ storage: () => storage, now: () => START, born: START - 1000 }).allows()).toBe(true);
});

it('is one for all pages: what another one has spent meanwhile counts, and so does what this one has', () => {
  const { at, page } = host();
  const [one, other] = [page(), page()];
  expect(one.spend()).toBe(true);
  expect(other.spend()).toBe(false);
  at.now += PAUSE;
  expect(other.spend()).toBe(true);
  expect(one.allows()).toBe(false);
  // Somebody cleared the store: what a page knows by itself still holds.
  at.text = null;
  expect(other.allows()).toBe(false);
});

it('is whole for a page that somebody has loaded again by hand, where the store works', () => {
  expect(
    host(null, START - 1000)
      .page()
      .spend(),
  ).toBe(true);
});

it('takes nothing from a list that was not written here', () => {
  expect(
    host(JSON.stringify(['x', START - 1]))
      .page()
      .spend(),
  ).toBe(true);
  expect(
    host(JSON.stringify([START - 1, null]))
      .page()
      .spend(),
  ).toBe(true);
});

it('counts the latest three, in their order', () => {
  expect(counting([START - 5, START - 1, START - 9, START - 3], START)).toEqual([START - 5, START - 3, START - 1]);
});

describe('the budget of the page', () => {
  afterEach(() => vi.unstubAllGlobals());
  /** A page that came in this way at START, and looks at its budget a second later; its store is closed. */
  function came(type: string | null) {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    vi.stubGlobal('performance', {
      getEntriesByType: (kind: string) => (type === null || kind !== 'navigation' ? [] : [{ type }]),
      timeOrigin: START,
    });
    vi.spyOn(Date, 'now').mockReturnValue(START + 1000);
    return pageBudget();
  }

  it.each([
    ['a reload', 'reload', false],
    ['a link', 'navigate', true],
    ['the way back', 'back_forward', true],
    ['nobody knows where', null, true],
  ])('after %s where nothing can be stored', (_, type, allows) => {
    expect(came(type).spend()).toBe(allows);
    vi.restoreAllMocks();
  });

  it('is kept in the store of the browser, under the name that earlier versions use', () => {
    const store = new Map<string, string>([['dateline-reloads', JSON.stringify([START + 999])]]);
    came('navigate');
    vi.stubGlobal('window', {
      localStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => store.set(key, value),
      },
    });
    const budget = pageBudget();
    expect(budget.spend()).toBe(false);
    store.clear();
    expect(pageBudget().spend()).toBe(true);
    expect([...store]).toEqual([['dateline-reloads', JSON.stringify([START + 1000])]]);
    vi.restoreAllMocks();
  });
});
