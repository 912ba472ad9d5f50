import { ACCEPTED_AT_ONCE } from '../coverage/answers/acceptedAtOnce.ts';
import { ACTOR_NAMES } from '../coverage/answers/actorNames.ts';
import { ARTICLE } from '../coverage/answers/article.ts';
import { CARDS } from '../coverage/answers/cards.ts';
import { CHIPS } from '../coverage/answers/chips.ts';
import { DISAGREEMENTS } from '../coverage/answers/disagreements.ts';
import { EDITION } from '../coverage/answers/edition.ts';
import { EMPTY_SLICE } from '../coverage/answers/emptySlice.ts';
import { EVENT_COUNTS } from '../coverage/answers/eventCounts.ts';
import { EVENTS } from '../coverage/answers/events.ts';
import { FACET } from '../coverage/answers/facet.ts';
import { FILTER_WORDS } from '../coverage/answers/filterWords.ts';
import { HEADLINE } from '../coverage/answers/headline.ts';
import { KNOWN_FILTERS } from '../coverage/answers/knownFilters.ts';
import { MARK_NAME } from '../coverage/answers/markName.ts';
import { NETWORK } from '../coverage/answers/network.ts';
import { PASSAGE } from '../coverage/answers/passage.ts';
import { PASSAGE_COUNTS } from '../coverage/answers/passageCounts.ts';
import { PLACE_COUNTS } from '../coverage/answers/placeCounts.ts';
import { PLACED_VENUES } from '../coverage/answers/placedVenues.ts';
import { PLACES } from '../coverage/answers/places.ts';
import { SCENES } from '../coverage/answers/scenes.ts';
import { SEARCH } from '../coverage/answers/search.ts';
import { SHOWN } from '../coverage/answers/shown.ts';
import { SPEAKERS } from '../coverage/answers/speakers.ts';
import { TELLINGS } from '../coverage/answers/tellings.ts';
import { TIE_COUNTS } from '../coverage/answers/tieCounts.ts';
import { TIE_MATRIX } from '../coverage/answers/tieMatrix.ts';
import { TIES } from '../coverage/answers/ties.ts';
import { WORDINGS } from '../coverage/answers/wordings.ts';
import type { AnyQuestion } from '../coverage/coverage.ts';
import { ANNOTATION_FILE } from '../exports/annotations.ts';
import { CORPUS_FILE } from '../exports/corpusFile.ts';
import { NETWORK_FILE } from '../exports/gexf.ts';
import { TABLE_FILE } from '../exports/tables.ts';

/** All that may be asked of a coverage. What a part of the screen asks is in that part's code; a worker has to know all of it. */
const ALL = [
  ACCEPTED_AT_ONCE,
  ACTOR_NAMES,
  ANNOTATION_FILE,
  ARTICLE,
  CARDS,
  CHIPS,
  CORPUS_FILE,
  DISAGREEMENTS,
  EDITION,
  EMPTY_SLICE,
  EVENTS,
  EVENT_COUNTS,
  FACET,
  FILTER_WORDS,
  HEADLINE,
  KNOWN_FILTERS,
  MARK_NAME,
  NETWORK,
  NETWORK_FILE,
  PASSAGE,
  PASSAGE_COUNTS,
  PLACED_VENUES,
  PLACES,
  PLACE_COUNTS,
  SCENES,
  SEARCH,
  SHOWN,
  SPEAKERS,
  TABLE_FILE,
  TELLINGS,
  TIES,
  TIE_COUNTS,
  TIE_MATRIX,
  WORDINGS,
] as unknown as AnyQuestion[];

/** The questions by name. */
export const QUESTIONS = new Map(ALL.map((question) => [question.name, question]));

/** What a desk asks when it is first shown, so far as that is the same on every screen: what it looks up is found then. */
export const FIRST_QUESTIONS: [question: AnyQuestion, wants: unknown][] = (
  [
    [KNOWN_FILTERS, null],
    [SHOWN, null],
    [CHIPS, { facets: ['kinds', 'tieKinds'] }],
    [TIE_COUNTS, null],
    [PLACE_COUNTS, null],
    [EVENT_COUNTS, null],
    [SPEAKERS, { speakers: 40, about: 40 }],
    [CARDS, { order: 'weight', from: 0, size: 60 }],
    [FACET, { facet: 'actors', first: 40, order: 'most' }],
  ] as const
).map(([question, wants]) => [question as unknown as AnyQuestion, wants]);
