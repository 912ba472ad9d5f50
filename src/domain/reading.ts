import { actorName, type Dataset, itemById } from './corpus.ts';
import { byPlaceInText, type Evidence, overlaps } from './evidence.ts';
import { firstWhere } from './firstWhere.ts';
import { inArticle } from './inArticle.ts';
import { once } from './once.ts';
import type { Relation } from './relation.ts';
import type { Slug } from './slug.ts';
import { type Statement, speakerOf } from './statement.ts';
import type { TextFlag } from './textFlag.ts';
import { namedTies, readTieKey } from './tie.ts';
import type { Venue } from './venue.ts';
import type { Opened } from './view.ts';

/** A passage that the reader can show: the words, in one article, and what they are words for. */
export type Passage = {
  opened: Opened;
  article: Slug;
  /** The spans to highlight, in text order. */
  spans: Evidence[];
  statement: Statement | null;
  relation: Relation | null;
  flag: TextFlag | null;
};

/** The passages that one can step through from an opened mark, and what they have in common. */
export type ReadingList = { title: string; passages: Passage[] };

function passage(
  mark: string,
  number: number,
  spans: Evidence[],
  of: Partial<Pick<Passage, 'statement' | 'relation' | 'flag'>> = {},
): Passage {
  const sorted = spans.length < 2 ? spans : [...spans].sort((a, b) => a.start - b.start);
  return {
    opened: { mark, passage: number },
    article: sorted[0]?.article ?? '',
    spans: sorted,
    statement: null,
    relation: null,
    flag: null,
    ...of,
  };
}

function numbered(mark: string, entries: { evidence: Evidence; relation?: Relation }[], dataset: Dataset): Passage[] {
  const order = byPlaceInText(dataset.articles.map(({ id }) => id));
  const sorted = [...entries].sort((a, b) => order(a.evidence, b.evidence));
  return sorted.map(({ evidence, relation }, index) =>
    passage(mark, index + 1, [evidence], { relation: relation ?? null }),
  );
}

/** All statements of a dataset in the order of the articles' text. */
const statementsInOrder = once((dataset: Dataset): Passage[] => {
  const order = byPlaceInText(dataset.articles.map(({ id }) => id));
  return dataset.statements
    .map((statement) => passage(statement.id, 1, statement.content, { statement }))
    .sort((a, b) => (a.spans[0] && b.spans[0] ? order(a.spans[0], b.spans[0]) : 0));
});

const venuesByPlace = once((list: Dataset['venues']) => new Map(list.map((venue) => [venue.place, venue])));

/** The venue at a place. */
export const venueAt = ({ venues }: Dataset, place: Slug): Venue | undefined => venuesByPlace(venues).get(place);

/** The different passages of a venue, in text order: where it is named, and what is said for it. */
export function venuePassages(dataset: Dataset, place: Slug): Evidence[] {
  const venue = venueAt(dataset, place);
  if (!venue) return [];
  const spans = [...venue.evidence, ...venue.claims.flatMap(({ evidence }) => evidence)];
  const distinct = new Map(spans.map((span) => [`${span.article} ${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort(byPlaceInText(dataset.articles.map(({ id }) => id)));
}

/**
 * The passages behind a mark: a statement leads through all statements of the dataset; a tie, relation, event, venue, flag or actor
 * through its own passages. Null when the dataset has no such mark, or when nothing of it is left.
 */
export function readingList(dataset: Dataset, mark: string): ReadingList | null {
  const list = (title: string, passages: Passage[]) => (passages.length === 0 ? null : { title, passages });
  if (itemById(dataset.statements, mark)) return list('statements', statementsInOrder(dataset));
  const relation = itemById(dataset.relations, mark);
  if (relation)
    return list(
      relation.summary,
      numbered(
        mark,
        relation.evidence.map((evidence) => ({ evidence, relation })),
        dataset,
      ),
    );
  if (readTieKey(mark)) {
    const relations = dataset.relations.filter((one) => namedTies(one).some(({ key }) => key === mark));
    const entries = relations.flatMap((one) => one.evidence.map((evidence) => ({ evidence, relation: one })));
    return list('this tie', numbered(mark, entries, dataset));
  }
  const event = itemById(dataset.events, mark);
  if (event)
    return list(
      event.label,
      numbered(
        mark,
        event.evidence.map((evidence) => ({ evidence })),
        dataset,
      ),
    );
  const flag = itemById(dataset.flags, mark);
  if (flag)
    return list(
      flag.note,
      flag.spans.map((span, index) => passage(mark, index + 1, [span], { flag })),
    );
  if (itemById(dataset.places, mark)) {
    const name = itemById(dataset.places, mark)?.name ?? mark;
    return list(
      name,
      numbered(
        mark,
        venuePassages(dataset, mark).map((evidence) => ({ evidence })),
        dataset,
      ),
    );
  }
  return itemById(dataset.actors, mark) ? list(actorName(dataset, mark), actorPassages(dataset, mark)) : null;
}

function actorPassages(dataset: Dataset, actor: Slug): Passage[] {
  const order = byPlaceInText(dataset.articles.map(({ id }) => id));
  const said = dataset.statements
    .filter((statement) => speakerOf(statement) === actor)
    .map((statement) => passage(actor, 1, statement.content, { statement }));
  const done = dataset.relations
    .filter(({ actors, recipients }) => actors.includes(actor) || recipients.includes(actor))
    .flatMap((relation) => relation.evidence.map((evidence) => passage(actor, 1, [evidence], { relation })));
  return [...said, ...done]
    .sort((a, b) => (a.spans[0] && b.spans[0] ? order(a.spans[0], b.spans[0]) : 0))
    .map((one, index) => ({ ...one, opened: { mark: actor, passage: index + 1 } }));
}

/** The same passage in another article, where the corpus marks the two as the same words. */
export function otherVersion(dataset: Dataset, current: Passage): Passage | null {
  const { statement } = current;
  const twin = statement?.same
    ? dataset.statements.find(({ same, id }) => same === statement.same && id !== statement.id)
    : undefined;
  if (twin) return passage(twin.id, 1, twin.content, { statement: twin });
  for (const flag of dataset.flags) {
    if (flag.kind !== 'shared-passage') continue;
    if (!flag.spans.some((span) => current.spans.some((own) => overlaps(own, span)))) continue;
    const index = flag.spans.findIndex(({ article }) => article !== current.article);
    const span = flag.spans[index];
    if (span) return passage(flag.id, index + 1, [span], { flag });
  }
  return null;
}

/** The pieces of unresolved statements by their place in a text; `reach` is how far those up to it go. */
type Piece = { span: Evidence; reach: number; order: number; statement: Statement };
const unresolvedPieces = once((statements: readonly Statement[]): Piece[] => {
  const pieces = statements
    .flatMap((statement, order) =>
      statement.speaker.status === 'unresolved'
        ? statement.content.map((span) => ({ span, reach: span.end, order, statement }))
        : [],
    )
    .sort((a, b) => a.span.start - b.span.start);
  let reach = 0;
  for (const piece of pieces) {
    reach = Math.max(reach, piece.span.end);
    piece.reach = reach;
  }
  return pieces;
});

/** The first of some statements that is unresolved and shares words with a passage. */
function unresolvedAt(statements: readonly Statement[], evidence: Evidence): Statement | undefined {
  const pieces = unresolvedPieces(statements);
  const after = firstWhere(pieces.length, (at) => (pieces[at]?.span.start ?? 0) >= evidence.end);
  let first: Piece | undefined;
  for (let at = after - 1; at >= 0 && (pieces[at]?.reach ?? 0) > evidence.start; at -= 1) {
    const piece = pieces[at];
    if (piece && overlaps(piece.span, evidence) && (!first || piece.order < first.order)) first = piece;
  }
  return first?.statement;
}

/** Whose voice a relation is told in: an actor's, an unresolved speaker's, or the reporter's own. */
export function voiceOf(
  relation: Relation,
  evidence: Evidence,
  dataset: Dataset,
): { actor: Slug } | { unresolved: Statement } | 'reporter' {
  if (relation.claimedBy !== null) return { actor: relation.claimedBy };
  const open = unresolvedAt(inArticle(dataset, evidence.article).statements, evidence);
  return open ? { unresolved: open } : 'reporter';
}
