import type { Dataset } from '../../domain/corpus.ts';
import { hasSigns } from '../../domain/signs.ts';
import type { NetworkNode, NetworkTie } from '../../draw/network/types.ts';
import { statementCounts, type TieRow } from './model.ts';
import { countText } from './tieWords.ts';

/** The actors that have a tie or speak. People of one side stand together with their state; voices speak and have no tie. */
function actorNodes(dataset: Dataset, rows: TieRow[]): NetworkNode[] {
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
  const signed = hasSigns(dataset);
  const ties = rows.map((row): NetworkTie => {
    const { key, kind, from, to, passages, past, tentative } = row;
    const mutual = to.length === 0;
    const ends = mutual ? { from: from.slice(0, 1), to: from.slice(1) } : { from, to };
    const drawn = { ...ends, id: key, kind, mutual, past, tentative, count: passages.length };
    return signed ? { ...drawn, label: countText(row, true), pill: true } : { ...drawn, label: countText(row) };
  });
  return { nodes: actorNodes(dataset, rows), ties };
}
