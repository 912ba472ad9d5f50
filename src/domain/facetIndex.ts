import type { Dataset } from './corpus.ts';
import type { ListFacet } from './filters.ts';
import { inverted, type Lists, listWriter } from './lists.ts';
import { isChecked } from './mark.ts';
import { actorsNamed, mentionsIn } from './names.ts';
import { once } from './once.ts';
import { type PassageRow, rowTable } from './passages.ts';
import { namedTies, tieKind } from './tie.ts';

/** A passage row that has the property itself, that lacks it, or that has no such property and follows its paragraph. */
export const LACKS = 0;
export const HAS = 1;
export const FOLLOWS = 2;

/** What the passage rows of a dataset have of a facet. */
export type FacetIndex = {
  /** The number of each value. */
  numbers: Map<string, number>;
  /** The rows that have each value themselves, and the values of each row. */
  having: Lists;
  values: Lists;
  /** What a row is to the facet where it has none of the values asked for: `LACKS` or `FOLLOWS`. */
  without: Uint8Array;
};

const NONE: readonly string[] = [];
const known = (...ids: (string | null)[]) => ids.filter((id) => id !== null);

const topicsOf = ({ item }: PassageRow): readonly string[] => ('topics' in item ? item.topics : NONE);

/** The values of a facet that a row has itself. */
function valuesOf(row: PassageRow, facet: ListFacet, dataset: Dataset): readonly string[] {
  switch (facet) {
    case 'articles':
      return [row.article];
    case 'kinds':
      return row.list === 'statements' ? [row.item.kind] : NONE;
    case 'certainties':
      return row.list === 'statements' ? [row.item.speaker.status] : NONE;
    case 'topics':
      return topicsOf(row);
    case 'relays': {
      if (row.list === 'relations') return known(row.item.claimedBy, row.item.relay);
      if (row.list !== 'statements') return NONE;
      const { speaker, relay } = row.item;
      return known(relay?.actor ?? null, speaker.status === 'unresolved' ? null : speaker.actor);
    }
    case 'tieKinds':
      return row.list === 'relations' ? [tieKind(row.item)] : NONE;
    case 'ties':
      return row.list === 'relations' ? namedTies(row.item).map(({ key }) => key) : NONE;
    case 'places':
      return known(row.list === 'venues' || row.list === 'events' ? row.item.place : null);
    case 'checked':
      return [isChecked(row.item.mark) ? 'yes' : 'no'];
    case 'actors':
      return actorsOf(row, dataset);
  }
}

function actorsOf(row: PassageRow, dataset: Dataset): readonly string[] {
  switch (row.list) {
    case 'statements': {
      const { speaker, relay, addressee } = row.item;
      const speakers = speaker.status === 'unresolved' ? speaker.candidates : [speaker.actor];
      return known(...speakers, relay?.actor ?? null, addressee);
    }
    case 'relations':
      return known(...row.item.actors, ...row.item.recipients, row.item.claimedBy, row.item.relay);
    case 'events':
      return row.item.actors;
    case 'venues':
      return actorsNamed(
        dataset,
        row.evidence.flatMap((span) => mentionsIn(dataset, 'actors', span)),
      );
    default:
      return NONE;
  }
}

/** Whether a row without any of the values follows its paragraph, or falls. */
function follows(row: PassageRow, facet: ListFacet): boolean {
  const { list, item } = row;
  switch (facet) {
    case 'articles':
    case 'checked':
      return false;
    case 'kinds':
    case 'certainties':
      return list !== 'statements';
    case 'topics':
      return list !== 'statements' && topicsOf(row).length === 0;
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

const indexesOf = once((_: Dataset) => new Map<ListFacet, FacetIndex>());

/** What the passage rows of a dataset have of a facet. Computed once per dataset and facet. */
export function facetIndex(dataset: Dataset, facet: ListFacet): FacetIndex {
  const made = indexesOf(dataset).get(facet);
  if (made) return made;
  const { rows } = rowTable(dataset);
  const numbers = new Map<string, number>();
  const writer = listWriter();
  const without = new Uint8Array(rows.length);
  for (const [at, row] of rows.entries()) {
    for (const value of new Set(valuesOf(row, facet, dataset))) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      writer.put(number);
    }
    writer.end();
    without[at] = follows(row, facet) ? FOLLOWS : LACKS;
  }
  const values = writer.lists();
  const index = { numbers, having: inverted(values, numbers.size), values, without };
  indexesOf(dataset).set(facet, index);
  return index;
}
