import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * One change of a source file: the exact text `from`, which stands there once, becomes `to`. A file of `public/` is changed where
 * the build has put it. Where `file` starts with `dist/`, it is a file that the build itself writes.
 */
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

const isWritten = ({ file }: Swap) => /^(?:public|dist)\//.test(file);

/** Does the swaps while the app is built, before anything else sees the code; `seen` gets the files that were changed. */
export function swapping(swaps: readonly Swap[], seen: Set<string>): Plugin {
  return {
    name: 'dateline:swapping',
    enforce: 'pre',
    transform(code, id) {
      const path = id.replaceAll('\\', '/').replace(/\?.*$/, '');
      const mine = swaps.filter((one) => !isWritten(one) && path.endsWith(`/${one.file}`));
      // What is asked for by its address is no code yet.
      if (mine.length === 0 || /[?&](?:url|worker)\b/.test(id)) return null;
      for (const { file } of mine) seen.add(file);
      return { code: swap(code, mine), map: null };
    },
  };
}

/**
 * Holds the files that were changed while building against those that should have been.
 *
 * @throws Error that names a file which no build step has seen
 */
export function checkSeen(swaps: readonly Swap[], seen: ReadonlySet<string>): void {
  const left = swaps.filter((one) => !isWritten(one) && !seen.has(one.file)).map(({ file }) => file);
  if (left.length > 0) throw new Error(`Never seen while building: ${left.join(', ')}`);
}

/** Does the swaps of files that stand in the built folder as they are. */
export function swapWritten(folder: string, swaps: readonly Swap[]): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const one of swaps.filter(isWritten)) {
    const name = one.file.replace(/^(?:public|dist)\//, '');
    if (!files.includes(name)) throw new Error(`The build has no ${name}`);
    const path = join(folder, name);
    writeFileSync(path, swap(readFileSync(path, 'utf8'), [one]));
  }
}
