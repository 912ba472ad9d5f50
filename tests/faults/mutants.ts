import type { Swap } from './swaps.ts';

const REFRESH = 'src/source/refresh.ts';
const FETCH = 'src/source/fetchText.ts';

/**
 * The app without one of its defences, by name. `mutants.test.ts` holds each swap against the source: who changes a defence finds its
 * swap here.
 */
export const MUTANTS: Record<string, Swap[]> = {
  'gives-up': [{ file: REFRESH, from: 'if (running === own) {', to: 'if (running === own && failures === 0) {' }],
  'without-door': [
    {
      file: REFRESH,
      from: 'const verdict = await door(text, signal);',
      to: 'const verdict = (await door("", signal), { ok: true, corpus: JSON.parse(text) }) as ReadResult;',
    },
  ],
  'takes-shrunk': [{ file: REFRESH, from: 'if (after * 2 < before)', to: 'if (after < 0)' }],
  'deaf-to-retry-after': [{ file: REFRESH, from: 'return wish === null ? backOff', to: 'return wish !== 0 ? backOff' }],
  'in-step': [{ file: REFRESH, from: '* (0.5 + random)', to: '* 1' }],
  'believes-online': [
    {
      file: REFRESH,
      from: 'const text = await fetchLatest(own.signal);',
      to: 'if (!navigator.onLine) throw new Error("offline"); const text = await fetchLatest(own.signal);',
    },
  ],
  'without-deadline': [{ file: FETCH, from: 'AbortSignal.any([signal, deadline])', to: 'signal' }],
  'without-limit': [{ file: FETCH, from: 'if (bytes > MOST_BYTES)', to: 'if (bytes < 0)' }],
  'takes-any-status': [{ file: FETCH, from: 'if (!response.ok)', to: 'if (response.status < 0)' }],
  'follows-redirects': [{ file: FETCH, from: "redirect: 'error'", to: "redirect: 'follow'" }],
};

/** The app with a fault in its own code, by name. */
export const BROKEN: Record<string, Swap[]> = {};

/**
 * The swaps of some entries of `MUTANTS` and `BROKEN`, in their order.
 *
 * @throws Error when there is no entry of a name
 */
export function swapsOf(names: readonly string[]): Swap[] {
  return names.flatMap((name) => {
    const swaps = MUTANTS[name] ?? BROKEN[name];
    if (!swaps) throw new Error(`mutants.ts has no entry with the name ${name}`);
    return swaps;
  });
}
