/** What a soaked page is given: a way to let its time pass. */
type Soak = {
  /** Lets time pass until `count` scenes have gone by, and on until the scene `until` is there, if it is given. Answers how many it were. */
  rotate: (count: number, until: string | null) => Promise<number>;
};
declare global {
  interface Window {
    soak: Soak;
  }
}

/**
 * Runs in the page before its own scripts. The clock and the timers stand still until they are moved; everything else is real. After each
 * second everything that waits is drawn, so that no scene is left out.
 */
export function virtualTime(): void {
  type Timer = { at: number; act: () => void; every: number | null };
  const timers = new Map<number, Timer>();
  const RealDate = Date;
  const realTimeout = window.setTimeout.bind(window);
  let now = RealDate.UTC(2026, 10, 22, 9);
  let last = 0;
  let running = false;
  const add = (act: TimerHandler, wait: number, every: number | null, args: unknown[]) => {
    last += 1;
    timers.set(last, {
      at: now + Math.max(0, wait || 0),
      act: () => (act as (...all: unknown[]) => void)(...args),
      every,
    });
    return last;
  };
  const Moved = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now() {
      return now;
    }
  };
  Object.assign(window, {
    Date: Moved,
    setTimeout: (act: TimerHandler, wait = 0, ...args: unknown[]) => {
      // Until the wall turns, the page starts in its own time.
      if (!running) return realTimeout(act as () => void, wait, ...args);
      return add(act, wait, null, args);
    },
    setInterval: (act: TimerHandler, wait = 0, ...args: unknown[]) => add(act, wait, Math.max(1, wait), args),
  });
  const clearReal = window.clearTimeout.bind(window);
  const clear = (id: number) => {
    if (!timers.delete(id)) clearReal(id);
  };
  Object.assign(window, { clearTimeout: clear, clearInterval: clear });

  const advance = (by: number) => {
    const end = now + by;
    for (;;) {
      let next: [number, Timer] | null = null;
      for (const entry of timers) if (entry[1].at <= end && (next === null || entry[1].at < next[1].at)) next = entry;
      if (next === null) break;
      const [id, timer] = next;
      now = Math.max(now, timer.at);
      if (timer.every === null) timers.delete(id);
      else timer.at += timer.every;
      timer.act();
    }
    now = end;
  };
  const drawn = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  const at = () => document.querySelector('main')?.dataset ?? {};
  window.soak = {
    rotate: async (count, until) => {
      running = true;
      let done = 0;
      while (done < count || (until !== null && at().scene !== until)) {
        const { turn } = at();
        advance(1000);
        await drawn();
        await drawn();
        if (at().turn !== turn) done += 1;
      }
      return done;
    },
  };
}

/** Runs in the page, too: keeps a piece of every scene, as a forgotten listener would. */
export function seedLeak(): void {
  const kept: unknown[] = [];
  let last: string | undefined;
  new MutationObserver(() => {
    const main = document.querySelector('main');
    if (!main || main.dataset.turn === last) return;
    last = main.dataset.turn;
    const clone = main.cloneNode(false);
    kept.push(clone);
    window.addEventListener('resize', () => kept.push(clone));
  }).observe(document, { subtree: true, childList: true });
}
