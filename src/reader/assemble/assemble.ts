import { problemLine } from '../../corpus/problem.ts';
import { readCorpus } from '../../corpus/readCorpus.ts';
import { type Corpus, SCHEMA_VERSION } from '../../domain/corpus.ts';
import { byPlaceInText, type Evidence } from '../../domain/evidence.ts';
import type { Slug } from '../../domain/slug.ts';
import type { DraftNote } from '../draft.ts';
import { READER_VERSION } from '../version.ts';
import { asName, byUnits, clipped, digestOf } from './ids.ts';
import { joinActors } from './joinActors.ts';
import { joinPlaces } from './joinPlaces.ts';
import { claimedAnew, joinEvents, joinFlags, joinRelations } from './others.ts';
import type { OneReading } from './readOne.ts';
import { sharedPassages } from './sharedPassages.ts';
import { joinStatements } from './statements.ts';
import { joinTwins } from './twins.ts';

/** What a coverage is called and counted from. */
export type CorpusIdentity = { id: Slug | undefined; title: string | undefined; asOf: Corpus['asOf'] };

/** Stage 15 makes one corpus of what all articles say, and passes it through the door. */
export function assemble(
  readings: readonly OneReading[],
  { id, title, asOf }: CorpusIdentity,
  minSure: number,
): { corpus: Corpus; notes: DraftNote[] } {
  const actors = joinActors(readings);
  const places = joinPlaces(readings);
  const statements = joinTwins(joinStatements(readings, actors, minSure), minSure);
  const { events, flags: contradictions } = joinEvents(readings, actors, places, minSure);
  const articles = readings.map(({ article }) => article);
  const order = inTextOrder(articles.map((article) => article.id));
  const corpus: Corpus = {
    schemaVersion: SCHEMA_VERSION,
    id: id ?? `coverage-${digestOf(...articles.map((article) => article.id).sort())}`,
    title: (title === undefined ? null : asName(title)) ?? titleOf(articles),
    made: { reader: 'dateline', version: READER_VERSION, on: null },
    reference: [],
    asOf,
    articles,
    actors: actors.actors,
    places: places.places,
    topics: [],
    statements: order(statements, (one) => one.content),
    relations: order(claimedAnew(joinRelations(readings, actors, minSure), statements), (one) => one.evidence),
    venues: order(
      places.venues.filter(({ mark }) => mark.by === 'person' || mark.sure >= minSure),
      (one) => one.evidence,
    ),
    events: order(events, (one) => one.evidence),
    flags: order([...joinFlags(readings), ...contradictions, ...sharedPassages(readings)], (one) => one.spans),
  };
  const notes = [...places.notes];
  return { corpus: throughTheDoor(corpus), notes };
}

/**
 * Puts claims in the order of the articles and their texts, by their first words: an import into a coverage keeps this order, and writes nothing anew
 * where nothing is new.
 */
function inTextOrder(articles: Slug[]) {
  const inText = byPlaceInText(articles);
  return <T extends { id: Slug } | { place: Slug }>(claims: readonly T[], wordsOf: (claim: T) => readonly Evidence[]) =>
    [...claims].sort((a, b) => {
      const [one, other] = [wordsOf(a)[0], wordsOf(b)[0]];
      return one && other ? inText(one, other) || byUnits(nameOf(a), nameOf(b)) : 0;
    });
}

const nameOf = (claim: { id: Slug } | { place: Slug }): string => ('id' in claim ? claim.id : claim.place);

function titleOf(articles: readonly Corpus['articles'][number][]): string {
  const first = asName(articles[0]?.headline ?? '') ?? 'Untitled';
  const more = articles.length - 1;
  if (more === 0) return first;
  return `${clipped(first, 160)} and ${more} more ${more === 1 ? 'article' : 'articles'}`;
}

/** Passes a corpus through the door. */
function throughTheDoor(corpus: Corpus): Corpus {
  const result = readCorpus(corpus);
  if (result.ok) return result.corpus;
  // What the door refuses here is an error of the reader: nothing wrong is written down, and nothing is hidden.
  const lines = result.problems.slice(0, 5).map(problemLine);
  throw new Error(`The reader made a corpus that the door refuses: ${lines.join('; ')}`);
}
