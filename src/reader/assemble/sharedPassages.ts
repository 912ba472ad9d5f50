import type { Article } from '../../domain/article.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import type { IndexedSpan } from '../world/spanIndex.ts';
import { spanIndex } from '../world/spanIndex.ts';
import { digestOf, Ids } from './ids.ts';
import { evidenceOf } from './spans.ts';
import { machine } from './why.ts';

/** So many words in a row are looked up, from the beginning of a clause. */
const SHINGLE = 8;
/** A shared passage has at least so many. */
const FEWEST_WORDS = 10;
const MOST_SPANS = 500;
const LONGEST = 5000;

/** The words of a text as numbers; `clause` marks those that begin a clause, `paragraph` those that begin a paragraph. */
type Numbered = { starts: Int32Array; ends: Int32Array; ids: Int32Array; clause: Uint8Array; paragraph: Uint8Array };

function numbered(text: string, known: Map<string, number>, begins: ReadonlySet<number>): Numbered {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const made: Numbered = {
    starts: new Int32Array(words.length),
    ends: new Int32Array(words.length),
    ids: new Int32Array(words.length),
    clause: new Uint8Array(words.length),
    paragraph: new Uint8Array(words.length),
  };
  let last = 0;
  for (const [i, { 0: word, index }] of words.entries()) {
    const gap = text.slice(last, index);
    const key = word.toLowerCase();
    const id = known.get(key) ?? known.size;
    known.set(key, id);
    made.ids[i] = id;
    made.starts[i] = index;
    last = index + word.length;
    made.ends[i] = last;
    made.paragraph[i] = i === 0 || /[\r\n\u2028\u2029]/.test(gap) ? 1 : 0;
    made.clause[i] = made.paragraph[i] || /[^\s'’-]/.test(gap) || begins.has(index) ? 1 : 0;
  }
  return made;
}

function hashAt(ids: Int32Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ (ids[i] as number), 0x01000193) ^ (hash >>> 15);
  return hash >>> 0;
}

/** How many words two texts have in common from two places, at most to the end of a paragraph. */
function commonFrom(a: Numbered, i: number, b: Numbered, k: number): number {
  let size = 0;
  while (i + size < a.ids.length && k + size < b.ids.length) {
    if (a.ids[i + size] !== b.ids[k + size]) break;
    if (size > 0 && (a.paragraph[i + size] || b.paragraph[k + size])) break;
    if ((a.ends[i + size] as number) - (a.starts[i] as number) > LONGEST) break;
    if ((b.ends[k + size] as number) - (b.starts[k] as number) > LONGEST) break;
    size++;
  }
  return size;
}

/** An article with what is no part of it, and where something that somebody says begins. */
type Looked = {
  article: Article;
  cut: readonly IndexedSpan[];
  statements: readonly { content: readonly IndexedSpan[] }[];
};

/**
 * Finds words that several articles share, clause by clause: each clause is looked up once among the first ones that begin alike, so time and memory
 * grow with the sum of the texts.
 */
export function sharedPassages(articles: readonly Looked[]): TextFlag[] {
  const known = new Map<string, number>();
  const texts = articles.map(({ article, statements }) =>
    numbered(article.text, known, new Set(statements.flatMap(({ content }) => content.map(({ start }) => start)))),
  );
  const firsts = new Map<number, { text: number; at: number }>();
  const groups = new Map<string, { text: number; from: number; to: number }[]>();
  for (const [n, text] of texts.entries()) {
    const cuts = spanIndex(articles[n]?.cut ?? []);
    const own: [number, number][] = [];
    let done = 0;
    for (let i = 0; i + SHINGLE <= text.ids.length; i++) {
      if (!text.clause[i]) continue;
      const hash = hashAt(text.ids, i);
      const first = firsts.get(hash);
      if (!first) {
        own.push([hash, i]);
        continue;
      }
      if (i < done) continue;
      const size = commonFrom(texts[first.text] as Numbered, first.at, text, i);
      const span = { start: text.starts[i] as number, end: text.ends[i + size - 1] ?? 0 };
      if (size < FEWEST_WORDS || cuts.touches(span)) continue;
      const key = `${first.text} ${first.at} ${size}`;
      const group = groups.get(key) ?? [{ text: first.text, from: first.at, to: first.at + size }];
      groups.set(key, group);
      group.push({ text: n, from: i, to: i + size });
      done = i + size;
    }
    // Only now: an article shares nothing with itself.
    for (const [hash, at] of own) if (!firsts.has(hash)) firsts.set(hash, { text: n, at });
  }
  const ids = new Ids();
  return [...groups.values()].map((group) => {
    const spans = group.slice(0, MOST_SPANS).map(({ text: n, from, to }) => {
      const { starts, ends } = texts[n] as Numbered;
      const article = articles[n]?.article as Article;
      return evidenceOf(article, { start: starts[from] as number, end: ends[to - 1] as number });
    });
    const size = new Set(spans.map(({ article }) => article)).size;
    const id = `f-${digestOf('shared', ...spans.flatMap(({ article, start, end }) => [article, start, end]))}`;
    return {
      id: ids.take(id),
      kind: 'shared-passage',
      note: `The same words stand in ${size} articles.`,
      spans,
      mark: machine(95, ['twin']),
    };
  });
}
