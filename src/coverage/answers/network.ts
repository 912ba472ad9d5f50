import type { Dataset } from '../../domain/corpus.ts';
import { isChecked, type Mark } from '../../domain/mark.ts';
import { once } from '../../domain/once.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { Slug } from '../../domain/slug.ts';
import { speakerOf } from '../../domain/statement.ts';
import { statementCounts } from '../../domain/statementCounts.ts';
import type { TieKey, TieKind } from '../../domain/tie.ts';
import { countText } from '../../domain/tieNames.ts';
import { tiedActors, tieRows } from '../../domain/tieRows.ts';
import type { Question } from '../coverage.ts';
import { type LabelledTie, labelling } from './labelledTie.ts';
import { fitNetwork } from './tieCounts.ts';

/** Most actors without a tie: the rings of more would not fit into a panel. */
const UNTIED = 400;

/** What a network is laid out from, in the words of `src/draw/network/types.ts`. */
type Order = {
  nodes: { id: Slug; label: string; shape: 'disc' | 'square' | 'voice'; weight: number; group: Slug | null }[];
  ties: {
    id: TieKey;
    from: Slug[];
    to: Slug[];
    mutual: boolean;
    kind: TieKind;
    count: number;
    label: string;
    pill?: boolean;
    past: boolean;
    tentative: boolean;
  }[];
};

/**
 * The network of a coverage, and what the selection has of it. `order` is the same in every selection, so that filters move nothing;
 * it is empty where there are too many ties for a network. `actors` and `ties` stand in the order of its nodes and ties.
 */
export type TieNetwork = {
  order: Order;
  actors: {
    id: Slug;
    /** How many statements of its own the selection has. */
    statements: number;
    /** Whether a statement or a tie of it is in the selection. */
    shown: boolean;
    /** Whether a person stands behind all of its passages; null where nothing has a sign. */
    checked: boolean | null;
  }[];
  ties: LabelledTie[];
  /** How many more speak without a tie than the picture has room for. */
  left: number;
};

/** The actors of whom all is checked: every statement of theirs, and every relation that they have a part in. */
const checkedActors = once((whole: Dataset): ReadonlySet<Slug> => {
  const all = new Set<Slug>();
  const open = new Set<Slug>();
  const take = (mark: Mark, ids: readonly (Slug | null)[]) => {
    for (const id of ids) if (id !== null) (isChecked(mark) ? all : open).add(id);
  };
  for (const statement of whole.statements) take(statement.mark, [speakerOf(statement)]);
  for (const { mark, actors, recipients } of whole.relations) take(mark, [...actors, ...recipients]);
  for (const id of open) all.delete(id);
  return all;
});

/** Those who speak and have no tie, in the order of the table. */
function untiedSpeakers(whole: Dataset, tied: ReadonlySet<Slug>): Dataset['actors'] {
  const counts = statementCounts(whole);
  return whole.actors.filter(({ id }) => !tied.has(id) && counts.has(id));
}

/** The actors that have a tie, and the first that only speak. People of one side stand together with their state; voices speak and have no tie. */
function actorNodes(whole: Dataset, tied: ReadonlySet<Slug>): Order['nodes'] {
  const counts = statementCounts(whole);
  const untied = untiedSpeakers(whole, tied).slice(0, UNTIED);
  const present = new Set([...tied, ...untied.map(({ id }) => id)]);
  const actors = whole.actors.filter(({ id }) => present.has(id));
  return actors.map((actor) => {
    const side = actor.kind === 'state' ? actor.id : actor.side;
    const sided = side !== null && tied.has(side) && (actor.kind === 'person' || actor.kind === 'state');
    const voice = !tied.has(actor.id) && !sided;
    const shape = voice ? 'voice' : actor.kind === 'person' ? 'disc' : 'square';
    return { id: actor.id, label: actor.name, shape, weight: counts.get(actor.id) ?? 0, group: sided ? side : null };
  });
}

/** What the network is drawn from: its actors, and the ties with what is written on them. The build draws that of the bundled coverage. */
export const networkOrder = once((whole: Dataset): Order => {
  const rows = tieRows(whole);
  const tied = tiedActors(rows);
  if (!fitNetwork({ ties: rows.length, actors: tied.size })) return { nodes: [], ties: [] };
  const signed = hasSigns(whole);
  const ties = rows.map((row): Order['ties'][number] => {
    const { key, kind, from, to, passages, past, tentative } = row;
    const mutual = to.length === 0;
    const ends = mutual ? { from: from.slice(0, 1), to: from.slice(1) } : { from, to };
    const drawn = { ...ends, id: key, kind, mutual, past, tentative, count: passages.length };
    return signed ? { ...drawn, label: countText(row, true), pill: true } : { ...drawn, label: countText(row) };
  });
  return { nodes: actorNodes(whole, tied), ties };
});

/** The network, where there are not too many ties for one. */
export const NETWORK: Question<null, TieNetwork> = {
  name: 'network',
  answer: (selected) => {
    const { whole, slice } = selected;
    const order = networkOrder(whole);
    const { labelled } = labelling(selected);
    const tied = tiedActors(tieRows(slice));
    const counts = statementCounts(slice);
    const checked = hasSigns(whole) ? checkedActors(whole) : null;
    return {
      order,
      actors: order.nodes.map(({ id }) => ({
        id,
        statements: counts.get(id) ?? 0,
        shown: counts.has(id) || tied.has(id),
        checked: checked?.has(id) ?? null,
      })),
      ties: order.ties.length === 0 ? [] : tieRows(whole).map(labelled),
      left:
        order.nodes.length === 0 ? 0 : Math.max(0, untiedSpeakers(whole, tiedActors(tieRows(whole))).length - UNTIED),
    };
  },
};
