import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consents } from '../../src/app/consents.ts';
import OtherCoverage from '../../src/app/OtherCoverage.tsx';
import { coverageOf, createOpening, keyOf, type Opening } from '../../src/app/opening.ts';
import { closeCoverage } from '../../src/app/openWays.ts';
import type { CoverageHead } from '../../src/coverage/coverage.ts';
import type * as DataAddress from '../../src/source/dataAddress.ts';
import { createAddress } from '../../src/url/address.ts';
import '../fixtures/desk.tsx';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

// A build that may load from any host.
vi.mock('../../src/source/dataAddress.ts', async (original) => {
  const real = await original<typeof DataAddress>();
  return { ...real, readDataAddress: (text: string) => real.readDataAddress(text, ['https:']) };
});
vi.mock('../../src/source/openCoverage.ts', () => ({
  DEADLINE: 10_000,
  openCoverage: async (_: Blob, { origin }: { origin: CoverageHead['origin'] }) => ({
    ok: true,
    coverage: inMemory(smallCorpus(), { origin, digest: '0123456789abcdef' }),
  }),
}));

const ONE = 'https://data.example.org/one.json';
const TWO = 'https://data.example.org/two.json';
const ON_WALL = '&kiosk=20&allow=data.example.org';
const MINUTE = 60_000;

/** The answers of the other host, by address; one without an answer is waited for. */
const answers = new Map<string, () => Response>();
let asked: string[] = [];
let ended: string[] = [];
let away = () => {};

beforeEach(() => {
  asked = [];
  ended = [];
  answers.clear();
  localStorage.clear();
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        ended.push(address);
        reject(signal.reason);
      });
      const answer = answers.get(address);
      if (answer) resolve(answer());
    });
  });
});
afterEach(() => {
  away();
  consents.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What stands in the place of a view whose data is not open, drawn as the app is: twice, with every effect done twice. */
async function start(query: string) {
  window.history.replaceState(null, '', `/?${query}`);
  const address = createAddress(window, () => null);
  away = address.dispose;
  const opening = createOpening();
  const way = { address, opening };
  await act(async () =>
    render(
      <StrictMode>
        <OtherCoverage onFiles={() => {}} other={null} way={way} />
      </StrictMode>,
    ),
  );
  /** Goes to another address in the same page, as back and forward do. */
  const follow = (next: string) =>
    act(async () => {
      window.history.pushState(null, '', `/?${next}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
  return { way, opening, follow, user: userEvent.setup({ delay: null }) };
}
const loaded = (opening: Opening, ...addresses: string[]) =>
  waitFor(() => expect(opening.get().coverages.map(keyOf)).toEqual(addresses));
const button = () => screen.getByRole('button', { name: 'Load it from data.example.org' });

describe('an address on the desk', () => {
  it('is not loaded before somebody has pressed the button, and then it alone', async () => {
    answers.set(ONE, () => new Response('{}'));
    const { opening, user } = await start(`data=${ONE}`);
    expect(asked).toEqual([]);
    await user.click(button());
    expect(new Set(asked)).toEqual(new Set([ONE]));
    await loaded(opening, ONE);
    // Leave at a desk is for this once: a wall of this browser knows nothing of it.
    expect(consents.count()).toBe(0);
  });

  it('is loaded no further when somebody cancels, and is not loaded again by itself', async () => {
    const { opening, user } = await start(`data=${ONE}`);
    await user.click(button());
    asked = [];
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(ended).toContain(ONE);
    expect(opening.get()).toMatchObject({ running: null, coverages: [], refusals: [] });
    expect(asked).toEqual([]);
  });

  it('is asked about again when it changes in the page, however it changes', async () => {
    const { follow, user } = await start(`data=${ONE}`);
    await user.click(button());
    asked = [];
    await follow(`data=${TWO}`);
    expect(asked).toEqual([]);
    expect(screen.getByText(TWO)).toBeVisible();
    // Back again: what was begun was left, and leave was given for one load.
    await follow(`data=${ONE}`);
    expect(asked).toEqual([]);
    await user.click(button());
    expect(new Set(asked)).toEqual(new Set([ONE]));
  });

  it('is loaded no further once it has been left, and what it lacked is not said of the next one', async () => {
    const { follow, user, opening } = await start(`data=${ONE}`);
    await user.click(button());
    await follow(`data=${TWO}`);
    expect(ended).toContain(ONE);
    expect(opening.get().running).toBeNull();
    answers.set(TWO, () => new Response('', { status: 404 }));
    await user.click(button());
    expect(screen.getByText('The server answered 404 instead of the coverage.')).toBeVisible();
    await follow(`data=${ONE}`);
    expect(screen.queryByText(/404/)).toBeNull();
  });

  it('is not loaded because a wall may load it, and not after somebody has left the wall', async () => {
    consents.add(ONE);
    const { follow } = await start(`data=${ONE}`);
    expect(asked).toEqual([]);
    await follow(`data=${ONE}${ON_WALL}`);
    expect(new Set(asked)).toEqual(new Set([ONE]));
    asked = [];
    await follow(`data=${ONE}`);
    expect(asked).toEqual([]);
    expect(button()).toBeVisible();
  });

  it('is not tried again by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers.set(ONE, () => new Response('', { status: 500 }));
    await start(`data=${ONE}`);
    await act(async () => button().click());
    asked = [];
    await act(() => vi.advanceTimersByTimeAsync(10 * MINUTE));
    expect(asked).toEqual([]);
  });

  it('is asked about again when its coverage was closed; closing another one leaves it where it is', async () => {
    answers.set(ONE, () => new Response('{}'));
    answers.set(TWO, () => new Response('{}'));
    const { way, opening, follow, user } = await start(`data=${ONE}`);
    await user.click(button());
    await loaded(opening, ONE);
    await follow(`data=${TWO}`);
    await user.click(button());
    await loaded(opening, ONE, TWO);
    closeCoverage(way, ONE);
    expect(way.address.get().state.view.data).toBe(TWO);
    asked = [];
    await follow(`data=${ONE}`);
    expect(coverageOf(way.opening.get(), way.address.get().state.view)).toBeUndefined();
    expect(asked).toEqual([]);
    await follow(`data=${TWO}`);
    act(() => closeCoverage(way, TWO));
    expect(way.address.get().state.view.data).toBeNull();
  });
});

describe('an address on the wall', () => {
  it('is loaded unasked only where somebody has agreed to the very same one', async () => {
    consents.add(TWO);
    const { follow, user } = await start(`data=${ONE}${ON_WALL}`);
    expect(asked).toEqual([]);
    await user.click(button());
    expect(consents.has(ONE)).toBe(true);
    await follow(`data=${ONE}%3Fother${ON_WALL}`);
    expect(new Set(asked)).toEqual(new Set([ONE]));
    await follow(`data=${TWO}${ON_WALL}`);
    expect(new Set(asked)).toEqual(new Set([ONE, TWO]));
  });

  it('is remembered with all of its letters, and without what comes after #', async () => {
    const { user } = await start(`data=${ONE}%23part${ON_WALL}`);
    await user.click(button());
    expect(JSON.parse(localStorage.getItem('dateline-allowed') ?? '')).toEqual([ONE]);
  });

  it('is not asked for again once it has come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers.set(ONE, () => new Response('{}'));
    consents.add(ONE);
    const { opening } = await start(`data=${ONE}${ON_WALL}`);
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(opening.get().coverages.map(keyOf)).toEqual([ONE]);
    asked = [];
    await act(() => vi.advanceTimersByTimeAsync(10 * MINUTE));
    expect(asked).toEqual([]);
  });

  it('is not loaded where the link does not allow its host, agreed or not', async () => {
    consents.add(ONE);
    const { follow } = await start(`data=${ONE}&kiosk=20`);
    expect(screen.getByText('data/not-allowed-on-wall')).toBeVisible();
    await follow(`data=${ONE}&kiosk=20&allow=example.org`);
    expect(screen.getByText('data/not-allowed-on-wall')).toBeVisible();
    expect(asked).toEqual([]);
  });

  it('is tried again every minute, until somebody takes the leave back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers.set(ONE, () => new Response('', { status: 500 }));
    consents.add(ONE);
    await start(`data=${ONE}${ON_WALL}`);
    const before = asked.length;
    for (const more of [1, 2]) {
      await act(() => vi.advanceTimersByTimeAsync(MINUTE));
      expect(asked.length - before).toBe(more);
    }
    // As "Forget this" does in another tab.
    localStorage.removeItem('dateline-allowed');
    await act(() => vi.advanceTimersByTimeAsync(10 * MINUTE));
    expect(asked.length - before).toBe(2);
    expect(button()).toBeVisible();
  });

  it('holds for the life of the page where nothing can be stored', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers.set(ONE, () => new Response('', { status: 500 }));
    await start(`data=${ONE}${ON_WALL}`);
    await act(async () => button().click());
    const before = asked.length;
    await act(() => vi.advanceTimersByTimeAsync(MINUTE + 1));
    expect(asked.length).toBeGreaterThan(before);
  });
});
