import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import OtherCoverage from '../../src/app/OtherCoverage.tsx';
import { createOpening } from '../../src/app/opening.ts';
import { keepShown } from '../../src/app/openWays.ts';
import { keepSeen, openAll } from '../../src/app/openWork.ts';
import type { CoverageHead } from '../../src/coverage/coverage.ts';
import { pageTrials } from '../../src/source/trials.ts';
import { createAddress } from '../../src/url/address.ts';
import '../fixtures/desk.tsx';
import { inMemory } from '../fixtures/ask.ts';
import { smallCorpus } from '../fixtures/markedCorpus.ts';

const DIGEST = '0123456789abcdef';
const kept = vi.hoisted(() => ({ file: null as { name: string; digest: string; file: Blob } | null, refused: false }));
vi.mock('../../src/source/keptFile.ts', () => ({
  readKept: async () => kept.file,
  keepFile: async (file: typeof kept.file) => {
    kept.file = file;
    return true;
  },
  forgetKept: async () => {},
}));
vi.mock('../../src/source/openCoverage.ts', () => ({
  DEADLINE: 10_000,
  openCoverage: async (_: Blob, { origin }: { origin: CoverageHead['origin'] }) =>
    kept.refused
      ? { ok: false, problems: [], more: 1 }
      : { ok: true, coverage: inMemory(smallCorpus(), { origin, digest: '0123456789abcdef' }) },
}));

beforeEach(() => {
  kept.file = null;
  kept.refused = false;
  localStorage.clear();
});
afterEach(() => {
  pageTrials.end();
  window.history.replaceState(null, '', '/');
  document.body.replaceChildren();
});

const FILE = { kind: 'file' as const, name: 'evening.json', file: new Blob(['{}']) };

/** The wall whose link names the kept file, before that is open. */
async function wall(query = `kiosk=20&file=evening~2Ejson.${DIGEST}`) {
  window.history.replaceState(null, '', `/?${query}`);
  const address = createAddress(window, () => null);
  const opening = createOpening();
  await act(async () => render(<OtherCoverage onFiles={() => {}} other={null} way={{ address, opening }} />));
  return { address, opening };
}
const isOpen = (opening: ReturnType<typeof createOpening>) => opening.get().coverages.length === 1;

describe('an opened file', () => {
  it('is kept once it has been on screen, and told of then', async () => {
    const opening = createOpening();
    const [opened] = await openAll(opening, [FILE]);
    expect(kept.file).toBeNull();
    expect(opening.get().kept).toBeNull();
    if (opened) await keepSeen(opening, opened);
    expect(kept.file).toMatchObject({ name: 'evening.json', digest: DIGEST });
    expect(opening.get().kept).toEqual({ name: 'evening.json', digest: DIGEST });
    kept.file = null;
    if (opened) await keepSeen(opening, opened);
    expect(kept.file).toBeNull();
  });

  it.each([
    ['a desk', '<main><h2>Panel</h2></main>', true],
    ['a paper edition', '<article><h2>Words</h2></article>', true],
    ['the desk that could not be drawn', '<main><h1>Something failed</h1></main>', false],
    ['a wall, which tells by itself', '<main data-scene="a"><h2>Scene</h2></main>', false],
  ])('is kept after a moment of %s: %s', async (_, page, is) => {
    const opening = createOpening();
    const [opened] = await openAll(opening, [FILE]);
    if (!opened) throw new Error('It was not opened.');
    vi.useFakeTimers();
    document.body.innerHTML = page;
    keepShown(opening, opened, null);
    keepShown(opening, opened, inMemory(smallCorpus()));
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept.file).toBeNull();
    keepShown(opening, opened, opened);
    await vi.advanceTimersByTimeAsync(2500);
    expect(kept.file).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept.file !== null).toBe(is);
    vi.useRealTimers();
  });
});

describe('a wall that needs the kept file', () => {
  beforeEach(() => {
    kept.file = { name: 'evening.json', digest: DIGEST, file: new Blob(['{}']) };
  });

  it('opens it by itself, as a trial that its first scene ends', async () => {
    const { opening } = await wall();
    await waitFor(() => expect(isOpen(opening)).toBe(true));
    expect(Object.values({ ...localStorage })).toEqual([DIGEST]);
  });

  it('does not open it again when an earlier screen died of it, and says so; a person still may', async () => {
    localStorage.setItem('dateline-died', JSON.stringify([{ what: DIGEST, at: Date.now() }]));
    const { opening } = await wall();
    expect(await screen.findByText('file/not-reopened')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('this screen stopped when it last showed it');
    expect(isOpen(opening)).toBe(false);
    await act(async () => screen.getByRole('button', { name: 'Open it again from this device' }).click());
    await waitFor(() => expect(isOpen(opening)).toBe(true));
  });

  it('opens none of another digest, and a desk opens none by itself', async () => {
    for (const query of [`kiosk=20&file=evening~2Ejson.${DIGEST.replace('0', '1')}`, `file=evening~2Ejson.${DIGEST}`]) {
      const { opening } = await wall(query);
      await waitFor(() => expect(opening.get().kept).not.toBeNull());
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
      expect(isOpen(opening), query).toBe(false);
      expect(opening.get().running).toBeNull();
      expect(Object.keys(localStorage)).toEqual([]);
      cleanup();
    }
  });

  it('does not blame a file that it refuses', async () => {
    kept.refused = true;
    const { opening } = await wall();
    await waitFor(() => expect(opening.get().refusals).toHaveLength(1));
    await waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
    expect(screen.queryByText('file/not-reopened')).toBeNull();
  });
});
