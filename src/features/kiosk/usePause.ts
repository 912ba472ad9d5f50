import { useCallback, useEffect, useLayoutEffect, useState } from 'react';

/** How long the wall waits after the last touch, and how long it is held, in milliseconds. */
const PAUSE = 60_000;
const HOLD = 15 * 60_000;

/** Stopped by somebody: until when, by how many scenes it was moved, and whether it is held. */
type Pause = { until: number; from: number; moved: number; held: boolean };

/** What somebody in front of the screen can do. `pause` is null while the wall runs by itself. */
export type Hands = {
  pause: Pause | null;
  move: (by: number) => void;
  hold: () => void;
  resume: () => void;
};

/** Any key, touch or pointer stops the wall at the scene with the index `at`; by itself it goes on after a minute. */
export function usePause(at: number, onLeave: () => void): Hands {
  const [pause, setPause] = useState<Pause | null>(null);
  const touch = useCallback(
    (change: (now: Pause) => Pause = (now) => now) =>
      setPause((known) => {
        const base = known ?? { until: 0, from: at, moved: 0, held: false };
        const next = change(base);
        return { ...next, until: Date.now() + (next.held ? HOLD : PAUSE) };
      }),
    [at],
  );
  const move = useCallback((by: number) => touch((now) => ({ ...now, moved: now.moved + by })), [touch]);
  const hold = useCallback(() => touch((now) => ({ ...now, held: !now.held })), [touch]);
  const resume = useCallback(() => setPause(null), []);

  // From the moment the wall can be seen: a key that came before an effect of the usual kind would be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const acts: Record<string, () => void> = {
        ArrowRight: () => move(1),
        ArrowLeft: () => move(-1),
        Escape: onLeave,
      };
      // Enter, Space and Tab belong to the buttons once these are there.
      (acts[event.key] ?? (() => touch()))();
    };
    let last: { x: number; y: number } | null = null;
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      // Browsers report a pointer that lies still when what is below it changes.
      if (last !== null && Math.hypot(x - last.x, y - last.y) > 3) touch();
      last = { x, y };
    };
    const onDown = () => touch();
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', onDown);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', onDown);
    };
  }, [touch, move, onLeave]);

  const until = pause?.until ?? null;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(resume, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until, resume]);
  return { pause, move, hold, resume };
}
