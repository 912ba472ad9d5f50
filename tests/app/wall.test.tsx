import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCorpus } from '../../src/corpus/readCorpus.ts';
import { deskCorpus } from '../features/deskCorpus.ts';
import { startApp } from './startApp.tsx';

const swaps = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/app/latestCoverage.ts', () => ({
  LATEST: 'coverage.json',
  latestCoverage: (current: unknown) => {
    const state = { current, next: null, checkedAt: null, problem: null, unused: null };
    return {
      get: () => state,
      subscribe: () => () => {},
      start: () => {},
      stop: () => {},
      recall: async () => {},
      draws: () => {},
      drew: () => {},
      fail: () => false,
      swap: () => {
        swaps.count += 1;
      },
    };
  },
}));

beforeAll(() => import('../../src/app/KioskScreen.tsx'), 30_000);
beforeEach(() => {
  swaps.count = 0;
  vi.useFakeTimers({ now: 1_000_000_000_000 });
});
afterEach(() => vi.useRealTimers());

/** Lets the time go on, and has drawn what came of it after every second. */
async function wait(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1000)
    await act(() => vi.advanceTimersByTimeAsync(Math.min(1000, left)));
}

describe('the wall', () => {
  it('takes newer coverage when a scene changes, and not while somebody stands there', async () => {
    await startApp('?v=1&kiosk=5');
    await wait(100);
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    await wait(40_000);
    const before = swaps.count;
    expect(before).toBeGreaterThan(0);
    fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    expect(screen.getByRole('toolbar', { name: 'Wall screen' })).toBeInTheDocument();
    await wait(50_000);
    expect(swaps.count).toBe(before);
    await wait(50_000);
    expect(swaps.count).toBeGreaterThan(before);
  });

  it('goes on trying where its coverage is refused, again and again', async () => {
    const load = vi.fn(async () => readCorpus({ ...deskCorpus(), schemaVersion: 99 }));
    await startApp('?v=1&kiosk=5', load);
    await wait(100);
    expect(screen.getByRole('status')).toHaveTextContent(
      'This coverage was refused. It is tried again every 15 seconds.',
    );
    await wait(31_000);
    expect(load).toHaveBeenCalledTimes(3);
    load.mockImplementation(async () => readCorpus(deskCorpus()));
    await wait(16_000);
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });
});
