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
 * Starts a worker with a question and listens until `onMessage` gives something that is not undefined; the worker is ended with that, unless
 * `onMessage` has kept it, or by the signal. Rejects where no worker can be had or it fails; after the signal with the signal's reason.
 */
export function followWorker<Message, Answer>(
  address: string,
  question: unknown,
  signal: AbortSignal,
  onMessage: (message: Message, keep: () => Worker) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(address);
    const onAbort = () => {
      end();
      reject(signal.reason);
    };
    let isKept = false;
    const keep = () => {
      isKept = true;
      return worker;
    };
    const end = () => {
      if (!isKept) worker.terminate();
      signal.removeEventListener('abort', onAbort);
    };
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    worker.onmessage = ({ data }: MessageEvent<Message>) => {
      const answer = onMessage(data, keep);
      if (answer === undefined) return;
      end();
      resolve(answer);
    };
    worker.onerror = () => {
      end();
      reject(new Error(`The worker ${address} failed.`));
    };
    worker.postMessage(question);
  });
}

/** Asks a worker that is started for it, and ended with its one answer or by the signal; see `followWorker`. */
export function askWorker<Answer>(address: string, question: unknown, signal: AbortSignal): Promise<Answer> {
  return followWorker<Answer, Answer>(address, question, signal, (answer) => answer);
}

/** What a worker does: gives the answer to the one question that it is sent. */
export function answer<Question, Answer>(work: (question: Question) => Answer): void {
  const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
  page.addEventListener('message', ({ data }: MessageEvent<Question>) => page.postMessage(work(data)));
}
