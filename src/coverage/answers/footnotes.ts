import { paragraphNumbers } from '../../domain/article.ts';
import { type Dataset, itemById } from '../../domain/corpus.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { placeById } from '../../domain/placeById.ts';
import type { Slug } from '../../domain/slug.ts';

/** The article that something stands in: its badge, and its place among the articles, which decides how the badge is filled. */
export type NoteSource = { badge: string; place: number };

/** One citing of a footnote: its number, and the how-many-th citing of it this is. Both count from 1. */
export type Cite = { note: number; at: number };

/** A footnote: words exactly as they stand in an article, and where they do. */
export type Note = {
  number: number;
  source: NoteSource;
  article: Slug;
  /** The first and last paragraph that the words touch, counted from 1. */
  paragraphs: [first: number, last: number];
  exact: string;
  /** How often it is cited. */
  cited: number;
};

/** Most footnotes that one row cites, and most that are printed. */
export const MOST_CITED = 40;
export const MOST_NOTES = 3000;

/** Gives footnotes their numbers, in the order in which they are first cited. */
export type NoteBook = {
  /** The footnotes of these passages: the same passage has the same number everywhere. */
  cite: (passages: Evidence[]) => Cite[];
  notes: () => Note[];
  /** Whether passages were left out: of one row, or because there are too many notes. */
  isCut: () => boolean;
};

/** The badge of an article and its place; its id where the table has no such article. */
export function sourceOf(whole: Dataset, article: Slug): NoteSource {
  const found = itemById(whole.articles, article);
  return found ? { badge: found.badge, place: placeById(whole.articles, article) } : { badge: article, place: 0 };
}

/** An empty book of footnotes over the articles of a coverage. */
export function noteBook(whole: Dataset): NoteBook {
  const known = new Map<string, Note>();
  let isCut = false;
  const noteOf = (passage: Evidence): Note => {
    const { article: id, start, end, exact } = passage;
    const key = `${id} ${start} ${end}`;
    const old = known.get(key);
    if (old) return old;
    const article = itemById(whole.articles, id);
    const numbers = article ? paragraphNumbers(article, start, end) : [];
    const first = numbers[0] ?? 1;
    const paragraphs: Note['paragraphs'] = [first, numbers.at(-1) ?? first];
    const note = { number: known.size + 1, source: sourceOf(whole, id), article: id, paragraphs, exact, cited: 0 };
    known.set(key, note);
    return note;
  };
  return {
    cite: (passages) => {
      const notes = new Set<Note>();
      for (const passage of passages) {
        if (notes.size === MOST_CITED || known.size === MOST_NOTES) {
          isCut = true;
          break;
        }
        notes.add(noteOf(passage));
      }
      return [...notes].map((note) => {
        note.cited += 1;
        return { note: note.number, at: note.cited };
      });
    },
    isCut: () => isCut,
    notes: () => [...known.values()],
  };
}

const QUOTATION_MARK = /^["“”'‘’«»]$/;

/**
 * The passages of one attribution as they are quoted in a footnote: for each paragraph one stretch of the article, from the first of
 * its words to the last, so that who said it, in what way and what stand together as they do in the text. A quotation mark right
 * beside a stretch belongs to it.
 */
export function stretchesOf(whole: Dataset, passages: Evidence[]): Evidence[] {
  const stretches = new Map<string, Evidence>();
  for (const passage of passages) {
    const article = itemById(whole.articles, passage.article);
    const paragraph = article ? paragraphNumbers(article, passage.start, passage.end)[0] : undefined;
    const key = `${passage.article} ${paragraph}`;
    const old = stretches.get(key);
    const start = Math.min(passage.start, old?.start ?? passage.start);
    const end = Math.max(passage.end, old?.end ?? passage.end);
    const exact = article ? article.text.slice(start, end) : passage.exact;
    stretches.set(key, { article: passage.article, start, end, exact });
  }
  return [...stretches.values()].map(({ article: id, start, end, exact }) => {
    const text = itemById(whole.articles, id)?.text ?? exact;
    const from = QUOTATION_MARK.test(text.charAt(start - 1)) ? start - 1 : start;
    const to = QUOTATION_MARK.test(text.charAt(end)) ? end + 1 : end;
    return { article: id, start: from, end: to, exact: text.slice(from, to) };
  });
}
