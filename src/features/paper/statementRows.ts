import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { byPlaceInText, type Evidence, overlaps } from '../../domain/evidence.ts';
import { type Piece, piecesOf } from '../../domain/pieces.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, type Statement, type StatementKind, spansOf, speakerOf } from '../../domain/statement.ts';
import { type Cite, type NoteBook, type Source, sourceOf, stretchesOf } from './notes.ts';

/** Whom an article names for words: an actor, or the article's own words for somebody whom nothing settles; null when there are none. */
export type Voice = { actor: string } | { words: string | null };

/** A statement as it is printed. */
export type StatementRow = {
  id: Slug;
  article: Slug;
  source: Source;
  kind: StatementKind;
  pieces: Piece[];
  voice: Voice;
  certainty: Certainty;
  cue: string;
  relay: string | null;
  addressee: string | null;
  /** From what the speaker is resolved. */
  because: { within: boolean; cites: Cite[] } | null;
  candidates: string[];
  reason: string | null;
  cutOff: boolean;
  /** Other articles with the same words, shown or not, and whom they name. */
  same: { source: Source; voice: Voice; shown: boolean }[];
  cites: Cite[];
};

function voiceOf(statement: Statement, whole: Dataset): Voice {
  const speaker = speakerOf(statement);
  return speaker === null ? { words: statement.source?.exact ?? null } : { actor: actorName(whole, speaker) };
}

function rowOf(statement: Statement, whole: Dataset, slice: Dataset, damage: Evidence[], book: NoteBook): StatementRow {
  const { speaker, relay, addressee, cue, content, same } = statement;
  const article = content[0]?.article ?? '';
  const name = (id: Slug) => actorName(whole, id);
  const cites = book.cite(stretchesOf(whole, spansOf(statement)));
  const twins = same === null ? [] : whole.statements.filter((other) => other.same === same && other !== statement);
  return {
    id: statement.id,
    article,
    source: sourceOf(whole, article),
    kind: statement.kind,
    pieces: piecesOf(statement, itemById(whole.articles, article)?.text ?? ''),
    voice: voiceOf(statement, whole),
    certainty: speaker.status,
    cue: cue.map(({ exact }) => exact).join(' … '),
    relay: relay === null ? null : name(relay.actor),
    addressee: addressee === null ? null : name(addressee),
    because:
      speaker.status === 'resolved'
        ? { within: speaker.method === 'coreference', cites: book.cite(speaker.because) }
        : null,
    candidates: speaker.status === 'unresolved' ? speaker.candidates.map(name) : [],
    reason: speaker.status === 'unresolved' ? speaker.reason : null,
    cutOff: damage.some((span) => content.some((piece) => overlaps(span, piece))),
    same: twins
      .filter(({ id }) => id !== statement.id)
      .map((twin) => ({
        source: sourceOf(whole, twin.content[0]?.article ?? ''),
        voice: voiceOf(twin, whole),
        shown: itemById(slice.statements, twin.id) !== undefined,
      })),
    cites,
  };
}

/** The first statements of a slice in the order of the articles' text, as many as are printed: those whose speaker is settled, then the others, for whom nobody is guessed. */
export function statementRows(
  whole: Dataset,
  slice: Dataset,
  book: NoteBook,
  limit: number,
): { settled: StatementRow[]; unresolved: StatementRow[] } {
  const order = byPlaceInText(whole.articles.map(({ id }) => id));
  const damage = whole.flags
    .filter(({ kind }) => kind === 'truncated' || kind === 'garbled')
    .flatMap(({ spans }) => spans);
  const sorted = [...slice.statements]
    .sort(({ content: [a] }, { content: [b] }) => (a && b ? order(a, b) : 0))
    .slice(0, limit);
  const isOpen = (statement: Statement) => speakerOf(statement) === null;
  const rows = (statements: Statement[]) => statements.map((statement) => rowOf(statement, whole, slice, damage, book));
  const settled = rows(sorted.filter((statement) => !isOpen(statement)));
  return { settled, unresolved: rows(sorted.filter(isOpen)) };
}
