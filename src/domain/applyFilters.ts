import type { Dataset } from './corpus.ts';
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
      if (!span) return false;
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

/** Keeps what has the property, and what follows a paragraph in which something kept has it, until nothing more falls. */
function survivors(things: Told[], facets: Facet[], ownOf: (thing: Told, facet: Facet) => Own): Set<Told> {
  type Row = { thing: Told; owns: Own[] };
  let rows: Row[] = [];
  for (const thing of things) {
    const owns = facets.map((facet) => ownOf(thing, facet));
    if (!owns.includes(false)) rows.push({ thing, owns });
  }
  for (;;) {
    const carried = facets.map(
      (_, at) => new Set(rows.flatMap(({ thing, owns }) => (owns[at] === true ? thing.paragraphs : []))),
    );
    const kept = rows.filter(({ thing, owns }) =>
      owns.every((value, at) => value === true || thing.paragraphs.some((key) => carried[at]?.has(key))),
    );
    if (kept.length === rows.length) return new Set(kept.map(({ thing }) => thing));
    rows = kept;
  }
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
    events: narrowed(dataset.events, kept),
    flags: dataset.flags.flatMap((flag) => {
      const spans = flag.spans.filter((span) => kept.get(flag)?.has(span));
      const needed = flag.kind === 'contradiction' || flag.kind === 'shared-passage' ? 2 : 1;
      return spans.length === flag.spans.length ? [flag] : spans.length < needed ? [] : [{ ...flag, spans }];
    }),
  };
}
