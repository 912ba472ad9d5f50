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

/** Starts a module worker of our own under the one Trusted Types policy that the content security policy names. */
export function startWorker(address: string): Worker {
  const trusted = Reflect.get(window, 'trustedTypes') as TrustedTypes | undefined;
  policy ??= trusted ? trusted.createPolicy('dateline-workers', rules) : rules;
  return new Worker(policy.createScriptURL(address), { type: 'module' });
}
