import { act, fireEvent, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePause } from '../../src/features/kiosk/usePause.ts';

const NOW = 1e12;
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A wall at its third scene, and somebody in front of it. */
function wall() {
  const onLeave = vi.fn();
  const { result, rerender, unmount } = renderHook(({ at }) => usePause(at, onLeave), { initialProps: { at: 2 } });
  const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(window, { key, ...more });
  const point = (clientX: number, clientY = 100) =>
    act(() => void window.dispatchEvent(new MouseEvent('pointermove', { clientX, clientY })));
  const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
  return { onLeave, result, rerender, unmount, press, point, wait, pause: () => result.current.pause };
}

describe('a wall that somebody touches', () => {
  it('runs by itself before, stops where it is, and goes on a minute after the last touch', async () => {
    const { pause, press, wait, rerender } = wall();
    expect(pause()).toBeNull();
    press('Shift');
    expect(pause()).toEqual({ until: NOW + MINUTE, from: 2, moved: 0, held: false });
    await wait(MINUTE - 1);
    expect(pause()).not.toBeNull();
    // The scene that was on when it was touched stays the one to count from.
    rerender({ at: 3 });
    act(() => void window.dispatchEvent(new MouseEvent('pointerdown')));
    expect(pause()).toMatchObject({ from: 2, until: NOW + 2 * MINUTE - 1 });
    await wait(MINUTE - 1);
    expect(pause()).not.toBeNull();
    await wait(1);
    expect(pause()).toBeNull();
  });

  it('moves on and back by the arrows, and is left by Escape', () => {
    const { pause, press, onLeave } = wall();
    press('ArrowRight');
    press('ArrowRight');
    expect(pause()?.moved).toBe(2);
    press('ArrowLeft');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(pause()?.moved).toBe(-1);
    expect(onLeave).not.toHaveBeenCalled();
    press('Escape');
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves keys with %s to the browser', (key) => {
    const { pause, press, onLeave } = wall();
    press('ArrowRight', { [key]: true });
    press('Escape', { [key]: true });
    expect(pause()).toBeNull();
    expect(onLeave).not.toHaveBeenCalled();
  });

  it('is held for a quarter of an hour, and no longer once it is let go', async () => {
    const { pause, result, wait } = wall();
    act(() => result.current.hold());
    expect(pause()).toMatchObject({ held: true, until: NOW + 15 * MINUTE });
    await wait(14 * MINUTE);
    act(() => result.current.move(1));
    expect(pause()).toMatchObject({ held: true, moved: 1, until: NOW + 29 * MINUTE });
    act(() => result.current.hold());
    expect(pause()).toMatchObject({ held: false, moved: 1, until: NOW + 15 * MINUTE });
    await wait(MINUTE);
    expect(pause()).toBeNull();
  });

  it('goes on at once when it is told to, and begins anew with the next touch', () => {
    const { pause, result, press } = wall();
    press('ArrowRight');
    act(() => result.current.resume());
    expect(pause()).toBeNull();
    press('a');
    expect(pause()).toMatchObject({ moved: 0, held: false });
  });

  it('does not stop for a pointer that lies still, or trembles', () => {
    const { pause, point } = wall();
    point(100);
    point(100);
    point(103);
    expect(pause()).toBeNull();
    point(103, 104);
    expect(pause()).not.toBeNull();
  });

  it('hears nothing once it is gone', () => {
    const { unmount, press, onLeave } = wall();
    unmount();
    press('Escape');
    expect(onLeave).not.toHaveBeenCalled();
  });
});
