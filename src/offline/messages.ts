/** What the page asks of the worker: to take over now, or to look through its cache and mend it. */
export type Order = { type: 'take' } | { type: 'check' };

/** What looking through the cache found: how many files were wrong or missing, and how many of them are right again. */
export type Checked = { wrong: number; mended: number };

/** The name of the cache that holds the files of the app in one folder. `scope` is the address of the folder. */
export const cacheNameOf = (scope: string): string => `dateline-files-${scope}`;

/** Gives the worker an order and waits for its answer; null when there is none in `wait` milliseconds. */
export function askOffline(worker: ServiceWorker, order: Order, wait: number): Promise<Checked | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer: Checked | null) => {
      clearTimeout(late);
      port1.close();
      resolve(answer);
    };
    const late = setTimeout(() => end(null), wait);
    port1.onmessage = ({ data }: MessageEvent<Checked>) => end(data);
    worker.postMessage(order, [port2]);
  });
}
