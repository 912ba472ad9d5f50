import { type KeyboardEvent, useState } from 'react';
import { NETWORK, type TieNetwork } from '../../coverage/answers/network.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import { DESK_ROOM, fitsRoom } from '../../draw/network/rooms.ts';
import type { PlacedNetwork } from '../../draw/network/types.ts';
import { useRoom, withText } from '../../ui/useRoom.ts';
import { NodeMark, TieCount, TieMark } from './marks.tsx';
import css from './ties.module.css';
import { usePicture } from './usePicture.ts';

/**
 * The network. It is laid out once, on the whole, so that filters fade and never move; arrow keys walk the nodes, then the ties of
 * the node.
 */
export default function Network({ desk }: { desk: Desk }) {
  const network = desk.answer(NETWORK, null);
  const { frame, room, measured } = useRoom<HTMLDivElement>(DESK_ROOM);
  const placed = usePicture(network.order, room);
  const stale = placed !== null && !fitsRoom(placed, room);
  return (
    <div
      aria-busy={placed === null || stale}
      className={css.network}
      data-stale={stale ? '' : undefined}
      data-unmeasured={measured ? undefined : ''}
      ref={frame}
    >
      {placed && <Picture desk={desk} network={network} placed={placed} />}
    </div>
  );
}

function Picture({ desk, network, placed }: { desk: Desk; network: TieNetwork; placed: PlacedNetwork }) {
  const { filters, onFilter } = desk;
  const { left } = network;
  const { nodes, ties } = network.order;
  // Where the arrow keys are: the mark with the focus, and the actor whose ties are being walked.
  const [walk, setWalk] = useState<{ mark: string; actor: string } | null>(null);
  const [hot, setHot] = useState<string | null>(null);
  const rowOf = new Map(network.ties.map((row) => [row.key, row]));
  const actorOf = new Map(network.actors.map((actor) => [actor.id, actor]));
  const nodeOrder = [...placed.nodes].sort((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id);
  const tiesOfNode = (id: string) =>
    ties.filter(({ from, to }) => from.includes(id) || to.includes(id)).map((tie) => tie.id);
  const start = walk?.mark ?? nodeOrder[0] ?? null;
  const near = hot === null ? null : nearTo(hot, ties);
  const onPoint = (mark: string | null) => setHot(mark);
  const stepOn = (mark: string, from: string | undefined) =>
    setWalk((known) => ({
      mark,
      actor: [mark, from, known?.actor].find((id) => id && nodeOrder.includes(id)) ?? mark,
    }));
  const focusOn = (mark: string) => {
    // While the page is being taken over, a focus is told late: it may have gone on since.
    if (document.activeElement?.getAttribute('data-mark') !== mark) return;
    setHot(mark);
    stepOn(mark, undefined);
  };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const at = event.target instanceof Element ? event.target.getAttribute('data-mark') : null;
    const next = at === null ? null : neighbour(event.key, at, walk?.actor ?? null, nodeOrder, tiesOfNode);
    if (!next) return;
    event.preventDefault();
    stepOn(next, at ?? undefined);
    event.currentTarget.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus();
  };

  return (
    <svg
      aria-label="Network of ties. Arrow keys walk from actor to actor; down goes into an actor's ties, up back."
      height={withText(placed.height)}
      onBlur={() => setHot(null)}
      onKeyDown={onKeyDown}
      role="group"
      viewBox={`0 0 ${placed.width} ${placed.height}`}
      width={withText(placed.width)}
    >
      {placed.hulls.map(({ group, path, width }) => (
        <path className={css.hull} d={path} key={group} strokeWidth={width} />
      ))}
      {placed.hubs.map(({ id, thread }) => thread !== null && <path className={css.thread} d={thread} key={id} />)}
      {placed.ties.map((tie) => {
        const row = rowOf.get(tie.id);
        if (!row) return null;
        return (
          <TieMark
            chosen={filters.ties.includes(tie.id)}
            key={tie.id}
            onChoose={() => onFilter((now) => toggled(now, 'ties', tie.id))}
            faded={near !== null && !near.has(tie.id)}
            onFocus={() => focusOn(tie.id)}
            onPoint={onPoint}
            reachable={start === tie.id}
            row={row}
            tie={tie}
          />
        );
      })}
      {placed.ties.map((tie) => {
        const row = rowOf.get(tie.id);
        return (
          row && (
            <TieCount
              faded={near !== null && !near.has(tie.id)}
              key={tie.id}
              onPoint={onPoint}
              onRead={() => desk.onOpen({ mark: tie.id, passage: 1 })}
              row={row}
              tie={tie}
            />
          )
        );
      })}
      {placed.hubs.map(({ id, x, y, r }) => (
        <path className={css.hub} d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`} key={id} />
      ))}
      {placed.voices?.heading && (
        <text className={css.heading} x={placed.voices.heading.x} y={placed.voices.heading.y}>
          Speak; no tie reported{left > 0 && `: the first, and ${left} more who are not drawn`}
        </text>
      )}
      {placed.nodes.map((node) => (
        <NodeMark
          chosen={filters.actors.includes(node.id)}
          count={actorOf.get(node.id)?.statements ?? 0}
          dim={!actorOf.get(node.id)?.shown}
          key={node.id}
          name={nodes.find(({ id }) => id === node.id)?.label ?? node.id}
          node={node}
          onChoose={() => onFilter((now) => toggled(now, 'actors', node.id))}
          faded={near !== null && !near.has(node.id)}
          onFocus={() => focusOn(node.id)}
          onPoint={onPoint}
          reachable={start === node.id}
          solid={actorOf.get(node.id)?.checked ?? null}
          ties={tiesOfNode(node.id).length}
        />
      ))}
    </svg>
  );
}

/** A mark with what it touches: an actor with its ties and their other ends, a tie with its ends. */
function nearTo(mark: string, ties: TieNetwork['order']['ties']): Set<string> {
  const near = new Set([mark]);
  for (const { id, from, to } of ties) {
    const ends = [...from, ...to];
    if (id !== mark && !ends.includes(mark)) continue;
    near.add(id);
    for (const end of ends) near.add(end);
  }
  return near;
}

/** Where an arrow key leads from a mark. `from` is the node or tie that had the focus before. */
function neighbour(
  key: string,
  at: string,
  from: string | null,
  nodes: string[],
  tiesOf: (node: string) => string[],
): string | null {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const isNode = nodes.includes(at);
  if (isNode && step !== 0) return nodes[(nodes.indexOf(at) + step + nodes.length) % nodes.length] ?? null;
  if (isNode) return key === 'ArrowDown' ? (tiesOf(at)[0] ?? null) : null;
  const home = (from !== null && nodes.includes(from) ? from : nodes.find((id) => tiesOf(id).includes(at))) ?? '';
  const ties = tiesOf(home);
  if (key === 'ArrowUp') return home;
  if (step === 0 && key !== 'ArrowDown') return null;
  return ties[(ties.indexOf(at) + (step === 0 ? 1 : step) + ties.length) % ties.length] ?? null;
}
