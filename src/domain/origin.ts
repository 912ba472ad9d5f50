import type { Corpus } from './corpus.ts';
import { isChecked } from './mark.ts';

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

/**
 * What has to stand beside everything that is made of a corpus: that it is of somebody else, and that a machine read it, with how much of
 * that people have checked. Null for the coverage that comes with the app and was read by hand.
 */
export function originBand(corpus: Corpus): string | null {
  const { made, statements } = corpus;
  const origin = originOf(corpus);
  const words: string[] = [];
  if (origin.kind !== 'built-in') {
    const from = origin.kind === 'file' ? `the file “${origin.name}”` : origin.host;
    words.push(`Data from ${from}, not from Dateline’s editors`);
  }
  if (made) {
    const checked = statements.filter(({ mark }) => isChecked(mark)).length;
    words.push(`Read by a machine. ${checked} of ${statements.length} statements checked by a person`);
  }
  return words.join('. ') || null;
}
