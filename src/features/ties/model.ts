import { actorName, type Dataset, itemById } from '../../domain/corpus.ts';
import type { Modality } from '../../domain/relation.ts';
import type { Slug } from '../../domain/slug.ts';
import { speakerOf } from '../../domain/statement.ts';
import type { TieKey } from '../../domain/tie.ts';
import { modalityWords, type TieRow, tieNames, tieRows } from '../../domain/tieRows.ts';
import type { NetworkNode, NetworkTie } from '../../draw/networkTypes.ts';

// What the panel's parts read of a tie beside what is below.
export { modalityWords, type TieRow, tieNames, tieRows } from '../../domain/tieRows.ts';

/**
 * The number on a tie: its passages, with "?" when some of them are future or hypothetical and "×" when some are denials. A tie
 * whose passages are all tentative says so by its dashes, too.
 */
export function countText(row: Pick<TieRow, 'passages' | 'modalities'>): string {
  const has = (...wanted: Modality[]) => row.modalities.some(({ modality }) => wanted.includes(modality));
  return `${row.passages.length}${has('future', 'hypothetical') ? '?' : ''}${has('negated') ? '×' : ''}`;
}

/** A tie as a sentence for assistive technology: "China to North Korea: cooperation, 4 passages, asserted". */
export function tieSentence(row: TieRow, dataset: Dataset): string {
  const { from, to } = tieNames(row, dataset);
  const passages = `${row.passages.length} ${row.passages.length === 1 ? 'passage' : 'passages'}`;
  return `${from}${to === null ? '' : ` to ${to}`}: ${row.kind}, ${passages}, ${modalityWords(row)}`;
}

/** Number of statements of each settled speaker. */
export function statementCounts(dataset: Dataset): Map<Slug, number> {
  const counts = new Map<Slug, number>();
  for (const statement of dataset.statements) {
    const speaker = speakerOf(statement);
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return counts;
}

/** The actors that have a tie or speak. People of one side stand together with their state; voices speak and have no tie. */
export function actorNodes(dataset: Dataset, rows: TieRow[]): NetworkNode[] {
  const tied = new Set(rows.flatMap(({ from, to }) => [...from, ...to]));
  const counts = statementCounts(dataset);
  const present = dataset.actors.filter(({ id }) => tied.has(id) || counts.has(id));
  return present.map((actor) => {
    const side = actor.kind === 'state' ? actor.id : actor.side;
    const sided = side !== null && tied.has(side) && (actor.kind === 'person' || actor.kind === 'state');
    const voice = !tied.has(actor.id) && !sided;
    const shape = voice ? 'voice' : actor.kind === 'person' ? 'disc' : 'square';
    return { id: actor.id, label: actor.name, shape, weight: counts.get(actor.id) ?? 0, group: sided ? side : null };
  });
}

/** What the network is drawn from: its actors, and the ties with what is written on them. */
export function networkOrder(dataset: Dataset, rows: TieRow[]): { nodes: NetworkNode[]; ties: NetworkTie[] } {
  const ties = rows.map((row): NetworkTie => {
    const { key, kind, from, to, passages, past, tentative } = row;
    const mutual = to.length === 0;
    const ends = mutual ? { from: from.slice(0, 1), to: from.slice(1) } : { from, to };
    return { ...ends, id: key, kind, mutual, past, tentative, count: passages.length, label: countText(row) };
  });
  return { nodes: actorNodes(dataset, rows), ties };
}

/** What is in the picture of a slice: the rest recedes, and keeps its place. */
export function presentIn(slice: Dataset): { ties: Map<TieKey, TieRow>; actors: Set<Slug> } {
  const rows = tieRows(slice);
  const actors = new Set(rows.flatMap(({ from, to }) => [...from, ...to]));
  for (const id of statementCounts(slice).keys()) actors.add(id);
  return { ties: new Map(rows.map((row) => [row.key, row])), actors };
}

/** Most actors of a matrix that can be read. */
const MATRIX_ACTORS = 40;

/**
 * The ties that the matrix has room for: all of them, or those between the actors with the most passages, first in what is shown, then
 * in all of the coverage. `of` is how many actors there are.
 */
export function matrixTies(rows: TieRow[], shown: Map<TieKey, TieRow>): { rows: TieRow[]; actors: number; of: number } {
  const weights = new Map<Slug, number>();
  for (const row of rows) {
    const weight = row.passages.length + (shown.get(row.key)?.passages.length ?? 0) * 1e6;
    for (const id of [...row.from, ...row.to]) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  if (weights.size <= MATRIX_ACTORS) return { rows, actors: weights.size, of: weights.size };
  const sorted = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const held = new Set(sorted.slice(0, MATRIX_ACTORS).map(([id]) => id));
  return {
    rows: rows.filter(({ from, to }) => [...from, ...to].every((id) => held.has(id))),
    actors: MATRIX_ACTORS,
    of: weights.size,
  };
}

/** The matrix: who acts on whom. A mediation stands in the column of the talks that it serves. */
export type Matrix = {
  rows: { id: Slug; name: string }[];
  columns: { id: string; name: string }[];
  cells: Map<string, TieRow[]>;
};

/** The cell's name in `Matrix.cells`. */
export const cellKey = (row: string, column: string) => `${row}>${column}`;

/** Rows act on columns; a mutual tie stands in both cells. The order is that of the corpus' table, so nothing moves. */
export function tieMatrix(rows: TieRow[], dataset: Dataset): Matrix {
  const talks = new Map<string, string>();
  const cells = new Map<string, TieRow[]>();
  const put = (row: string, column: string, tie: TieRow) => {
    const cell = cells.get(cellKey(row, column));
    if (cell) cell.push(tie);
    else cells.set(cellKey(row, column), [tie]);
  };
  for (const tie of rows) {
    const [a = '', b = ''] = tie.from;
    if (tie.kind === 'mediation') {
      const hub = tie.to.join('~');
      talks.set(hub, `${tie.to.map((id) => actorName(dataset, id)).join('–')} talks`);
      put(a, hub, tie);
    } else if (tie.to.length === 0) {
      put(a, b, tie);
      put(b, a, tie);
    } else put(a, tie.to[0] ?? '', tie);
  }
  const tied = new Set(rows.flatMap(({ from, to }) => [...from, ...to]));
  const actors = dataset.actors.filter(({ id }) => tied.has(id)).map(({ id, name }) => ({ id, name }));
  return { rows: actors, columns: [...actors, ...[...talks].map(([id, name]) => ({ id, name }))], cells };
}

/** The badge and place of the article of a passage. */
export function badgeOf(dataset: Dataset, article: Slug): { text: string; place: number } {
  const found = itemById(dataset.articles, article);
  return { text: found?.badge ?? article, place: found ? dataset.articles.indexOf(found) : 0 };
}
