import type { Corpus } from './corpus.ts';

/** Where a corpus came from: with the app, from a file that somebody opened, or from an address that somebody allowed. */
export type Origin =
  | { kind: 'built-in' }
  | { kind: 'file'; name: string }
  | { kind: 'address'; host: string; address: string };

const BUILT_IN: Origin = { kind: 'built-in' };
const origins = new WeakMap<Corpus, Origin>();

/** Notes where a corpus came from. It is kept beside the corpus itself, so that no screen and no export can be made without it. */
export function markOrigin(corpus: Corpus, origin: Origin): void {
  origins.set(corpus, origin);
}

/** Where a whole corpus came from; a corpus without a note came with the app. */
export const originOf = (corpus: Corpus): Origin => origins.get(corpus) ?? BUILT_IN;

/** What has to stand beside everything that is made of a corpus of somebody else; null for the coverage that comes with the app. */
export function originBand(corpus: Corpus): string | null {
  const origin = originOf(corpus);
  if (origin.kind === 'built-in') return null;
  const from = origin.kind === 'file' ? `the file “${origin.name}”` : origin.host;
  return `Data from ${from}, not from Dateline’s editors`;
}
