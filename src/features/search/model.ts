import { applyFilters } from '../../domain/applyFilters.ts';
import type { Dataset } from '../../domain/corpus.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Slug } from '../../domain/slug.ts';
import { plural } from '../../ui/plural.ts';
import { type HitWay, wayTo } from './marks.ts';
import { type Hit, namesWith } from './names.ts';
import { type Sentence, sentencesWith } from './sentences.ts';
import { plainWords, type Stretch, stretchesOf } from './stretches.ts';

/** Most that are listed of each kind. */
export const SHOWN = { actors: 8, places: 6, sentences: 20 } as const;

/** Longest text of a sentence that is listed whole, in UTF-16 code units; of a longer one, the part around the first hit. */
const EXCERPT = 280;

/** A sentence that has all the words. `text` is all of it or, where `before` or `after` says so, a part; the stretches are within `text`. */
export type SentenceHit = {
  article: Slug;
  /** Counts from 1. */
  paragraph: number;
  /** The whole sentence, in the text of the article. */
  start: number;
  end: number;
  text: string;
  /** Where `text` begins in the text of the article. */
  textStart: number;
  before: boolean;
  after: boolean;
  stretches: Stretch[];
  way: HitWay;
};

/** What was found. The lists are cut to `SHOWN`; `found` counts all, and `atLeast` says that there may be more sentences. */
export type Results = {
  actors: Hit[];
  places: Hit[];
  sentences: SentenceHit[];
  found: { actors: number; places: number; sentences: number };
  atLeast: boolean;
  total: number;
};

/** A part of a long sentence that begins and ends at spaces near the first hit, or does not cut a character. */
function excerptOf(text: string, stretches: readonly Stretch[]): Stretch {
  if (text.length <= EXCERPT) return { start: 0, end: text.length };
  const first = stretches[0]?.start ?? 0;
  const wanted = Math.floor(Math.min(Math.max(0, first - EXCERPT / 3), text.length - EXCERPT));
  const space = wanted === 0 ? -1 : text.indexOf(' ', wanted);
  const from = wanted === 0 ? 0 : space >= 0 && space < first ? space + 1 : first;
  const stop = text.lastIndexOf(' ', from + EXCERPT);
  const end = from + EXCERPT >= text.length ? text.length : stop > first ? stop : from + EXCERPT;
  // A stretch never begins or ends inside a character: a cut that would fall into one goes to its end.
  const cut = stretches.find((stretch) => stretch.start < end && stretch.end > end)?.end ?? end;
  return { start: from, end: /[\uD800-\uDBFF]/.test(text.charAt(cut - 1)) ? cut + 1 : cut };
}

function sentenceHit(
  { article, paragraph, start, end }: Sentence,
  words: string[],
  whole: Dataset,
  slice: Dataset,
): SentenceHit {
  const sentence = article.text.slice(start, end);
  const all = stretchesOf(sentence, words);
  const excerpt = excerptOf(sentence, all);
  const inArticle = all.map((stretch) => ({ start: start + stretch.start, end: start + stretch.end }));
  return {
    article: article.id,
    paragraph,
    start,
    end,
    text: sentence.slice(excerpt.start, excerpt.end),
    textStart: start + excerpt.start,
    before: excerpt.start > 0,
    after: excerpt.end < sentence.length,
    stretches: all
      .filter((stretch) => stretch.start >= excerpt.start && stretch.end <= excerpt.end)
      .map((stretch) => ({ start: stretch.start - excerpt.start, end: stretch.end - excerpt.start })),
    way: wayTo(whole, slice, article.id, { start, end }, inArticle),
  };
}

/**
 * Actors, places and sentences that have all the words of a text, without regard to case and accents. Nothing is found for a text
 * without words. The slice decides only which passage of a mark the reader would show.
 */
export function searchResults(whole: Dataset, text: string, slice: Dataset = whole): Results {
  const words = plainWords(text);
  if (words.length === 0) {
    const found = { actors: 0, places: 0, sentences: 0 };
    return { actors: [], places: [], sentences: [], found, atLeast: false, total: 0 };
  }
  const actors = namesWith(whole.actors, words, SHOWN.actors);
  const places = namesWith(whole.places, words, SHOWN.places);
  const { sentences, found, atLeast } = sentencesWith(whole.articles, words, SHOWN.sentences);
  return {
    actors: actors.hits,
    places: places.hits,
    sentences: sentences.map((sentence) => sentenceHit(sentence, words, whole, slice)),
    found: { actors: actors.found, places: places.found, sentences: found },
    atLeast,
    total: actors.found + places.found + found,
  };
}

/** One line of the list: what Enter does follows from its kind. */
export type Option =
  | { key: string; kind: 'actor' | 'place'; hit: Hit }
  | { key: string; kind: 'sentence'; hit: SentenceHit }
  | { key: string; kind: 'filter' };

/** The lines of the list in the order in which the arrow keys walk them. The last one filters by the words. */
export function optionsOf({ actors, places, sentences }: Results): Option[] {
  return [
    ...actors.map((hit): Option => ({ key: `actor:${hit.id}`, kind: 'actor', hit })),
    ...places.map((hit): Option => ({ key: `place:${hit.id}`, kind: 'place', hit })),
    ...sentences.map((hit): Option => ({ key: `sentence:${hit.article}:${hit.start}`, kind: 'sentence', hit })),
    { key: 'filter', kind: 'filter' },
  ];
}

/** How many statements stay with these words beside the filters that are on. */
export function statementsLeft(whole: Dataset, filters: Filters, text: string): number {
  return applyFilters(whole, { ...filters, text }).statements.length;
}

/** What was found, in words: "3 results: 1 actor, 2 sentences". */
export function summaryOf({ found, atLeast, total }: Results): string {
  const kinds = [
    ...(found.actors > 0 ? [plural(found.actors, 'actor')] : []),
    ...(found.places > 0 ? [plural(found.places, 'place')] : []),
    ...(found.sentences > 0 ? [plural(found.sentences, 'sentence')] : []),
  ];
  return `${atLeast ? 'At least ' : ''}${plural(total, 'result')}: ${kinds.join(', ')}`;
}
