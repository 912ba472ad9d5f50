import type { Slug } from '../../domain/slug.ts';
import { type TextPart, textParts } from '../../domain/unseen.ts';
import type { Opened, Pair } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import type { Join } from './tellings/joins.ts';
import type { ToldParagraph } from './tellings/paragraphs.ts';
import { type Telling, tellingsOf } from './tellings/sideBySide.ts';

/** A run of a paragraph to which the same applies. `only`: words that the joined paragraph lacks. */
export type PieceRow = { start: number; parts: TextPart[]; join: string | null; only: boolean };

/** One paragraph, or consecutive ones with the same words: the numbers of the first and the last. */
export type ParagraphRow = Pick<ToldParagraph, 'kind' | 'joins' | 'opened'> & {
  first: number;
  last: number;
  pieces: PieceRow[];
};

/** One article of a pair. `place` is its place in the coverage, from 0. */
export type TellingRow = {
  id: Slug;
  badge: string;
  headline: string;
  place: number;
  paragraphs: ParagraphRow[];
  /** Number of its paragraphs that are joined to none of the other's; what is not part of the article does not count. */
  onlyHere: number;
};

/** One article's end of a join: its first paragraph, what opens it, and words of the passage that the other lacks. */
type JoinEnd = { article: Slug; number: number; opened: Opened; only: string[] };

/** A passage that stands in both articles, and how many of its words are the same. */
export type JoinRow = { key: string; a: JoinEnd; b: JoinEnd; same: boolean; equal: number };

/** Two articles side by side, as much of them as is compared at most, and how many disagreements they have. */
export type TellingsAnswer = {
  a: TellingRow;
  b: TellingRow;
  joins: JoinRow[];
  disagreements: number;
  /** What of the articles is not laid side by side, in words; null where all of them is. */
  left: string | null;
};

function paragraphRow(text: string, { numbers, kind, pieces, joins, opened }: ToldParagraph): ParagraphRow {
  return {
    first: numbers[0],
    last: numbers.at(-1) ?? numbers[0],
    kind,
    joins,
    opened,
    pieces: pieces.map(({ start, text: words, join, only }) => ({
      start,
      parts: textParts(text, start, start + words.length),
      join,
      only: only === true && /\p{L}|\p{N}/u.test(words),
    })),
  };
}

function tellingRow({ article, place, paragraphs, onlyHere }: Telling): TellingRow {
  const { id, badge, headline, text } = article;
  return { id, badge, headline, place, onlyHere, paragraphs: paragraphs.map((one) => paragraphRow(text, one)) };
}

function joinRow({ key, a, b, wording: { same, equal, parts } }: Join): JoinRow {
  const end = (side: 'a' | 'b', { article, numbers, opened }: Join['a']): JoinEnd => ({
    article,
    number: numbers[0] ?? 1,
    opened,
    only: parts.filter((part) => part.in === side).map(({ words }) => words),
  });
  return { key, a: end('a', a), b: end('b', b), same, equal };
}

/** Two articles side by side, always whole; the first two unless a pair is asked for that is there. Null with fewer than two. */
export const TELLINGS: Question<{ pair: Pair | null }, TellingsAnswer | null> = {
  name: 'tellings',
  answer: ({ whole }, { pair }) => {
    const tellings = tellingsOf(whole, pair);
    if (!tellings) return null;
    const { a, b, joins, disagreements, left } = tellings;
    return {
      a: tellingRow(a),
      b: tellingRow(b),
      joins: joins.map(joinRow),
      disagreements: disagreements.length,
      left,
    };
  },
};
