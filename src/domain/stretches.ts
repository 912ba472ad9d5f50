import { folded } from './searchText.ts';

/** A run of a text, in UTF-16 code units, half open. It never cuts a character, nor a letter from its accents. */
export type Stretch = { start: number; end: number };

/** A text as it is compared: folded, and with one sigma, because a word does not know whether it will end where its letters do. */
export function plain(text: string): string {
  return folded(text).replaceAll('ς', 'σ');
}

/** The words of a search, as they are compared, each once; [] when there are none. */
export function plainWords(text: string): string[] {
  return [...new Set(plain(text).split(/\s+/))].filter((word) => word !== '');
}

/** Where in the folded text each word stands, as pairs of offsets; the words themselves may overlap. */
function occurrences(folding: string, words: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const word of words) {
    for (let at = folding.indexOf(word); at >= 0; at = folding.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length });
  }
  return found;
}

/** Sorted, with those that touch made one. */
function joined(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/**
 * Where the words stand in the text itself. Folding changes lengths ("ﬁ" becomes two letters, an accent none), so each unit of the
 * folded text remembers the character it came from, and a character takes its accents with it. `words` come from `plainWords`.
 */
export function stretchesOf(text: string, words: readonly string[]): Stretch[] {
  const found = occurrences(plain(text), words);
  if (found.length === 0) return [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const units = folded(character).length;
    const end = at + character.length;
    // What folds to nothing belongs to the character before it, and so to all of its units.
    if (units === 0) for (let unit = ends.length - 1; unit >= 0 && ends[unit] === at; unit -= 1) ends[unit] = end;
    for (let unit = 0; unit < units; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return joined(
    found.map(({ start, end }) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length })),
  );
}

/** A part of a text, and whether it is one of the words that were looked for. */
export type Part = { start: number; text: string; hit: boolean };

/** A text cut where the stretches begin and end. */
export function partsOf(text: string, stretches: readonly Stretch[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    if (start > at) parts.push({ start: at, text: text.slice(at, start), hit: false });
    parts.push({ start, text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at), hit: false });
  return parts;
}
