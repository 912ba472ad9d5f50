import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpening, keyOf, type Opening } from '../../src/app/opening.ts';
import { cancelOpening, forgetFile, keepSeen, openAll, openKept, recallKept, takeOff } from '../../src/app/openWork.ts';
import type { CoverageHead } from '../../src/coverage/coverage.ts';
import type { OpenProgress } from '../../src/source/openCoverage.ts';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

type Kept = { name: string; digest: string; file: Blob };
const world = vi.hoisted(() => ({
  kept: null as Kept | null,
  mayKeep: true,
  forgotten: 0,
  /** What the worker does with a file, by the text of it. */
  open: (async () => ({})) as (
    text: string,
    signal: AbortSignal,
    tell: (progress: OpenProgress) => void,
    origin: CoverageHead['origin'],
  ) => Promise<unknown>,
}));
vi.mock('../../src/source/keptFile.ts', () => ({
  readKept: async () => world.kept,
  keepFile: async (file: Kept) => {
    if (world.mayKeep) world.kept = file;
    return world.mayKeep;
  },
  forgetKept: async () => {
    world.forgotten += 1;
  },
}));
type Wishes = {
  signal: AbortSignal;
  onProgress: (progress: OpenProgress) => void;
  origin: CoverageHead['origin'];
};
vi.mock('../../src/source/openCoverage.ts', () => ({
  DEADLINE: 10_000,
  openCoverage: async (file: Blob & { words?: string }, { signal, onProgress, origin }: Wishes) =>
    world.open(file.words ?? '', signal, onProgress, origin),
}));

/** A file whose words the played worker can read at once. */
const file = (words: string) => Object.assign(new Blob([words]), { words });
const wish = (words: string) => ({ kind: 'file' as const, name: `${words}.json`, file: file(words) });
const digestOf = (words: string) => words.charCodeAt(0).toString(16).padStart(16, '0');
const closed: string[] = [];
const passes = async (
  words: string,
  _signal?: unknown,
  _tell?: unknown,
  origin: CoverageHead['origin'] = { kind: 'file', name: `${words}.json` },
) => ({
  ok: true,
  coverage: {
    ...inMemory(smallCorpus({ title: words }), { origin, digest: digestOf(words) }),
    close: () => closed.push(words),
  },
});
const refused = { ok: false as const, problems: [], more: 1 };

let opening: Opening;
let told: { running: unknown; refusals: number }[];
beforeEach(() => {
  Object.assign(world, { kept: null, mayKeep: true, forgotten: 0, open: passes });
  opening = createOpening();
  closed.length = 0;
  told = [];
  opening.subscribe(() => told.push({ running: opening.get().running, refusals: opening.get().refusals.length }));
});
afterEach(() => {
  vi.useRealTimers();
});
const titles = () => opening.get().coverages.map(({ head }) => head.title);
/** A go that hangs at its first file until it is let go. */
function hangs() {
  const go = { letGo: (_: unknown) => {}, signal: null as AbortSignal | null, tell: (_: OpenProgress) => {} };
  world.open = (_, signal, tell) => {
    Object.assign(go, { signal, tell });
    return new Promise((resolve) => {
      go.letGo = resolve;
    });
  };
  return go;
}
const begun = (go: ReturnType<typeof hangs>) => vi.waitFor(() => expect(go.signal).not.toBeNull());

describe('files that are opened', () => {
  it('come one after the other, in their order, and those that were opened are given', async () => {
    const opened = await openAll(opening, [wish('b'), wish('a'), wish('c')]);
    expect(opened.map(({ head }) => head.title)).toEqual(['b', 'a', 'c']);
    expect(titles()).toEqual(['b', 'a', 'c']);
    expect(opening.get()).toMatchObject({ running: null, refusals: [] });
  });

  it('that are refused stand in the way of no other, and all of them are told', async () => {
    world.open = async (words, ...rest) => (words === 'b' ? refused : passes(words, ...rest));
    expect(await openAll(opening, [wish('b'), wish('a'), wish('b')])).toHaveLength(1);
    expect(titles()).toEqual(['a']);
    expect(opening.get().refusals.map(({ name }) => name)).toEqual(['b.json', 'b.json']);
    // The next go begins without them.
    await openAll(opening, [wish('c')]);
    expect(opening.get().refusals).toEqual([]);
    expect(titles()).toEqual(['a', 'c']);
  });

  it('take the place of the same one, which is then the latest, and of no other', async () => {
    await openAll(opening, [wish('a'), wish('b')]);
    const before = opening.get().coverages[0];
    await openAll(opening, [{ ...wish('a'), name: 'again.json' }]);
    expect(opening.get().coverages.map(keyOf)).toEqual([digestOf('b'), digestOf('a')]);
    expect(opening.get().coverages[1]).not.toBe(before);
    expect(opening.get().coverages[1]?.head.origin).toEqual({ kind: 'file', name: 'again.json' });
  });

  it('are cancelled by the next go, which alone goes on', async () => {
    const go = hangs();
    const first = openAll(opening, [wish('a'), wish('d')]);
    await begun(go);
    world.open = passes;
    const second = openAll(opening, [wish('b')]);
    expect(go.signal?.aborted).toBe(true);
    go.letGo(await passes('a'));
    expect(await first).toEqual([]);
    expect((await second).map(({ head }) => head.title)).toEqual(['b']);
    expect(titles()).toEqual(['b']);
    // What came too late is let go of.
    expect(closed).toContain('a');
    expect(opening.get().running).toBeNull();
  });

  it('of two lists know nothing of one another', async () => {
    const go = hangs();
    const first = openAll(opening, [wish('a')]);
    await begun(go);
    world.open = passes;
    const other = createOpening();
    await openAll(other, [wish('b')]);
    expect(go.signal?.aborted).toBe(false);
    go.letGo(await passes('a'));
    await first;
    expect(titles()).toEqual(['a']);
  });

  it('stay where the rest of their go is cancelled', async () => {
    const go = { signal: null as AbortSignal | null };
    world.open = (words, signal) => {
      if (words === 'a') return passes(words);
      go.signal = signal;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    const all = openAll(opening, [wish('a'), wish('b'), wish('c')]);
    await vi.waitFor(() => expect(go.signal).not.toBeNull());
    expect(opening.get().running).not.toBeNull();
    cancelOpening(opening);
    expect(opening.get().running).toBeNull();
    expect((await all).map(({ head }) => head.title)).toEqual(['a']);
    expect(titles()).toEqual(['a']);
    expect(opening.get().refusals).toEqual([]);
    // Nothing runs, and nothing is to be cancelled.
    cancelOpening(opening);
    expect(opening.get().running).toBeNull();
  });

  it('go on when an earlier go of theirs is left', async () => {
    const earlier = new AbortController();
    const go = hangs();
    void openAll(opening, [wish('a')], earlier);
    await begun(go);
    go.signal = null;
    const own = new AbortController();
    const second = openAll(opening, [wish('b')], own);
    await begun(go);
    go.tell({ stage: 'checking', done: 0, total: 0 });
    cancelOpening(opening, earlier);
    expect(own.signal.aborted).toBe(false);
    expect(opening.get().running).not.toBeNull();
    go.letGo(await passes('b'));
    await second;
    expect(titles()).toEqual(['b']);
  });
});

describe('the progress', () => {
  it('is told at each new stage and ten times a second, and no more once it was cancelled', async () => {
    const go = hangs();
    const all = openAll(opening, [wish('a')]);
    await begun(go);
    vi.useFakeTimers({ now: 1e12, toFake: ['Date'] });
    told = [];
    const tell = (done: number, stage: OpenProgress['stage'] = 'checking') => go.tell({ stage, done, total: 9 });
    tell(1);
    tell(2);
    vi.setSystemTime(1e12 + 99);
    tell(3);
    vi.setSystemTime(1e12 + 100);
    tell(4);
    tell(5, 'preparing');
    expect(told.map(({ running }) => running)).toEqual([
      { name: 'a.json', stage: 'checking', done: 1, total: 9 },
      { name: 'a.json', stage: 'checking', done: 4, total: 9 },
      { name: 'a.json', stage: 'preparing', done: 5, total: 9 },
    ]);
    cancelOpening(opening);
    told = [];
    tell(6);
    go.letGo(await passes('a'));
    await all;
    expect(told).toEqual([]);
    expect(titles()).toEqual([]);
  });
});

describe('the file that this browser keeps', () => {
  const kept = () => ({ name: 'evening.json', digest: digestOf('a'), file: file('a') });

  it('is opened under its name, where there is one', async () => {
    expect(await openKept(opening)).toEqual([]);
    expect(told).toEqual([]);
    world.kept = kept();
    const [opened] = await openKept(opening);
    expect(opened?.head.origin).toEqual({ kind: 'file', name: 'evening.json' });
    expect(titles()).toEqual(['a']);
  });

  it('is told of by its name and digest alone, and not over one that is known', async () => {
    await recallKept(opening);
    expect(opening.get().kept).toBeNull();
    world.kept = kept();
    await recallKept(opening);
    expect(opening.get().kept).toEqual({ name: 'evening.json', digest: digestOf('a') });
    world.kept = { ...kept(), name: 'other.json' };
    await recallKept(opening);
    expect(opening.get().kept?.name).toBe('evening.json');
  });

  it('is forgotten, and what is open stays open', async () => {
    world.kept = kept();
    await recallKept(opening);
    await openKept(opening);
    await forgetFile(opening);
    expect(world.forgotten).toBe(1);
    expect(opening.get().kept).toBeNull();
    expect(titles()).toEqual(['a']);
  });

  it('is the one that was seen, by its own digest, and none where the browser keeps nothing', async () => {
    const [a, b] = await openAll(opening, [wish('a'), wish('b')]);
    expect(world.kept).toBeNull();
    if (b) await keepSeen(opening, b);
    expect(world.kept).toMatchObject({ name: 'b.json', digest: digestOf('b') });
    world.mayKeep = false;
    if (a) await keepSeen(opening, a);
    expect(opening.get().kept).toEqual({ name: 'b.json', digest: digestOf('b') });
    await keepSeen(opening, inMemory(smallCorpus()));
    expect(opening.get().kept?.name).toBe('b.json');
  });

  it('is never one of another host', async () => {
    const text = '{}';
    const [opened] = await openAll(opening, [
      { kind: 'address', address: 'https://data.example.org/a.json', host: 'data.example.org', text },
    ]);
    if (!opened) throw new Error('It was not opened.');
    await keepSeen(opening, opened);
    expect(world.kept).toBeNull();
  });
});

it('a coverage that is closed is the one with that key, and no other; it may be asked until the next one is drawn', async () => {
  vi.useFakeTimers();
  await openAll(opening, [wish('a'), wish('b')]);
  takeOff(opening, digestOf('a'));
  expect(titles()).toEqual(['b']);
  takeOff(opening, 'none');
  expect(titles()).toEqual(['b']);
  expect(closed).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closed).toEqual(['a']);
});
