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

/** The most cells of the comparison table, unless less is asked for; longer texts are compared at their beginning and end only. */
const LARGEST_TABLE = 400_000;

/** The words of a text with their places. An abbreviation, a contraction and a word with a hyphen are one word each. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    plain: match[0].toLowerCase().replaceAll('’', "'"),
  }));
}

/** Pairs of indexes of a longest common subsequence. Time and memory grow with the product of the lengths. */
function commonPairs(a: readonly Word[], b: readonly Word[], cells: number): [number, number][] {
  if (a.length * b.length > cells) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i]?.plain === b[j]?.plain ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.plain === b[j]?.plain) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** `commonPairs`, with what both begin and end with taken off first. */
function matchedPairs(a: readonly Word[], b: readonly Word[], cells: number): [number, number][] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head]?.plain === b[head]?.plain) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail]?.plain === b[b.length - 1 - tail]?.plain) tail += 1;
  const middle = commonPairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail), cells);
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [a.length - tail + index, b.length - tail + index]),
  ];
}

/**
 * Compares two texts word by word: a longest common subsequence of their words.
 *
 * @param cells the most cells of the comparison table, for whoever compares many texts
 */
export function wordingOf(textA: string, textB: string, cells = LARGEST_TABLE): Wording {
  const [a, b] = [wordsOf(textA), wordsOf(textB)];
  const pairs = matchedPairs(a, b, cells);
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
