import type { Dataset } from './corpus.ts';
import { surfaceParts } from './datedEvent.ts';
import { readEdtf } from './edtf.ts';
import type { Evidence } from './evidence.ts';
import { type Filters, LIST_FACETS } from './filters.ts';
import { mentionsIn } from './mentions.ts';
import { type Told, toldThings } from './passages.ts';
import { hasWords, searchWords } from './searchText.ts';
import { tieKey, tieKind, tiesOf } from './tie.ts';

type Facet = Exclude<keyof Filters, 'from' | 'to'> | 'dates';

/** True or false where a told thing has the property itself; null where it follows its paragraph. */
type Own = boolean | null;

const anyOf = (chosen: readonly string[], ...ids: (string | null)[]) =>
  ids.some((id) => id !== null && chosen.includes(id));

function ownActors(thing: Told, chosen: string[], dataset: Dataset): Own {
  switch (thing.list) {
    case 'statements': {
      const { speaker, relay, addressee } = thing.item;
      const speakers = speaker.status === 'unresolved' ? speaker.candidates : [speaker.actor];
      return anyOf(chosen, ...speakers, relay?.actor ?? null, addressee) || null;
    }
    case 'relations':
      return anyOf(chosen, ...thing.item.actors, ...thing.item.recipients, thing.item.claimedBy, thing.item.relay);
    case 'events':
      return anyOf(chosen, ...thing.item.actors);
    case 'venues':
      return (
        thing.evidence.some(({ exact }) =>
          mentionsIn(exact, dataset.actors).some(({ ids }) => anyOf(chosen, ...ids)),
        ) || null
      );
    default:
      return null;
  }
}

function own(thing: Told, facet: Facet, filters: Filters, words: string[], dataset: Dataset): Own {
  switch (facet) {
    case 'articles':
      return filters.articles.includes(thing.article);
    case 'text':
      return hasWords(thing.words, words);
    case 'actors':
      return ownActors(thing, filters.actors, dataset);
    case 'kinds':
      return thing.list === 'statements' ? filters.kinds.includes(thing.item.kind) : null;
    case 'certainties':
      return thing.list === 'statements' ? filters.certainties.includes(thing.item.speaker.status) : null;
    case 'topics':
      return thing.list === 'statements' ? anyOf(filters.topics, ...thing.item.topics) : null;
    case 'relays': {
      if (thing.list === 'relations') return anyOf(filters.relays, thing.item.claimedBy, thing.item.relay);
      if (thing.list !== 'statements') return null;
      const { speaker, relay } = thing.item;
      return anyOf(filters.relays, relay?.actor ?? null, speaker.status === 'unresolved' ? null : speaker.actor);
    }
    case 'tieKinds':
      return thing.list === 'relations' ? filters.tieKinds.includes(tieKind(thing.item)) : null;
    case 'ties':
      return thing.list === 'relations' ? tiesOf(thing.item).some((tie) => filters.ties.includes(tieKey(tie))) : null;
    case 'places':
      if (thing.list === 'venues') return filters.places.includes(thing.item.place);
      return thing.list === 'events' && thing.item.place !== null ? filters.places.includes(thing.item.place) : null;
    case 'dates': {
      if (thing.list !== 'events') return null;
      const span = readEdtf(thing.item.date);
      if (!span || (filters.from !== null && filters.to !== null && filters.from > filters.to)) return false;
      const within = (day: string) =>
        (filters.from === null || day >= filters.from) && (filters.to === null || day <= filters.to);
      if (span.precision === 'one-of') return span.days.some(within);
      return (
        (filters.to === null || (span.first ?? '') <= filters.to) &&
        (filters.from === null || (span.last ?? '9999') >= filters.from)
      );
    }
  }
}

function activeFacets(filters: Filters, words: string[]): Facet[] {
  const facets: Facet[] = LIST_FACETS.filter((facet) => filters[facet].length > 0);
  if (filters.from !== null || filters.to !== null) facets.push('dates');
  if (words.length > 0) facets.push('text');
  return facets;
}

type Row = { thing: Told; owns: Own[]; alive: boolean };

/** How many rows that are still there have a facet's property themselves, by paragraph. */
type Carriers = Map<string, number>;

function grouped<K>(rows: Row[], keysOf: (row: Row) => readonly K[]): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/**
 * Keeps what has the property, and what follows a paragraph in which something kept has it, until nothing more falls. Each fall
 * looks again only at those that may have stood on it, so the work grows with the size of the data.
 */
function survivors(things: Told[], facets: Facet[], ownOf: (thing: Told, facet: Facet) => Own): Told[] {
  const rows: Row[] = [];
  for (const thing of things) {
    const owns = facets.map((facet) => ownOf(thing, facet));
    if (!owns.includes(false)) rows.push({ thing, owns, alive: true });
  }
  const inParagraph = grouped(rows, ({ thing }) => thing.paragraphs);
  const ofItem = grouped(rows, ({ thing }) => [thing.item]);
  const carriers: Carriers[] = facets.map((_, at) => {
    const counts: Carriers = new Map();
    for (const { thing, owns } of rows)
      if (owns[at] === true) for (const key of thing.paragraphs) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  });
  const leaders = new Map<unknown, number>();
  for (const { thing } of rows) if (thing.leads) leaders.set(thing.item, (leaders.get(thing.item) ?? 0) + 1);

  const stands = ({ thing, owns }: Row) =>
    (leaders.get(thing.item) ?? 0) > 0 &&
    owns.every((value, at) => value === true || thing.paragraphs.some((key) => (carriers[at]?.get(key) ?? 0) > 0));
  const queue = [...rows];
  for (let row = queue.pop(); row; row = queue.pop()) {
    if (!row.alive || stands(row)) continue;
    row.alive = false;
    const { thing, owns } = row;
    if (thing.leads) {
      const left = (leaders.get(thing.item) ?? 0) - 1;
      leaders.set(thing.item, left);
      if (left === 0) queue.push(...(ofItem.get(thing.item) ?? []));
    }
    owns.forEach((value, at) => {
      if (value !== true) return;
      for (const key of thing.paragraphs) {
        const left = (carriers[at]?.get(key) ?? 0) - 1;
        carriers[at]?.set(key, left);
        if (left === 0) for (const other of inParagraph.get(key) ?? []) queue.push(other);
      }
    });
  }
  return rows.filter(({ alive }) => alive).map(({ thing }) => thing);
}

/** The observations of one list with only the passages that were kept. */
function narrowed<T extends { evidence: Evidence[] }>(items: T[], kept: Map<unknown, Set<Evidence>>): T[] {
  return items.flatMap((item) => {
    const passages = kept.get(item);
    if (!passages) return [];
    const evidence = item.evidence.filter((passage) => passages.has(passage));
    return evidence.length === item.evidence.length ? [item] : [{ ...item, evidence }];
  });
}

/**
 * The part of a dataset that passes the filters, in the shape of a dataset. Closed and idempotent.
 *
 * Passages are what is filtered. A told thing that has the property a facet asks about must match it; one that has no such
 * property (a statement has no kind of tie, a tie has no kind of quotation) follows its paragraph: it stays while something that
 * stays, in the same paragraph, matches. Reference tables are never filtered.
 */
export function applyFilters(dataset: Dataset, filters: Filters): Dataset {
  const words = searchWords(filters.text);
  const facets = activeFacets(filters, words);
  if (facets.length === 0) return dataset;
  const kept = new Map<unknown, Set<Evidence>>();
  for (const { item, evidence } of survivors(toldThings(dataset), facets, (thing, facet) =>
    own(thing, facet, filters, words, dataset),
  )) {
    const passages = kept.get(item) ?? new Set();
    for (const passage of evidence) passages.add(passage);
    kept.set(item, passages);
  }
  return {
    ...dataset,
    statements: dataset.statements.filter((item) => kept.has(item)),
    relations: narrowed(dataset.relations, kept),
    venues: narrowed(dataset.venues, kept).map((venue) => {
      const articles = venue.evidence.map(({ article }) => article);
      const claims = venue.claims.flatMap((claim) => {
        const evidence = claim.evidence.filter(({ article }) => articles.includes(article));
        return evidence.length === claim.evidence.length
          ? [claim]
          : evidence.length === 0
            ? []
            : [{ ...claim, evidence }];
      });
      return { ...venue, claims };
    }),
    events: narrowed(dataset.events, kept).map((event) => {
      const parts = surfaceParts(event);
      const left = parts.filter((words) => event.evidence.some(({ exact }) => exact.includes(words)));
      return left.length === parts.length ? event : { ...event, surface: left.join(' / ') };
    }),
    flags: dataset.flags.flatMap((flag) => {
      const spans = flag.spans.filter((span) => kept.get(flag)?.has(span));
      const needed = flag.kind === 'contradiction' || flag.kind === 'shared-passage' ? 2 : 1;
      return spans.length === flag.spans.length ? [flag] : spans.length < needed ? [] : [{ ...flag, spans }];
    }),
  };
}
