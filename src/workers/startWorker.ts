type WorkerPolicy = { createScriptURL: (address: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: WorkerPolicy) => WorkerPolicy };

let policy: WorkerPolicy | null = null;

/** The only addresses that may become code: files of our own host that the build has named. */
const rules: WorkerPolicy = {
  createScriptURL: (address) => {
    if (new URL(address, window.location.href).origin !== window.location.origin)
      throw new TypeError(`A worker of another host was asked for: ${address}`);
    return address;
  },
};

/** The address of a script of our own, as workers want it under the one Trusted Types policy that the content security policy names. */
export function scriptAddress(address: string): string {
  const trusted = Reflect.get(window, 'trustedTypes') as TrustedTypes | undefined;
  policy ??= trusted ? trusted.createPolicy('dateline-workers', rules) : rules;
  return policy.createScriptURL(address);
}

/** Starts a module worker of our own. */
function startWorker(address: string): Worker {
  return new Worker(scriptAddress(address), { type: 'module' });
}

/**
 * Asks a worker that is started for it, and ended with its answer or by the signal. Rejects where no worker can be had or it
 * fails; then the page can still do the work itself. After the signal it rejects with the signal's reason.
 */
export function askWorker<Answer>(address: string, question: unknown, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(address);
    const onAbort = () => {
      end();
      reject(signal.reason);
    };
    const end = () => {
      worker.terminate();
      signal.removeEventListener('abort', onAbort);
    };
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end();
      resolve(data);
    };
    worker.onerror = () => {
      end();
      reject(new Error(`The worker ${address} failed.`));
    };
    worker.postMessage(question);
  });
}

/** What a worker does: gives the answer to the one question that it is sent. */
export function answer<Question, Answer>(work: (question: Question) => Answer): void {
  const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
  page.addEventListener('message', ({ data }: MessageEvent<Question>) => page.postMessage(work(data)));
}
