import type { Question } from '../coverage/coverage.ts';
import { actorName, type Dataset, itemById } from '../domain/corpus.ts';
import type { DatedEvent } from '../domain/datedEvent.ts';
import type { Evidence } from '../domain/evidence.ts';
import { isChecked, type Mark } from '../domain/mark.ts';
import type { Place } from '../domain/place.ts';
import type { Relation } from '../domain/relation.ts';
import type { Slug } from '../domain/slug.ts';
import { type Statement, speakerOf } from '../domain/statement.ts';
import { tieKey, tieKind, tiesOf } from '../domain/tie.ts';
import type { Venue } from '../domain/venue.ts';
import { type Table, writeCsv } from './csv.ts';
import type { Provenance } from './provenance.ts';

export const TABLE_NAMES = ['statements', 'relations', 'venues', 'events'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** One column: its name, which stays the same from version to version, and the cell of an item. */
type Column<T> = readonly [name: string, cell: (item: T, dataset: Dataset) => string | null];

const listed = (values: readonly string[]) => values.join(' | ');
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

function names(dataset: Dataset, ids: readonly Slug[]): string {
  return listed(ids.map((id) => actorName(dataset, id)));
}

function nameOrNone(dataset: Dataset, id: Slug | null): string | null {
  return id === null ? null : actorName(dataset, id);
}

/** `a:120-140`: the article, and UTF-16 code units into its text, half open. */
const spanText = ({ article, start, end }: Evidence) => `${article}:${start}-${end}`;
const spans = (evidence: readonly Evidence[]) => listed(evidence.map(spanText));
const words = (evidence: readonly Evidence[]) => listed(evidence.map(({ exact }) => exact));

function badges(dataset: Dataset, evidence: readonly Evidence[]): string {
  const ids = [...new Set(evidence.map(({ article }) => article))];
  return listed(ids.map((id) => itemById(dataset.articles, id)?.badge ?? id));
}

const homeOf = ({ content }: Statement) => content[0]?.article ?? '';

const TOPICS: readonly Column<{ topics: readonly Slug[] }>[] = [
  ['topic_ids', ({ topics }) => listed(topics)],
  ['topics', (item, { topics }) => listed(item.topics.map((id) => itemById(topics, id)?.label ?? id))],
];

const STATEMENTS: readonly Column<Statement>[] = [
  ['id', ({ id }) => id],
  ['article_id', homeOf],
  ['article', (item, { articles }) => itemById(articles, homeOf(item))?.badge ?? null],
  ['headline', (item, { articles }) => itemById(articles, homeOf(item))?.headline ?? null],
  ['kind', ({ kind }) => kind],
  ['words', ({ content }) => content.map(({ exact }) => exact).join(' … ')],
  ['quoted', ({ quoted }) => words(quoted)],
  ['cue', ({ cue }) => words(cue)],
  ['source_words', ({ source }) => source?.exact ?? null],
  ['speaker_id', speakerOf],
  ['speaker', (item, dataset) => nameOrNone(dataset, speakerOf(item))],
  ['speaker_full_name', (item, { actors }) => itemById(actors, speakerOf(item) ?? '')?.fullName ?? null],
  ['certainty', ({ speaker }) => speaker.status],
  ['method', ({ speaker }) => (speaker.status === 'resolved' ? speaker.method : null)],
  ['because', ({ speaker }) => (speaker.status === 'resolved' ? words(speaker.because) : null)],
  ['candidate_ids', ({ speaker }) => (speaker.status === 'unresolved' ? listed(speaker.candidates) : null)],
  ['candidates', ({ speaker }, all) => (speaker.status === 'unresolved' ? names(all, speaker.candidates) : null)],
  ['reason', ({ speaker }) => (speaker.status === 'unresolved' ? speaker.reason : null)],
  ['relay_id', ({ relay }) => relay?.actor ?? null],
  ['relay', ({ relay }, dataset) => nameOrNone(dataset, relay?.actor ?? null)],
  ['relay_words', ({ relay }) => relay?.evidence.exact ?? null],
  ['addressee_id', ({ addressee }) => addressee],
  ['addressee', ({ addressee }, dataset) => nameOrNone(dataset, addressee)],
  ...TOPICS,
  ['same', ({ same }) => same],
  ['said', ({ said }) => said?.date ?? null],
  ['said_certainty', ({ said }) => said?.certainty ?? null],
  ['said_words', ({ said }) => said?.evidence.exact ?? null],
  ['content_spans', ({ content }) => spans(content)],
  ['quoted_spans', ({ quoted }) => spans(quoted)],
  ['cue_spans', ({ cue }) => spans(cue)],
  ['source_span', ({ source }) => source && spanText(source)],
  ['relay_span', ({ relay }) => relay && spanText(relay.evidence)],
  ['said_span', ({ said }) => said && spanText(said.evidence)],
  ['because_spans', ({ speaker }) => (speaker.status === 'resolved' ? spans(speaker.because) : null)],
];

const RELATIONS: readonly Column<Relation>[] = [
  ['id', ({ id }) => id],
  ['actor_ids', ({ actors }) => listed(actors)],
  ['actors', ({ actors }, dataset) => names(dataset, actors)],
  ['recipient_ids', ({ recipients }) => listed(recipients)],
  ['recipients', ({ recipients }, dataset) => names(dataset, recipients)],
  ['event', ({ event }) => event],
  ['tie_kind', tieKind],
  ['ties', (item) => listed(tiesOf(item).map(tieKey))],
  ['mediator', ({ mediator }) => yesOrNo(mediator)],
  ['modality', ({ modality }) => modality],
  ['summary', ({ summary }) => summary],
  ['claimed_by_id', ({ claimedBy }) => claimedBy],
  ['claimed_by', ({ claimedBy }, dataset) => nameOrNone(dataset, claimedBy)],
  ['relay_id', ({ relay }) => relay],
  ['relay', ({ relay }, dataset) => nameOrNone(dataset, relay)],
  ...TOPICS,
  ['until', ({ until }) => until],
  ['articles', ({ evidence }, dataset) => badges(dataset, evidence)],
  ['evidence_words', ({ evidence }) => words(evidence)],
  ['evidence_spans', ({ evidence }) => spans(evidence)],
];

const placeOf = ({ place }: Venue, { places }: Dataset): Place | undefined => itemById(places, place);

/** Well-known text, longitude first: it is what mapping programs read, and no cell of it begins with a minus sign. */
const pointText = (point: Place['point']) => point && `POINT (${point.join(' ')})`;

const VENUES: readonly Column<Venue>[] = [
  ['place_id', ({ place }) => place],
  ['place', (item, dataset) => placeOf(item, dataset)?.name ?? item.place],
  ['place_kind', (item, dataset) => placeOf(item, dataset)?.kind ?? null],
  ['country', (item, dataset) => placeOf(item, dataset)?.country ?? null],
  ['code', (item, dataset) => placeOf(item, dataset)?.code ?? null],
  ['coordinates', (item, dataset) => pointText(placeOf(item, dataset)?.point ?? null)],
  ['area', (item, dataset) => placeOf(item, dataset)?.area ?? null],
  ['standing', ({ standing }) => standing],
  ['attributed_to', ({ attributedTo }) => attributedTo],
  ['claims', ({ claims }) => listed(claims.map(({ about, text }) => `${about}: ${text}`))],
  ['claim_spans', ({ claims }) => listed(claims.map(({ evidence }) => evidence.map(spanText).join(', ')))],
  ['articles', ({ evidence }, dataset) => badges(dataset, evidence)],
  ['evidence_words', ({ evidence }) => words(evidence)],
  ['evidence_spans', ({ evidence }) => spans(evidence)],
];

const EVENTS: readonly Column<DatedEvent>[] = [
  ['id', ({ id }) => id],
  ['label', ({ label }) => label],
  ['date', ({ date }) => date],
  ['surface', ({ surface }) => surface],
  ['certainty', ({ certainty }) => certainty],
  ['actor_ids', ({ actors }) => listed(actors)],
  ['actors', ({ actors }, dataset) => names(dataset, actors)],
  ['place_id', ({ place }) => place],
  ['place', ({ place }, { places }) => place && (itemById(places, place)?.name ?? place)],
  ...TOPICS,
  ['articles', ({ evidence }, dataset) => badges(dataset, evidence)],
  ['evidence_words', ({ evidence }) => words(evidence)],
  ['evidence_spans', ({ evidence }) => spans(evidence)],
];

/** Who says so: the last columns of an item before those of the view. `sure` is a machine's, 0 to 100. */
const MARK: readonly Column<{ mark: Mark }>[] = [
  ['by', ({ mark }) => mark.by],
  ['checked', ({ mark }) => yesOrNo(isChecked(mark))],
  ['sure', ({ mark }) => (mark.by === 'machine' ? String(mark.sure) : null)],
  ['why', ({ mark }) => (mark.by === 'machine' ? listed(mark.why) : null)],
  ['review', ({ mark }) => (mark.by === 'machine' ? mark.review : null)],
];

/** The last columns of every table. */
export const PROVENANCE_COLUMNS = [
  'coverage',
  'coverage_title',
  'as_of',
  'digest',
  'filters',
  'shown',
  'exported',
  'link',
  'data_from',
] as const;

function provenanceCells({ band, title, asOf, pin, filters, shown, made, link }: Provenance): string[] {
  return [pin.coverage, title, asOf, pin.digest, filters, shown, made, link, band ?? 'The built-in coverage'];
}

function cellsOf<T>(columns: readonly Column<T>[], items: readonly T[], dataset: Dataset): Table {
  return {
    columns: columns.map(([name]) => name),
    rows: items.map((item) => columns.map(([, cell]) => cell(item, dataset) ?? '')),
  };
}

function ownTable(slice: Dataset, table: TableName): Table {
  switch (table) {
    case 'statements':
      return cellsOf([...STATEMENTS, ...MARK], slice.statements, slice);
    case 'relations':
      return cellsOf([...RELATIONS, ...MARK], slice.relations, slice);
    case 'venues':
      return cellsOf([...VENUES, ...MARK], slice.venues, slice);
    case 'events':
      return cellsOf([...EVENTS, ...MARK], slice.events, slice);
  }
}

/**
 * One table of a view, a row for each item. Lists are joined by " | ", pieces of a statement by " … ", the spans of one claim by
 * ", "; a span is `article:start-end` in UTF-16 code units, half open. Every row says where it comes from in its last columns; a
 * table without items has one row that says only that.
 */
export function tableOf(slice: Dataset, table: TableName, told: Provenance): Table {
  const { columns, rows } = ownTable(slice, table);
  const provenance = provenanceCells(told);
  const filled = rows.length > 0 ? rows : [columns.map(() => '')];
  return { columns: [...columns, ...PROVENANCE_COLUMNS], rows: filled.map((row) => [...row, ...provenance]) };
}

/** One table of a view as the text of a CSV file. */
export const TABLE_FILE: Question<{ table: TableName; told: Provenance }, string> = {
  name: 'table-file',
  passing: true,
  answer: ({ slice }, { table, told }) => {
    const { columns, rows } = tableOf(slice, table, told);
    return writeCsv(columns, rows);
  },
};
