import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One change of a file, named from the project's root: the exact text `from`, which stands there once, becomes `to`. */
export type Swap = { file: string; from: string; to: string };

/**
 * A text with its swaps done.
 *
 * @throws Error when the words to be replaced are not there exactly once: the swap would change nothing, or something else.
 */
export function swap(text: string, swaps: readonly Swap[]): string {
  return swaps.reduce((code, { file, from, to }) => {
    const times = code.split(from).length - 1;
    if (times !== 1) throw new Error(`${file} has ${times} times instead of once: ${from}`);
    return code.replace(from, () => to);
  }, text);
}

/** Does the swaps in a copy of the project. */
export function swapIn(folder: string, swaps: readonly Swap[]): void {
  for (const one of swaps) {
    const path = join(folder, one.file);
    writeFileSync(path, swap(readFileSync(path, 'utf8'), [one]));
  }
}
