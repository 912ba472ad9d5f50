import type { Dataset } from './corpus.ts';
import type { ListFacet } from './filters.ts';
import { inverted, type Lists, listWriter } from './lists.ts';
import { isChecked } from './mark.ts';
import { actorsNamed, mentionsIn } from './names.ts';
import { type Told, toldThings } from './passages.ts';
import { ended } from './portions.ts';
import { namedTies, tieKind } from './tie.ts';

/** A told thing that has the property itself, that lacks it, or that has no such property and follows its paragraph. */
export const LACKS = 0;
export const HAS = 1;
export const FOLLOWS = 2;

/** What the told things of a dataset have of a facet. */
export type FacetIndex = {
  /** The number of each value. */
  numbers: Map<string, number>;
  /** The things that have each value themselves, and the values of each thing. */
  having: Lists;
  values: Lists;
  /** What a thing is to the facet where it has none of the values asked for: `LACKS` or `FOLLOWS`. */
  without: Uint8Array;
};

const NONE: readonly string[] = [];
const known = (...ids: (string | null)[]) => ids.filter((id) => id !== null);

const topicsOf = ({ item }: Told): readonly string[] => ('topics' in item ? item.topics : NONE);

/** The values of a facet that a thing has itself. */
function valuesOf(thing: Told, facet: ListFacet, dataset: Dataset): readonly string[] {
  switch (facet) {
    case 'articles':
      return [thing.article];
    case 'kinds':
      return thing.list === 'statements' ? [thing.item.kind] : NONE;
    case 'certainties':
      return thing.list === 'statements' ? [thing.item.speaker.status] : NONE;
    case 'topics':
      return topicsOf(thing);
    case 'relays': {
      if (thing.list === 'relations') return known(thing.item.claimedBy, thing.item.relay);
      if (thing.list !== 'statements') return NONE;
      const { speaker, relay } = thing.item;
      return known(relay?.actor ?? null, speaker.status === 'unresolved' ? null : speaker.actor);
    }
    case 'tieKinds':
      return thing.list === 'relations' ? [tieKind(thing.item)] : NONE;
    case 'ties':
      return thing.list === 'relations' ? namedTies(thing.item).map(({ key }) => key) : NONE;
    case 'places':
      return known(thing.list === 'venues' || thing.list === 'events' ? thing.item.place : null);
    case 'checked':
      return [isChecked(thing.item.mark) ? 'yes' : 'no'];
    case 'actors':
      return actorsOf(thing, dataset);
  }
}

function actorsOf(thing: Told, dataset: Dataset): readonly string[] {
  switch (thing.list) {
    case 'statements': {
      const { speaker, relay, addressee } = thing.item;
      const speakers = speaker.status === 'unresolved' ? speaker.candidates : [speaker.actor];
      return known(...speakers, relay?.actor ?? null, addressee);
    }
    case 'relations':
      return known(...thing.item.actors, ...thing.item.recipients, thing.item.claimedBy, thing.item.relay);
    case 'events':
      return thing.item.actors;
    case 'venues':
      return actorsNamed(
        dataset,
        thing.evidence.flatMap((span) => mentionsIn(dataset, 'actors', span)),
      );
    default:
      return NONE;
  }
}

/** Whether a thing without any of the values follows its paragraph, or falls. */
function follows(thing: Told, facet: ListFacet): boolean {
  const { list, item } = thing;
  switch (facet) {
    case 'articles':
    case 'checked':
      return false;
    case 'kinds':
    case 'certainties':
      return list !== 'statements';
    case 'topics':
      return list !== 'statements' && topicsOf(thing).length === 0;
    case 'relays':
      return list !== 'statements' && list !== 'relations';
    case 'tieKinds':
    case 'ties':
      return list !== 'relations';
    case 'places':
      return list !== 'venues' && !(list === 'events' && item.place !== null);
    case 'actors':
      return list !== 'relations' && list !== 'events';
  }
}

const cache = new WeakMap<Dataset, Map<ListFacet, FacetIndex>>();

/** Things between two places where the work can be interrupted. */
const PORTION = 500;

/** Makes the index of a facet in portions, for whoever has other things to do in between; afterwards `facetIndex` has it. */
export function* indexingFacet(dataset: Dataset, facet: ListFacet): Generator<void, FacetIndex> {
  let ofDataset = cache.get(dataset);
  if (!ofDataset) {
    ofDataset = new Map();
    cache.set(dataset, ofDataset);
  }
  const made = ofDataset.get(facet);
  if (made) return made;
  const { things } = toldThings(dataset);
  const numbers = new Map<string, number>();
  const writer = listWriter();
  const without = new Uint8Array(things.length);
  for (const [at, thing] of things.entries()) {
    if (at % PORTION === PORTION - 1) yield;
    for (const value of new Set(valuesOf(thing, facet, dataset))) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      writer.put(number);
    }
    writer.end();
    without[at] = follows(thing, facet) ? FOLLOWS : LACKS;
  }
  yield;
  const values = writer.lists();
  const index = { numbers, having: inverted(values, numbers.size), values, without };
  ofDataset.set(facet, index);
  return index;
}

/** What the told things of a dataset have of a facet. Computed once per dataset and facet. */
export function facetIndex(dataset: Dataset, facet: ListFacet): FacetIndex {
  return ended(indexingFacet(dataset, facet));
}
