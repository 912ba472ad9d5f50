import type { Order } from './messages.ts';

/** How long a worker may take to get ready or to take over, in milliseconds. */
const WAIT = 60_000;

/** Waits for the first event of a name on any of the targets; false when none came in time. */
function next(target: EventTarget, type: string, wait: number): Promise<boolean> {
  return new Promise((resolve) => {
    const heard = (came: boolean) => () => {
      clearTimeout(late);
      target.removeEventListener(type, onEvent);
      resolve(came);
    };
    const onEvent = heard(true);
    const late = setTimeout(heard(false), wait);
    target.addEventListener(type, onEvent);
  });
}

/** Waits until a worker that is being installed is ready or has failed. */
export async function installed(worker: ServiceWorker | null): Promise<void> {
  while (worker?.state === 'installing') if (!(await next(worker, 'statechange', WAIT))) return;
}

/** Lets the waiting version take the page over. False when there is none, or when it does not come. */
export async function takeOver({ waiting }: ServiceWorkerRegistration): Promise<boolean> {
  if (!waiting) return false;
  const taken = next(navigator.serviceWorker, 'controllerchange', WAIT);
  waiting.postMessage({ type: 'take' } satisfies Order);
  return taken;
}
