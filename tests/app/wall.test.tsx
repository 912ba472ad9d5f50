import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deskCorpus } from '../features/deskCorpus.ts';
import { passed } from '../fixtures/ask.ts';
import { startApp } from './startApp.tsx';

/** What the wall told its refresher; `broken` is shown first where it is set, until that has failed. */
const swaps = vi.hoisted(() => ({ count: 0, told: [] as string[], broken: null as unknown }));
vi.mock('../../src/app/latestCoverage.ts', () => ({
  LATEST: 'coverage.json',
  latestCoverage: (current: unknown) => {
    let state = { current: swaps.broken ?? current, next: null, checkedAt: null, problem: null, unused: null };
    let heard = () => {};
    return {
      get: () => state,
      subscribe: (listener: () => void) => {
        heard = listener;
        return () => {};
      },
      start: () => {},
      stop: () => {},
      recall: async () => {},
      draws: (scene: string) => swaps.told.push(`draws ${scene}`),
      drew: (scene: string, seen: boolean) => swaps.told.push(`drew ${scene} ${seen}`),
      fail: () => {
        swaps.told.push('fail');
        state = { ...state, current };
        heard();
        return true;
      },
      swap: () => {
        swaps.count += 1;
      },
    };
  },
}));

beforeAll(() => import('../../src/app/KioskScreen.tsx'), 30_000);
beforeEach(() => {
  Object.assign(swaps, { count: 0, told: [], broken: null });
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

  it('tells of each scene before it is drawn, and again once it has been on screen for a moment', async () => {
    await startApp('?v=1&kiosk=20');
    await wait(100);
    const [first = ''] = swaps.told;
    const id = first.replace('draws ', '');
    expect(document.querySelector('main')?.dataset.scene).toBe(id);
    expect(new Set(swaps.told)).toEqual(new Set([`draws ${id}`]));
    await wait(2000);
    expect(swaps.told).not.toContain(`drew ${id} true`);
    await wait(1500);
    expect(swaps.told.filter((one) => one === `drew ${id} true`)).toHaveLength(1);
  });

  it('goes back to what it started with when something newer cannot be drawn at all', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    swaps.broken = { ...deskCorpus(), statements: null };
    await startApp('?v=1&kiosk=20');
    await wait(100);
    expect(swaps.told.filter((one) => one === 'fail')).toHaveLength(1);
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    expect(screen.queryByText(/could not be drawn/)).toBeNull();
  });

  it('goes on trying where its coverage is refused, again and again', async () => {
    const load = vi.fn(async () => passed({ ...deskCorpus(), schemaVersion: 99 }));
    await startApp('?v=1&kiosk=5', load);
    await wait(100);
    expect(screen.getByRole('status')).toHaveTextContent(
      'This coverage was refused. It is tried again every 15 seconds.',
    );
    await wait(31_000);
    expect(load).toHaveBeenCalledTimes(3);
    load.mockImplementation(async () => passed(deskCorpus()));
    await wait(16_000);
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });
});
