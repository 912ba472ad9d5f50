import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import { damageIn } from '../../domain/damage.ts';
import { byPlaceInText } from '../../domain/evidence.ts';
import { addTo } from '../../domain/lists.ts';
import { isChecked } from '../../domain/mark.ts';
import { once } from '../../domain/once.ts';
import { type Piece, piecesOf } from '../../domain/pieces.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import { type Certainty, type Statement, type StatementKind, spansOf, speakerOf } from '../../domain/statement.ts';
import { type Cite, type NoteBook, type NoteSource, sourceOf, stretchesOf } from './footnotes.ts';

/** Whom an article names for words: an actor, or the article's own words for somebody whom nothing settles; null when there are none. */
export type PrintedVoice = { actor: string } | { words: string | null };

/** A statement as it is printed. */
export type StatementRow = {
  id: Slug;
  article: Slug;
  source: NoteSource;
  kind: StatementKind;
  pieces: Piece[];
  voice: PrintedVoice;
  certainty: Certainty;
  /** Whether a person stands behind it; null where nothing has a sign. */
  checked: boolean | null;
  cue: string;
  relay: string | null;
  addressee: string | null;
  /** From what the speaker is resolved. */
  because: { within: boolean; cites: Cite[] } | null;
  candidates: string[];
  reason: string | null;
  cutOff: boolean;
  /** Other articles with the same words, shown or not, and whom they name. */
  same: { source: NoteSource; voice: PrintedVoice; shown: boolean }[];
  /** How many more there are. */
  moreSame: number;
  cites: Cite[];
};

function voiceOf(statement: Statement, whole: Dataset): PrintedVoice {
  const speaker = speakerOf(statement);
  return speaker === null ? { words: statement.source?.exact ?? null } : { actor: actorName(whole, speaker) };
}

/** Most other articles with the same words that a row names. */
const TWINS = 8;

/** The statements whose words stand in several articles, by what they share. */
const twinsIn = once(({ statements }: Dataset) => {
  const twins = new Map<Slug, Statement[]>();
  for (const statement of statements) if (statement.same !== null) addTo(twins, statement.same, statement);
  return twins;
});

/** What the rows of an edition look up. */
type Lookup = { twins: Map<Slug, Statement[]>; damaged: ReturnType<typeof damageIn> };

function rowOf(
  statement: Statement,
  whole: Dataset,
  slice: Dataset,
  { twins, damaged }: Lookup,
  book: NoteBook,
): StatementRow {
  const { speaker, relay, addressee, cue, content, same } = statement;
  const article = content[0]?.article ?? '';
  const name = (id: Slug) => actorName(whole, id);
  const cites = book.cite(stretchesOf(whole, spansOf(statement)));
  const others = (same === null ? [] : (twins.get(same) ?? [])).filter(({ id }) => id !== statement.id);
  return {
    id: statement.id,
    article,
    source: sourceOf(whole, article),
    kind: statement.kind,
    pieces: piecesOf(statement, itemById(whole.articles, article)?.text ?? ''),
    voice: voiceOf(statement, whole),
    certainty: speaker.status,
    checked: hasSigns(whole) ? isChecked(statement.mark) : null,
    cue: cue.map(({ exact }) => exact).join(' … '),
    relay: relay === null ? null : name(relay.actor),
    addressee: addressee === null ? null : name(addressee),
    because:
      speaker.status === 'resolved'
        ? { within: speaker.method === 'coreference', cites: book.cite(speaker.because) }
        : null,
    candidates: speaker.status === 'unresolved' ? speaker.candidates.map(name) : [],
    reason: speaker.status === 'unresolved' ? speaker.reason : null,
    cutOff: content.some(damaged),
    same: others.slice(0, TWINS).map((twin) => ({
      source: sourceOf(whole, twin.content[0]?.article ?? ''),
      voice: voiceOf(twin, whole),
      shown: itemById(slice.statements, twin.id) !== undefined,
    })),
    moreSame: Math.max(0, others.length - TWINS),
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
  const damaged = damageIn(whole);
  const twins = twinsIn(whole);
  const sorted = [...slice.statements]
    .sort(({ content: [a] }, { content: [b] }) => (a && b ? order(a, b) : 0))
    .slice(0, limit);
  const isOpen = (statement: Statement) => speakerOf(statement) === null;
  const rows = (statements: Statement[]) =>
    statements.map((statement) => rowOf(statement, whole, slice, { twins, damaged }, book));
  const settled = rows(sorted.filter((statement) => !isOpen(statement)));
  return { settled, unresolved: rows(sorted.filter(isOpen)) };
}
