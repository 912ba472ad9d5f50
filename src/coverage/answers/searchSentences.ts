import { type Article, paragraphsOf } from '../../domain/article.ts';
import { once } from '../../domain/once.ts';
import { plain, type Stretch } from '../../domain/stretches.ts';

/** A sentence of an article; offsets are UTF-16 code units into its text. */
export type Sentence = { article: Article; paragraph: number; start: number; end: number };

/** Sentences, with their text as it is compared. */
type Folded = Sentence & { plain: string };

/** A paragraph, or a piece of a very long one. It is cut into sentences when they are first asked for. */
type Block = Folded & { sentences: Folded[] | null };

/** Longest piece that is cut into sentences at once: the segmenter takes time with the square of the length. */
const BLOCK = 4000;

/** Code units of text that one search cuts into sentences; beyond it, "at least" so many are said to be found. */
export const LOOK_LIMIT = 300_000;

/** A shorter block takes as long as one of so many code units. */
const LEAST = 1000;

/** Code units, times words, that one search looks through; beyond it, "at least" as well. */
const SCAN_LIMIT = 200_000_000;

/** Ends of the pieces of a run: all of it, or behind the last full stop, space or character that fits. */
function pieces(text: string, { start, end }: Stretch): Stretch[] {
  const out: Stretch[] = [];
  let from = start;
  while (end - from > BLOCK) {
    const window = text.slice(from, from + BLOCK);
    const stop = window.lastIndexOf('. ');
    const space = stop > 0 ? stop + 1 : window.lastIndexOf(' ');
    const cut = space > 0 ? space + 1 : /[\uD800-\uDBFF]$/.test(window) ? BLOCK - 1 : BLOCK;
    out.push({ start: from, end: from + cut });
    from += cut;
  }
  return [...out, { start: from, end }];
}

const blocksOf = once((article: Article): Block[] =>
  paragraphsOf(article).flatMap(({ number: paragraph, ...run }) =>
    pieces(article.text, run).map(
      ({ start, end }): Block => ({
        article,
        paragraph,
        start,
        end,
        plain: plain(article.text.slice(start, end)),
        sentences: null,
      }),
    ),
  ),
);

/** Null in a browser that has no segmenter. A language tag that it refuses is left to the reader's own language. */
function segmenterFor(language: string): Intl.Segmenter | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

/** The sentences of a block without the space around them; all of it is one where there is no segmenter. */
function sentencesOf(block: Block, segmenter: Intl.Segmenter | null): Folded[] {
  if (block.sentences) return block.sentences;
  const { article, paragraph, start, end } = block;
  const text = article.text.slice(start, end);
  const segments = segmenter ? [...segmenter.segment(text)] : [{ segment: text, index: 0 }];
  block.sentences = segments.flatMap(({ segment, index }) => {
    const words = segment.trim();
    if (words === '') return [];
    const from = start + index + segment.indexOf(words);
    return [{ article, paragraph, start: from, end: from + words.length, plain: plain(words) }];
  });
  return block.sentences;
}

/**
 * The sentences that have all the words, in the order of the articles. At most `limit` are given; `found` counts all of them, or,
 * with `atLeast`, those in the first `LOOK_LIMIT` of text that has the words. Time grows with the length of the text.
 */
export function sentencesWith(
  articles: readonly Article[],
  words: readonly string[],
  limit: number,
): { sentences: Sentence[]; found: number; atLeast: boolean } {
  const sentences: Sentence[] = [];
  let found = 0;
  let looked = 0;
  let scanned = 0;
  const segmenters = new Map<string, Intl.Segmenter | null>();
  const has = ({ plain: text }: Folded) => words.length > 0 && words.every((word) => text.includes(word));
  for (const article of articles) {
    for (const block of blocksOf(article)) {
      scanned += block.plain.length * words.length;
      if (scanned > SCAN_LIMIT) return { sentences, found, atLeast: true };
      if (!has(block)) continue;
      if (looked > LOOK_LIMIT) return { sentences, found, atLeast: true };
      looked += Math.max(LEAST, block.end - block.start);
      const { language } = article;
      const segmenter = segmenters.get(language) ?? segmenterFor(language);
      segmenters.set(language, segmenter);
      for (const sentence of sentencesOf(block, segmenter).filter(has)) {
        found += 1;
        if (sentences.length < limit) sentences.push(sentence);
      }
    }
  }
  return { sentences, found, atLeast: false };
}
