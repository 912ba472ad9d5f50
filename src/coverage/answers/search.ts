import { applyFilters } from '../../domain/applyFilters.ts';
import type { Article } from '../../domain/article.ts';
import { lookalikesIn } from '../../domain/names.ts';
import { placeById } from '../../domain/placeById.ts';
import type { Slug } from '../../domain/slug.ts';
import { plainWords, type Stretch, stretchesOf } from '../../domain/stretches.ts';
import type { Question, Selected } from '../coverage.ts';
import { type HitWay, wayTo } from './searchMarks.ts';
import { type Hit, namesWith } from './searchNames.ts';
import { type Sentence, sentencesWith } from './searchSentences.ts';

/** Most that are listed of each kind. */
export const MOST_FOUND = { actors: 8, places: 6, sentences: 20 } as const;

/** Longest text of a sentence that is listed whole, in UTF-16 code units; of a longer one, the part around the first hit. */
const EXCERPT = 280;

/** A sentence that has all the words. `text` is all of it or, where `before` or `after` says so, a part; the stretches are within `text`. */
export type SentenceHit = {
  article: Slug;
  badge: string;
  place: number;
  language: Article['language'];
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

/** What was found. The lists are cut to `MOST_FOUND`; `found` counts all, and `atLeast` says that there may be more sentences. */
export type SearchAnswer = {
  /** What was searched for, as it was asked. */
  text: string;
  actors: Hit[];
  places: Hit[];
  sentences: SentenceHit[];
  found: { actors: number; places: number; sentences: number };
  atLeast: boolean;
  total: number;
  /** How many statements stay with these words beside the filters that are on. */
  left: number;
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
  { whole, slice }: Selected,
): SentenceHit {
  const sentence = article.text.slice(start, end);
  const all = stretchesOf(sentence, words);
  const excerpt = excerptOf(sentence, all);
  const inArticle = all.map((stretch) => ({ start: start + stretch.start, end: start + stretch.end }));
  return {
    article: article.id,
    badge: article.badge,
    place: placeById(whole.articles, article.id),
    language: article.language,
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
 * Actors, places and sentences that have all the words of a text, without regard to case and accents. Nothing is found for a text without words.
 * What is selected decides only which passage of a mark the reader would show.
 */
export const SEARCH: Question<{ text: string }, SearchAnswer> = {
  name: 'search',
  answer: (of, { text }) => {
    const { whole, filters } = of;
    const words = plainWords(text);
    const actors = namesWith(whole.actors, words, MOST_FOUND.actors, lookalikesIn(whole));
    const places = namesWith(whole.places, words, MOST_FOUND.places);
    const { sentences, found, atLeast } = sentencesWith(whole.articles, words, MOST_FOUND.sentences);
    return {
      text,
      actors: actors.hits,
      places: places.hits,
      sentences: sentences.map((sentence) => sentenceHit(sentence, words, of)),
      found: { actors: actors.found, places: places.found, sentences: found },
      atLeast,
      total: actors.found + places.found + found,
      left: applyFilters(whole, { ...filters, text }).statements.length,
    };
  },
};
