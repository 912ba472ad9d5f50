import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consents } from '../../src/app/consents.ts';
import { latestCoverage } from '../../src/app/latestCoverage.ts';
// What checks a coverage in a page without workers: loaded first, nobody waits for it.
import '../../src/source/coverageWorker.ts';
// A wall loads it when something was seen; a test that has ended by then would leave it half loaded.
import '../../src/app/openWork.ts';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

const ADDRESS = 'https://data.example.org/x.json';
const fetched = vi.fn<typeof fetch>();
const onSeen = vi.fn();

beforeEach(() => {
  fetched.mockReset().mockRejectedValue(new TypeError('offline'));
  vi.stubGlobal('fetch', fetched);
  // The digests of a browser take no buffers of the page that jsdom plays.
  vi.stubGlobal('crypto', {});
  localStorage.clear();
});
afterEach(() => {
  consents.clear();
  vi.unstubAllGlobals();
});

/** The first check of what a wall shows of another host. */
async function check(allow: string | null) {
  const start = inMemory(smallCorpus(), { origin: { kind: 'address', host: 'data.example.org', address: ADDRESS } });
  const refresher = latestCoverage(start, { every: 60, older: null, allow, onSeen });
  refresher.start();
  await vi.waitFor(() => expect(refresher.get().problem).not.toBeNull());
  refresher.stop();
  return refresher.get().problem?.code;
}

describe('a wall that shows the coverage of another host', () => {
  it('asks it again only where its link allows the host and somebody has agreed to the address', async () => {
    expect(await check('data.example.org')).toBe('load/not-agreed');
    consents.add(`${ADDRESS}?other`);
    expect(await check('data.example.org')).toBe('load/not-agreed');
    consents.add(ADDRESS);
    expect(await check(null)).toBe('load/not-agreed');
    expect(await check('example.org')).toBe('load/not-agreed');
    expect(fetched).not.toHaveBeenCalled();
    expect(await check('data.example.org')).toBe('load/network');
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([ADDRESS]);
  });

  it('asks no more once the leave is taken back', async () => {
    consents.add(ADDRESS);
    await check('data.example.org');
    // As "Forget this" does in another tab.
    localStorage.removeItem('dateline-allowed');
    expect(await check('data.example.org')).toBe('load/not-agreed');
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('a wall that shows the coverage of its own host', () => {
  const TEXT = JSON.stringify(smallCorpus({ title: 'Later', asOf: { date: '2019-02-01', basis: 'A made-up day.' } }));
  const OLD = JSON.stringify(smallCorpus({ title: 'Earlier', asOf: { date: '2018-02-01', basis: 'A made-up day.' } }));
  let kept: string | null;

  beforeEach(() => {
    kept = null;
    vi.stubGlobal('caches', {
      open: async () => ({
        match: async () => (kept === null ? undefined : new Response(kept)),
        put: async (_: string, answer: Response) => {
          kept = await answer.text();
        },
        delete: async () => {
          kept = null;
        },
      }),
    });
  });
  const wall = (older: '1' | null = null) =>
    latestCoverage(inMemory(smallCorpus()), { every: 60, older, allow: null, onSeen });

  it('keeps what the server sent once it has been seen, and shows that at the next start', async () => {
    fetched.mockImplementation(async () => new Response(TEXT));
    const first = wall();
    first.start();
    await vi.waitFor(() => expect(first.get().next).not.toBeNull());
    first.swap();
    expect(kept).toBeNull();
    first.drew('a', true);
    await vi.waitFor(() => expect(kept).toBe(TEXT));
    first.stop();
    const second = wall();
    await vi.waitFor(() => expect(second.get().current.head.title).toBe('Later'));
    second.drew('a', true);
    second.stop();
  });

  it('forgets what an earlier screen died of', async () => {
    kept = TEXT;
    const first = wall();
    await vi.waitFor(() => expect(first.get().current.head.title).toBe('Later'));
    // It is being tried: the note of another page that is gone.
    const [note = ''] = Object.keys(localStorage);
    const what = localStorage.getItem(note) ?? '';
    first.stop();
    localStorage.setItem('dateline-died', JSON.stringify([{ what, at: Date.now() }]));
    const second = wall();
    await vi.waitFor(() => expect(second.get().unused?.code).toBe('refresh/kept-died'));
    await vi.waitFor(() => expect(kept).toBeNull());
    expect(second.get().current.head.title).not.toBe('Later');
  });

  it('takes what is older where the link says so', async () => {
    kept = OLD;
    const strict = wall();
    await vi.waitFor(() => expect(strict.get().unused?.code).toBe('refresh/kept-older'));
    const free = wall('1');
    await vi.waitFor(() => expect(free.get().current.head.title).toBe('Earlier'));
    free.stop();
  });
});

describe('a wall that shows a file', () => {
  it('tries each of its scenes, and asks nobody', async () => {
    const start = inMemory(smallCorpus(), { origin: { kind: 'file', name: 'evening.json' } });
    const refresher = latestCoverage(start, { every: 60, older: null, allow: null, onSeen });
    const notes = () => Object.keys(localStorage).filter((name) => name.startsWith('dateline-trial-'));
    expect(notes()).toHaveLength(1);
    refresher.start();
    refresher.draws('a');
    refresher.drew('a', true);
    expect(onSeen).toHaveBeenCalledWith(start);
    expect(notes()).toEqual([]);
    refresher.draws('b');
    expect(notes()).toHaveLength(1);
    expect(refresher.fail()).toBe(false);
    expect(notes()).toEqual([]);
    expect(JSON.parse(localStorage.getItem('dateline-died') ?? '[]')).toHaveLength(1);
    refresher.stop();
    expect(fetched).not.toHaveBeenCalled();
    expect(refresher.get().current).toBe(start);
  });
});
