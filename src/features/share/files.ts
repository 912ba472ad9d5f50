import { PLACED_VENUES } from '../../coverage/answers/placedVenues.ts';
import type { Shown } from '../../coverage/answers/shown.ts';
import type { Desk } from '../../coverage/desk.ts';
import { readBaseMap } from '../../draw/baseMap.ts';
import { type Exported, fileName, type Provenance } from '../../exports/provenance.ts';
import type { TableName } from '../../exports/tables.ts';

/** What files are made of: the view, what it says of itself, the base map as it was read from its file, if it is there, and what makes the paper edition. */
export type FileWish = {
  exported: Exported;
  shown: Shown;
  told: Provenance;
  ask: Desk['ask'];
  map: unknown;
  paper: () => Promise<string>;
};

/** A file on offer. Its writer, and the packages of that, are fetched when it is made. */
export type FileOffer = {
  id: string;
  group: string;
  name: string;
  /** What is in it and what opens it. */
  about: string;
  /** How many of what the view shows are in it; null where that says nothing. */
  count: ((shown: Shown) => number) | null;
  extension: string;
  type: string;
  write: (wish: FileWish) => Promise<string>;
};

const CSV_TYPE = 'text/csv;charset=utf-8';

function table(name: TableName, about: string): FileOffer {
  return {
    id: name,
    group: 'Tables',
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    about,
    count: ({ sizes }) => sizes[name],
    extension: 'csv',
    type: CSV_TYPE,
    write: async ({ ask, told }) => ask((await import('../../exports/tables.ts')).TABLE_FILE, { table: name, told }),
  };
}

export const FILE_OFFERS: readonly FileOffer[] = [
  {
    id: 'paper',
    group: 'To read',
    name: 'Paper edition',
    about: 'one HTML file with numbered evidence and the sources; opens from a disk, without a network',
    count: null,
    extension: 'html',
    type: 'text/html',
    write: (wish) => wish.paper(),
  },
  table('statements', 'who said what: words, source, cue, relay, certainty'),
  table('relations', 'who relates to whom: actors, recipients, event, modality'),
  table('venues', 'where it may happen: standing, claims, coordinates'),
  table('events', 'when: date, how it is worded, how certain'),
  {
    id: 'coverage',
    group: 'For other tools',
    name: 'Coverage',
    about: 'JSON in the corpus format, with the articles: opens again as a corpus',
    count: null,
    extension: 'json',
    type: 'application/json',
    write: async ({ ask, told }) => ask((await import('../../exports/corpusFile.ts')).CORPUS_FILE, told),
  },
  {
    id: 'places',
    group: 'For other tools',
    name: 'Places',
    about: 'GeoJSON: venues and great circles, for maps and GIS',
    count: ({ sizes }) => sizes.venues,
    extension: 'geojson',
    type: 'application/geo+json',
    write: async ({ ask, told, map }) => {
      const { venuesGeoJson } = await import('../../exports/geojson.ts');
      return venuesGeoJson(await ask(PLACED_VENUES, null), told, map == null ? null : readBaseMap(map));
    },
  },
  {
    id: 'network',
    group: 'For other tools',
    name: 'Network',
    about: 'GEXF: actors and ties, for Gephi and its kin',
    count: null,
    extension: 'gexf',
    type: 'application/gexf+xml',
    write: async ({ ask, told }) => ask((await import('../../exports/gexf.ts')).NETWORK_FILE, told),
  },
  {
    id: 'annotations',
    group: 'For other tools',
    name: 'Annotations',
    about: 'W3C Web Annotation, JSON-LD: every passage with its place in the article',
    count: null,
    extension: 'jsonld',
    type: 'application/ld+json',
    write: async ({ ask, told }) => ask((await import('../../exports/annotations.ts')).ANNOTATION_FILE, told),
  },
];

/** What the file of an offer is called. */
export const nameOf = (offer: FileOffer, exported: Exported): string => fileName(exported, offer.id, offer.extension);
