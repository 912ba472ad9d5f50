import { useEffect, useRef, useState } from 'react';
import { type SceneTurn, turnAt } from './clock.ts';

/** How often the screen says that it is alive, in milliseconds. */
const BEAT = 1000;

/**
 * The turn that is on, and the minute of the last look, both from the wall clock. `onBeat` is called every second, `onTurn` when a scene
 * gives way to the next, before that is drawn. Two timers, whatever happens: a clock that was set shows within a second.
 *
 * @param seconds of each scene
 */
export function useClock(
  seconds: readonly number[],
  onBeat: (now: number) => void,
  onTurn: () => void,
): SceneTurn & { now: number } {
  const [now, setNow] = useState(Date.now);
  const turn = turnAt(seconds, now);
  const latest = useRef({ seconds, turn, minute: 0, onBeat, onTurn });
  latest.current = { seconds, turn, minute: Math.floor(now / 60_000), onBeat, onTurn };
  useEffect(() => {
    const look = () => {
      const { seconds, turn, minute, onBeat, onTurn } = latest.current;
      const moment = Date.now();
      onBeat(moment);
      const changed = turnAt(seconds, moment).turn !== turn.turn;
      if (changed) onTurn();
      if (changed || Math.floor(moment / 60_000) !== minute) setNow(moment);
    };
    look();
    const beats = setInterval(look, BEAT);
    return () => clearInterval(beats);
  }, []);
  useEffect(() => {
    // At the border itself; never long, since no scene is.
    const timer = setTimeout(
      () => {
        latest.current.onTurn();
        setNow(Date.now());
      },
      Math.min(3_600_000, Math.max(0, turn.to - Date.now())),
    );
    return () => clearTimeout(timer);
  }, [turn.to]);
  return { ...turn, now };
}
