import type { Article } from '../../domain/article.ts';
import type { Day } from '../../domain/edtf.ts';
import type { Why } from '../../domain/mark.ts';
import type { SpeechModel } from '../modelFile.ts';
import { readSpeech } from '../readSpeech.ts';
import { segment } from '../segment.ts';
import { findActors } from '../world/actors.ts';
import { type DateMention, findDates } from '../world/dates.ts';
import { type FoundEvent, findEvents } from '../world/events.ts';
import { type FoundFlaw, findFlaws } from '../world/flaws.ts';
import { type FoundPlace, findPlaces } from '../world/places.ts';
import { type FoundRelation, findRelations } from '../world/relations.ts';
import { findNames } from '../world/resolve.ts';
import { type IndexedSpan, spanIndex } from '../world/spanIndex.ts';
import { isEnglish } from './intake.ts';
import type { LocalActor } from './localActor.ts';
import { localActors } from './localActors.ts';
import { type LocalStatement, localStatements, quotationsOnly } from './localStatements.ts';

/** A flaw of an article as the corpus flags it. */
type LocalFlag = { kind: FoundFlaw['kind']; note: string; spans: IndexedSpan[]; sure: number; why: Why[] };

/** All that one article says, with its actors by their places in `actors`. */
export type OneReading = {
  article: Article;
  english: boolean;
  actors: LocalActor[];
  statements: LocalStatement[];
  relations: FoundRelation[];
  events: FoundEvent[];
  places: FoundPlace[];
  flags: LocalFlag[];
  /** What nothing is read from. */
  cut: IndexedSpan[];
  /** How many relations were left out because they name nobody. */
  nameless: number;
};

/** Runs all stages over one article. `from` is the day that it was published, or that the coverage is counted from. */
export function readOne(article: Article, model: SpeechModel, from: Day): OneReading {
  const text = segment(article.text);
  const english = isEnglish(article);
  const flags = findFlaws(text)
    .filter(({ kind }) => english || kind === 'repeated')
    .map(flagOf);
  const cut = flags.filter(({ kind }) => kind === 'boilerplate' || kind === 'repeated').flatMap(({ spans }) => spans);
  const outside = spanIndex(cut);
  const nothing = { article, english, actors: [], relations: [], events: [], places: [], flags, cut, nameless: 0 };
  if (!english) return { ...nothing, statements: quotationsOnly({ article, text, cut: outside }) };
  const damaged = flags.filter(({ kind }) => kind !== 'typo').flatMap(({ spans }) => spans);
  const names = findNames(text);
  const { places } = findPlaces(text, cut, names);
  const dates = findDates(text, from);
  const speech = readSpeech(text, model, { publisher: article.publisher });
  const actors = localActors(text, speech.actors, findActors(text, cut, names), outside);
  const statements = localStatements(speech, { article, text, actors, dates, cut: outside });
  const claims = statements.map(({ content, speaker }) => ({
    content,
    speaker: speaker.status === 'unresolved' ? null : String(speaker.actor),
  }));
  const found = findRelations(text, { uses: actors.uses, dates, claims, damaged, from });
  // "Protesters clashed with police": who has no name on both sides is somebody else in each article.
  const isNamed = (id: string) => actors.actors[Number(id)]?.named === true;
  const relations = found.filter((one) => [...one.actors, ...one.recipients].some(isNamed));
  // A country or a building that says where something happens takes no part in it.
  const where = spanIndex(places.flatMap(({ mentions }) => mentions));
  const acting = actors.uses.filter((use) => isNamed(use.actor) && !use.where && !where.touches(use));
  const events = findEvents(text, withoutSaid(dates, statements), places, acting, cut);
  const nameless = found.length - relations.length;
  return { ...nothing, actors: actors.actors, statements, relations, events, places, nameless };
}

/** Dates that say when something was said date no event. */
function withoutSaid(dates: readonly DateMention[], statements: readonly LocalStatement[]): DateMention[] {
  const said = new Set(statements.flatMap((one) => (one.said ? [one.said.evidence.start] : [])));
  return dates.filter(({ start }) => !said.has(start));
}

/** How sure each kind of flag is, by judgement: no labelled set of flaws tells it. */
const SURE: Record<string, number> = { boilerplate: 85, repeated: 95, truncated: 75, garbled: 70, typo: 60 };
const WHY: Record<string, Why> = {
  boilerplate: 'flaw:furniture',
  repeated: 'flaw:repeated',
  truncated: 'flaw:cut',
  garbled: 'flaw:cut',
  typo: 'flaw:spelling',
};

/** Of words that stand several times the first ones are the article's own, unless they are its headline, which stands apart. */
function flagOf({ kind, note, spans, damaged }: FoundFlaw): LocalFlag {
  const own = kind === 'repeated' && !damaged ? spans.slice(1) : spans;
  const why = WHY[kind];
  return { kind, note, spans: own, sure: SURE[kind] ?? 60, why: why ? [why] : [] };
}
