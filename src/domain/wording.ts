import { diffArrays } from 'diff';

/** A run of a text as offsets in UTF-16 code units, half open. */
export type Run = { start: number; end: number };

/** A stretch of two texts compared word by word: words of both, or of one only. The words are the first text's where both have them. */
type WordingPart = { in: 'both' | 'a' | 'b'; words: string };

/** Two texts compared word by word, without regard to capitals and to the signs between words. */
export type Wording = {
  /** True when both have the same words in the same order. */
  same: boolean;
  /** Number of words that both have, in order. */
  equal: number;
  parts: WordingPart[];
  /** Where each text has words that the other lacks. */
  onlyA: Run[];
  onlyB: Run[];
};

type Word = Run & { plain: string };

/** The most steps of a comparison, unless less is asked for; texts that take more are compared at their beginning and end only. */
const MOST_STEPS = 400_000;

/** The words of a text with their places. An abbreviation, a contraction and a word with a hyphen are one word each. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    plain: match[0].toLowerCase().replaceAll('’', "'"),
  }));
}

/** What two lists begin and end with alike, as pairs of indexes. */
function sameEnds(a: readonly string[], b: readonly string[]): [number, number][] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const pair = (at: number): [number, number] => [at, at];
  return [
    ...Array.from({ length: head }, (_, at) => pair(at)),
    ...Array.from({ length: tail }, (_, at): [number, number] => [a.length - tail + at, b.length - tail + at]),
  ];
}

/** Pairs of indexes of what two lists have in common, in order. Lists that differ in too much are compared at both ends only. */
function matchedPairs(a: readonly string[], b: readonly string[], steps: number): [number, number][] {
  const changes = diffArrays([...a], [...b], { maxEditLength: steps / (a.length + b.length + 1) });
  if (!changes) return sameEnds(a, b);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) pairs.push([i + at, j + at]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/**
 * Compares two texts word by word: a longest common subsequence of their words (Myers 1986, by the package `diff`).
 *
 * @param steps the most steps, words times differences, for whoever compares many texts
 */
export function wordingOf(textA: string, textB: string, steps = MOST_STEPS): Wording {
  const [a, b] = [wordsOf(textA), wordsOf(textB)];
  const plain = (words: readonly Word[]) => words.map((word) => word.plain);
  const pairs = matchedPairs(plain(a), plain(b), steps);
  const wording: Wording = {
    same: pairs.length === a.length && pairs.length === b.length,
    equal: pairs.length,
    parts: [],
    onlyA: [],
    onlyB: [],
  };
  const put = (where: WordingPart['in'], text: string, words: readonly Word[]) => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) return;
    const run = { start: first.start, end: last.end };
    wording.parts.push({ in: where, words: text.slice(run.start, run.end) });
    if (where === 'a') wording.onlyA.push(run);
    if (where === 'b') wording.onlyB.push(run);
  };
  let [i, j, shared]: [number, number, Word[]] = [0, 0, []];
  for (const [nextA, nextB] of [...pairs, [a.length, b.length] as const]) {
    if (nextA > i || nextB > j) {
      put('both', textA, shared);
      shared = [];
      put('a', textA, a.slice(i, nextA));
      put('b', textB, b.slice(j, nextB));
    }
    const word = a[nextA];
    if (word) shared.push(word);
    [i, j] = [nextA + 1, nextB + 1];
  }
  put('both', textA, shared);
  return wording;
}
