import { useEffect } from 'react';

/** Keeps the screen on where the browser allows it; asked for again whenever the page is seen again, since hiding it gives it up. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let away = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !navigator.wakeLock || (lock && !lock.released)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (away) await lock.release();
      } catch {
        // Refused, on low battery for one: the set-up of the machine has to keep the screen on.
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      away = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
