import { type ComponentType, lazy } from 'react';
import screen from '../../src/app/app.module.css';
import { CARDS } from '../../src/coverage/answers/cards.ts';
import type { Desk } from '../../src/coverage/desk.ts';
import { type Dataset, itemById } from '../../src/domain/corpus.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { facetDomain } from '../../src/domain/facets.ts';
import { type Filters, NO_FILTERS } from '../../src/domain/filters.ts';
import { type Certainty, speakerOf } from '../../src/domain/statement.ts';
import { DEFAULT_VIEW, type View } from '../../src/domain/view.ts';
import { EmptySlice } from '../../src/features/filters/EmptySlice.tsx';
import { FilterBar } from '../../src/features/filters/FilterBar.tsx';
import { SpeakersPanel } from '../../src/features/speakers/SpeakersPanel.tsx';
import { TiesPanel } from '../../src/features/ties/TiesPanel.tsx';
import { TimelinePanel } from '../../src/features/timeline/TimelinePanel.tsx';
import { VenuesPanel } from '../../src/features/venues/VenuesPanel.tsx';
import { PAGE } from '../../src/features/wall/packing.ts';
import { WallPanel } from '../../src/features/wall/WallPanel.tsx';
import { useBaseMap } from '../../src/source/useBaseMap.ts';

import { answered } from '../fixtures/ask.ts';

/** One thing to look at: a panel, how the desk has it, and which strings of the corpus it has to show as they are. */
export type Exhibit = {
  Panel: ComponentType<{ desk: Desk }>;
  /** Where it stands on the desk: in the grid, above it, or beside it. */
  stands: 'grid' | 'bar' | 'beside';
  view?: (whole: Dataset) => Partial<View>;
  filters?: (whole: Dataset) => Partial<Filters>;
  /** What is pressed once it is there, as a selector. */
  press?: string;
  shows?: (whole: Dataset) => string[];
};

const Reader = lazy(() => import('../../src/features/reader/Reader.tsx'));

function OpenReader({ desk }: { desk: Desk }) {
  const { opened } = desk.view;
  return opened && <Reader className={screen.reader} desk={desk} onStep={desk.onOpen} opened={opened} />;
}

function Venues({ desk }: { desk: Desk }) {
  const map = useBaseMap();
  return <VenuesPanel className={screen.area2} desk={desk} map={map.data} mapFailed={map.isError} />;
}

const names = (whole: Dataset, ids: Iterable<string>) => {
  const wanted = new Set(ids);
  return whole.actors.filter(({ id }) => wanted.has(id)).map(({ name }) => name);
};
const tied = (whole: Dataset) =>
  names(
    whole,
    whole.relations.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
  );
const speaking = (whole: Dataset) =>
  names(
    whole,
    whole.statements.map((one) => speakerOf(one) ?? ''),
  );
/** What is said on the first page of the wall, and by whom. */
const said = (order: View['order']) => (whole: Dataset) => {
  const { groups } = answered(whole, CARDS, { order, from: 0, size: PAGE });
  const told = groups.flatMap(({ cards }) => cards.flatMap(({ tellings }) => tellings.map((one) => one.statement)));
  const statements = told.flatMap((id) => itemById(whole.statements, id) ?? []);
  return [
    ...statements.flatMap(({ content }) => content.map(({ exact }) => exact)),
    ...speaking({ ...whole, statements }),
  ];
};
/** The lines of the article that a passage stands in. */
const linesAround = (whole: Dataset, passage: Evidence | undefined) =>
  (itemById(whole.articles, passage?.article ?? '')?.text ?? '').split(/[\r\n]+/).filter((line) => line.trim() !== '');

const ties = (shape: View['ties']): Exhibit => ({
  Panel: ({ desk }) => <TiesPanel className={screen.area1} desk={desk} />,
  stands: 'grid',
  view: () => ({ ties: shape }),
  shows: tied,
});
const wall = (order: View['order']): Exhibit => ({
  Panel: ({ desk }) => <WallPanel className={screen.area4} desk={desk} />,
  stands: 'grid',
  view: () => ({ order }),
  shows: said(order),
});
type Mark = { id: string; passage: Evidence | undefined } | null;
/** The reader on the first mark that fits; on a mark that is not there, where none does. */
const reader = (find: (whole: Dataset) => Mark): Exhibit => ({
  Panel: OpenReader,
  stands: 'beside',
  view: (whole) => ({ opened: { mark: find(whole)?.id ?? 'nothing-of-the-kind', passage: 1 } }),
  shows: (whole) => linesAround(whole, find(whole)?.passage),
});
const statement = (status: Certainty) =>
  reader(({ statements }) => {
    const found = statements.find(({ speaker }) => speaker.status === status);
    return found ? { id: found.id, passage: found.content[0] } : null;
  });
const speakers: Exhibit = {
  Panel: ({ desk }) => <SpeakersPanel className={screen.area3} desk={desk} />,
  stands: 'grid',
  shows: speaking,
};
/** A value of every long facet, chosen. */
const chosen = (whole: Dataset): Partial<Filters> => ({
  actors: whole.actors.slice(0, 2).map(({ id }) => id),
  places: whole.places.slice(0, 1).map(({ id }) => id),
  topics: whole.topics.slice(0, 1).map(({ id }) => id),
});
const bar: Exhibit = {
  Panel: ({ desk }) => <FilterBar desk={desk} onUndo={() => {}} />,
  stands: 'bar',
  filters: chosen,
};

export const EXHIBITS = {
  'ties-network': ties('network'),
  'ties-matrix': ties('matrix'),
  'ties-list': ties('list'),
  'wall-weight': wall('weight'),
  'wall-speaker': wall('speaker'),
  'wall-article': wall('article'),
  venues: {
    Panel: Venues,
    stands: 'grid',
    shows: ({ venues, places }) =>
      places.filter(({ id }) => venues.some(({ place }) => place === id)).map(({ name }) => name),
  },
  timeline: {
    Panel: ({ desk }) => <TimelinePanel className={screen.area5} desk={desk} />,
    stands: 'grid',
    shows: ({ events }) => events.map(({ label }) => label),
  },
  speakers,
  'speakers-table': { ...speakers, press: '[data-focus="Speakers as:table"]' },
  'reader-statement': statement('named'),
  'reader-unresolved': statement('unresolved'),
  'reader-relation': reader(({ relations: [first] }) => (first ? { id: first.id, passage: first.evidence[0] } : null)),
  'reader-flag': reader(({ flags: [first] }) => (first ? { id: first.id, passage: first.spans[0] } : null)),
  'filter-bar': bar,
  'filter-told': {
    ...bar,
    filters: (whole) => ({ ...chosen(whole), relays: facetDomain(whole, 'relays').slice(0, 3) }),
  },
  'filter-menu': { ...bar, filters: () => ({}), press: 'button[popovertarget]', shows: speaking },
  'empty-slice': {
    Panel: EmptySlice,
    stands: 'grid',
    filters: (whole) => ({ ...chosen(whole), text: 'words that nobody says' }),
  },
} satisfies Record<string, Exhibit>;

export type ExhibitName = keyof typeof EXHIBITS;

/** What the desk of an exhibit begins with. */
export function startOf({ filters, view }: Exhibit, whole: Dataset): { filters: Filters; view: View } {
  return { filters: { ...NO_FILTERS, ...filters?.(whole) }, view: { ...DEFAULT_VIEW, ...view?.(whole) } };
}
