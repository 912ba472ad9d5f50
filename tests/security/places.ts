import type { Corpus } from '../../src/domain/corpus.ts';
import { placesOf } from './fields.ts';

/** Where a view shows a field: every string of the field is the whole text, or the name, of an element of its own there. */
export type Place = {
  field: string;
  /** The elements, in any order. */
  at: string;
  /** Whether the string is the text of the element, stands in it, or begins its accessible name. */
  as: 'text' | 'part' | 'name';
  /** The strings, where not all of the field are shown there. */
  given?: (corpus: Corpus) => string[];
  /** Whether only some of them are shown: then whatever is shown is one of them. */
  some?: true;
};

/** A view of what is open, by its link, with the places of its fields. */
export type ViewPlaces = {
  name: string;
  link: string;
  places: Place[];
  /** Whether it is a page of its own, which takes no other view and no file: it is loaded, and shows the built-in coverage. */
  own?: true;
};

const CARD = 'article[data-kind]';
const unresolved = ({ statements }: Corpus) => statements.filter(({ speaker }) => speaker.status === 'unresolved');
const resolved = ({ statements }: Corpus) => statements.filter(({ speaker }) => speaker.status !== 'unresolved');
const nameOf = ({ actors }: Corpus, id: string) => actors.find((actor) => actor.id === id)?.name ?? '';
const sourceWords = (corpus: Corpus) => unresolved(corpus).map(({ source }) => source?.exact ?? '');
const venuePlaces = ({ venues, places }: Corpus) =>
  venues.map(({ place }) => places.find(({ id }) => id === place)?.name ?? '');
const speakers = (corpus: Corpus) =>
  resolved(corpus).map(({ speaker }) => (speaker.status === 'unresolved' ? '' : nameOf(corpus, speaker.actor)));
const relays = (corpus: Corpus) => corpus.statements.map(({ relay }) => nameOf(corpus, relay?.actor ?? ''));

/** Whose ties have a side of their own: those of a talk stand together, by "and". */
const actsAlone = (corpus: Corpus) =>
  corpus.relations.filter(({ event }) => event !== 'CONSULT').map(({ actors }) => nameOf(corpus, actors[0] ?? ''));

const WALL: Place[] = [
  { field: 'statements[].content[].exact', at: `${CARD} blockquote bdi`, as: 'text' },
  { field: 'statements[].cue[].exact', at: `${CARD} > p:first-of-type > bdi`, as: 'text' },
  {
    field: 'statements[].source.exact',
    at: `${CARD}[data-certainty="unresolved"] > p:first-of-type b bdi`,
    as: 'text',
    given: sourceWords,
  },
  { field: 'statements[].speaker.reason', at: `${CARD} > p:nth-of-type(2) > bdi`, as: 'text' },
  { field: 'actors[].name', at: `${CARD} [data-focus$=":speaker"] bdi`, as: 'text', given: speakers },
  { field: 'actors[].name', at: `${CARD} [data-focus$=":relay"] bdi`, as: 'text', given: relays },
];
const VENUES: Place[] = [
  {
    field: 'places[].name',
    at: 'th[scope="row"] > button[data-focus^="venue:"] > bdi',
    as: 'text',
    given: venuePlaces,
  },
  { field: 'places[].name', at: '[data-focus^="map:place"]', as: 'name', given: venuePlaces },
  { field: 'venues[].claims[].text', at: 'td button[data-focus^="venue:"] > span > bdi', as: 'text' },
];
const TIMES: Place[] = [{ field: 'events[].label', at: '[data-focus^="event:"]', as: 'name' }];
const SPEAKERS: Place[] = [{ field: 'actors[].name', at: '[data-focus^="speaker:"] bdi', as: 'text' }];
const NETWORK: Place[] = [{ field: 'actors[].name', at: '[data-focus^="node:"]', as: 'name' }];
const BASIS: Place[] = [{ field: 'asOf.basis', at: 'header [title]', as: 'name' }];
const HEADLINES: Place[] = [
  {
    field: 'articles[].headline',
    at: 'h3 > bdi',
    as: 'text',
    given: ({ articles }) => articles.slice(0, 2).map(({ headline }) => headline),
  },
];

const TABLE = (name: string) => `table[data-table="${name}"] tbody`;

/** Every view with what it shows of which field. What a view shows of a filtered or an opened thing is in `opened`. */
export const VIEWS: readonly ViewPlaces[] = [
  {
    name: 'the desk with its network',
    link: '?order=article',
    places: [...WALL, ...VENUES, ...TIMES, ...SPEAKERS, ...NETWORK, ...BASIS],
  },
  { name: 'the desk in the order of speakers', link: '?order=speaker&theme=dark', places: [...WALL, ...VENUES] },
  {
    name: 'the desk with its matrix',
    link: '?order=article&view=matrix',
    places: [...WALL, { field: 'actors[].name', at: 'button[data-focus^="matrix:"] bdi', as: 'text' }],
  },
  {
    name: 'the desk with its list of ties',
    link: '?order=article&view=list',
    places: [{ field: 'relations[].evidence[].exact', at: 'td button[data-focus^="list:"] > bdi', as: 'text' }],
  },
  { name: 'two tellings', link: '?page=tellings', places: HEADLINES },
  {
    name: 'the paper edition',
    link: '?page=paper',
    places: [
      { field: 'title', at: 'h1 bdi', as: 'text' },
      { field: 'asOf.basis', at: 'dd bdi', as: 'text' },
      { field: 'statements[].content[].exact', at: 'li[data-certainty] blockquote bdi', as: 'text' },
      { field: 'statements[].cue[].exact', at: 'li[data-certainty] > p > bdi:nth-of-type(1)', as: 'text' },
      {
        field: 'statements[].speaker.reason',
        at: 'li[data-certainty="unresolved"] > p:last-child > bdi:last-child',
        as: 'text',
      },
      { field: 'actors[].name', at: 'li[data-certainty="resolved"] > p > b bdi', as: 'text', given: speakers },
      { field: 'actors[].name', at: `${TABLE('ties')} th bdi`, as: 'text', given: actsAlone },
      { field: 'relations[].summary', at: `${TABLE('ties')} li > bdi`, as: 'text' },
      { field: 'places[].name', at: `${TABLE('venues')} th > bdi`, as: 'text', given: venuePlaces },
      { field: 'venues[].claims[].text', at: `${TABLE('venues')} li bdi`, as: 'text' },
      { field: 'venues[].attributedTo', at: `${TABLE('venues')} td:last-child > bdi`, as: 'text' },
      { field: 'events[].label', at: `${TABLE('events')} td:nth-child(2) > bdi:first-child`, as: 'text' },
      { field: 'flags[].note', at: 'section section li > bdi:first-child', as: 'text' },
      { field: 'flags[].spans[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'relations[].evidence[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'venues[].evidence[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'venues[].claims[].evidence[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'events[].evidence[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'statements[].speaker.because[].exact', at: 'li[id^="note-"] bdi', as: 'part' },
      { field: 'statements[].quoted[].exact', at: 'li[data-certainty] q bdi', as: 'text' },
      { field: 'articles[].headline', at: 'li[lang] div > p:first-child > bdi', as: 'text' },
      { field: 'articles[].publisher', at: 'li[lang] div > p:nth-child(2) > bdi', as: 'text' },
      { field: 'articles[].url', at: 'li[lang] div > p:nth-child(3) > :first-child bdi', as: 'text' },
    ],
  },
  {
    name: 'an embed of the quotations',
    link: '?embed=quotes',
    own: true,
    places: WALL.slice(0, 2).map((place) => ({ ...place, some: true as const })),
  },
  { name: 'an embed of the ties', link: '?embed=ties', own: true, places: NETWORK },
  { name: 'an embed of the map', link: '?embed=map', own: true, places: VENUES },
  { name: 'an embed of the time line', link: '?embed=timeline', own: true, places: TIMES },
];

/** The strings of a place in a corpus. */
export function givenAt({ field, given }: Place, corpus: Corpus): string[] {
  return given ? given(corpus) : placesOf(corpus, field).map(({ text }) => text);
}

/** What a place shows: how many elements there are, and what is missing or stands there and was not given; runs in the page. */
export function comparedIn(places: { at: string; as: Place['as']; some?: true | undefined; given: string[] }[]) {
  return places.map(({ at, as, some, given }) => {
    const texts = [...document.querySelectorAll(at)].map((element) =>
      as === 'name'
        ? (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '')
        : (element.textContent ?? ''),
    );
    const elements = texts.length;
    const fits = (text: string, one: string) =>
      as === 'text' ? text === one : as === 'part' ? text.includes(one) : text.startsWith(one);
    if (some) return { elements, wrong: texts.filter((text) => !given.some((one) => fits(text, one))) };
    const wrong = given.filter((one) => {
      const found = texts.findIndex((text) => fits(text, one));
      // Two of the same have to stand there twice.
      if (found >= 0 && as === 'text') texts.splice(found, 1);
      return found < 0;
    });
    return { elements, wrong };
  });
}
