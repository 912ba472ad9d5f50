import type { Corpus } from './corpus.ts';
import type { Sizes } from './sizes.ts';

/** Where a corpus came from: with the app, from a file that somebody opened, or from an address that somebody allowed. */
export type Origin =
  | { kind: 'built-in' }
  | { kind: 'file'; name: string }
  | { kind: 'address'; host: string; address: string };

/** What a band is made of: the head of a coverage. */
type Banded = { made: Corpus['made']; origin: Origin; sizes: Pick<Sizes, 'statements' | 'checked'> };

/**
 * What has to stand beside everything that is made of a corpus: that it is of somebody else, and that a machine read it, with how much of
 * that people have checked. Null for the coverage that comes with the app and was read by hand.
 */
export function bandOf({ made, origin, sizes }: Banded): string | null {
  const words: string[] = [];
  if (origin.kind !== 'built-in') {
    const from = origin.kind === 'file' ? `the file “${origin.name}”` : origin.host;
    words.push(`Data from ${from}, not from Dateline’s editors`);
  }
  if (made) {
    words.push(`Read by a machine. ${sizes.checked} of ${sizes.statements} statements checked by a person`);
  }
  return words.join('. ') || null;
}
