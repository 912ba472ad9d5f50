import { actorName, type Dataset, itemById } from './corpus.ts';
import { type Filters, LIST_FACETS, type ListFacet } from './filters.ts';
import { searchWords } from './searchText.ts';
import { readTieKey } from './tie.ts';

/** What the screen calls a facet. */
export const FACET_NAMES: Record<ListFacet, string> = {
  articles: 'Articles',
  kinds: 'Words',
  certainties: 'Certainty',
  tieKinds: 'Ties',
  ties: 'Tie',
  actors: 'Actor',
  relays: 'As told by',
  places: 'Place',
  topics: 'Topic',
  checked: 'Review',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the screen calls a value of a facet. */
export function valueName(dataset: Dataset, facet: ListFacet, value: string): string {
  switch (facet) {
    case 'articles':
      return `Article ${itemById(dataset.articles, value)?.badge ?? value}`;
    case 'actors':
      return actorName(dataset, value);
    case 'relays':
      return `${FACET_NAMES.relays} ${actorName(dataset, value)}`;
    case 'places':
      return itemById(dataset.places, value)?.name ?? value;
    case 'topics':
      return itemById(dataset.topics, value)?.label ?? value;
    case 'ties': {
      const tie = readTieKey(value);
      if (!tie) return value;
      const names = (ids: string[]) => ids.map((id) => actorName(dataset, id)).join(' and ');
      return `${capital(tie.kind)}: ${names(tie.from)}${tie.to.length > 0 ? ` to ${names(tie.to)}` : ''}`;
    }
    case 'checked':
      return value === 'yes' ? 'Checked' : 'Not checked';
    default:
      return capital(value);
  }
}

/** One thing that narrows the view; `withoutFilter` takes off what its key says. */
export type ActiveFilter = { key: string; name: string };

/** Every active filter, one for each value, one for the days, one for the text. */
export function activeFilters(dataset: Dataset, filters: Filters): ActiveFilter[] {
  const active = LIST_FACETS.flatMap((facet) =>
    filters[facet].map((value): ActiveFilter => ({ key: `${facet}:${value}`, name: valueName(dataset, facet, value) })),
  );
  const { from, to, text } = filters;
  if (from !== null || to !== null) {
    const name =
      from === to ? `On ${from}` : from === null ? `Until ${to}` : to === null ? `From ${from}` : `${from} to ${to}`;
    active.push({ key: 'dates', name });
  }
  if (searchWords(text).length > 0) active.push({ key: 'text', name: `“${text.trim()}”` });
  return active;
}
