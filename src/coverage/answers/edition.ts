import type { Dataset } from '../../domain/corpus.ts';
import type { Question, Selected } from '../coverage.ts';
import { type StatementRow, statementRows } from './editionStatements.ts';
import {
  type EventLine,
  eventLines,
  type FlagGroup,
  flagGroups,
  type TieLine,
  tieLines,
  type VenueLine,
  venueLines,
} from './editionTables.ts';
import { type Note, type NoteSource, noteBook, sourceOf } from './footnotes.ts';
import { SHOWN, type Shown } from './shown.ts';

/** Most rows of each table that are printed: more would hold up the page that prints them, and fill a book. What is left out is said. */
export const PRINTED = { statements: 500, ties: 300, venues: 100, events: 300, flags: 300, sources: 500 } as const;

/** An article of the coverage as the list of sources names it. Null is unknown. */
export type SourceLine = {
  id: string;
  source: NoteSource;
  headline: string;
  publisher: string | null;
  published: string | null;
  url: string | null;
  language: string;
  /** How many footnotes stand in it. */
  notes: number;
};

/** A view as it is printed: rows in reading order, the footnotes that they cite, and the articles. */
export type Edition = {
  /** How much there is, printed or not. */
  shown: Shown;
  settled: StatementRow[];
  unresolved: StatementRow[];
  ties: TieLine[];
  venues: VenueLine[];
  events: EventLine[];
  flags: FlagGroup[];
  notes: Note[];
  /** Whether some passages have no note, because there are too many. */
  notesCut: boolean;
  sources: SourceLine[];
};

/** The articles that are listed: all of few, and of many first those that are cited. */
function sourcesOf({ articles }: Dataset, cited: Map<string, number>): Dataset['articles'] {
  if (articles.length <= PRINTED.sources) return articles;
  const named = new Set(articles.filter(({ id }) => cited.has(id)));
  for (const article of articles) if (named.size < PRINTED.sources) named.add(article);
  return articles.filter((article) => named.has(article));
}

/**
 * The edition of a slice, as far as it is printed. Footnotes are numbered in the order of their first citing, from the first statement to the last flag; every
 * passage that something shown rests on lies in a footnote that it cites.
 */
function editionOf(of: Selected): Edition {
  const { whole, slice } = of;
  const book = noteBook(whole);
  // In reading order, since the order of the calls is the order of the numbers.
  const statements = statementRows(whole, slice, book, PRINTED.statements);
  const ties = tieLines(whole, slice, book, PRINTED.ties);
  const venues = venueLines(whole, slice, book, PRINTED.venues);
  const events = eventLines(whole, slice, book, PRINTED.events);
  const flags = flagGroups(slice, book, PRINTED.flags);
  const notes = book.notes();
  const cited = new Map<string, number>();
  for (const { article } of notes) cited.set(article, (cited.get(article) ?? 0) + 1);
  const sources = sourcesOf(whole, cited).map(({ id, headline, publisher, published, url, language }) => ({
    id,
    source: sourceOf(whole, id),
    headline,
    publisher,
    published,
    url,
    language,
    notes: cited.get(id) ?? 0,
  }));
  return {
    shown: SHOWN.answer(of, null),
    ...statements,
    ties,
    venues,
    events,
    flags,
    notes,
    notesCut: book.isCut(),
    sources,
  };
}

/** What is selected as it is printed. */
export const EDITION: Question<null, Edition> = {
  name: 'edition',
  answer: editionOf,
};
