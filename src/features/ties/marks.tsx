import type { KeyboardEvent } from 'react';
import type { LabelledTie } from '../../coverage/answers/labelledTie.ts';
import { edgeStroke } from '../../draw/edgeStroke.ts';
import type { PlacedNode, PlacedTie } from '../../draw/network/placeNetwork.ts';
import { plural } from '../../ui/plural.ts';
import { lineClip } from '../../ui/Stacks.tsx';
import css from './ties.module.css';

type Common = {
  chosen: boolean;
  reachable: boolean;
  /** Something else is pointed at or has the focus, and this has no part in it. */
  faded: boolean;
  onChoose: () => void;
  onFocus: () => void;
  /** The pointer came over the mark, or left it (null). */
  onPoint: (mark: string | null) => void;
};

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

type NodeProps = Common & {
  node: PlacedNode;
  name: string;
  count: number;
  ties: number;
  dim: boolean;
  /** Whether all of its passages are checked; null where nothing has a sign. */
  solid: boolean | null;
};

/** An actor: a disc with its statements for a person, an open square for a state, a dashed ring for who only speaks. */
export function NodeMark({
  node,
  name,
  count,
  ties,
  dim,
  solid,
  chosen,
  reachable,
  faded,
  onChoose,
  onFocus,
  onPoint,
}: NodeProps) {
  const { x, y, r, shape, label, id } = node;
  // The name and the count come first: both are written on the mark.
  const sign = solid === null ? '' : solid ? ', checked' : ', not all checked';
  const words = `${name}: ${plural(count, 'statement')}${sign}, ${plural(ties, 'tie')}${dim ? ', not in this selection' : ''}`;
  const hit = Math.max(r + 3, 16);
  return (
    <g
      aria-label={words}
      aria-pressed={chosen}
      className={css.node}
      data-dim={dim ? '' : undefined}
      data-focus={`node:${id}`}
      data-faded={faded ? '' : undefined}
      data-mark={id}
      onClick={onChoose}
      onFocus={onFocus}
      onKeyDown={onEnter(onChoose)}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      role="button"
      tabIndex={reachable ? 0 : -1}
    >
      <circle className={css.focusRing} cx={x} cy={y} r={hit} />
      {chosen && <circle className={css.selected} cx={x} cy={y} r={r + 5} />}
      {shape === 'square' ? (
        <rect className={css.state} height={2 * r} rx="1.5" width={2 * r} x={x - r} y={y - r} />
      ) : (
        <circle className={shape === 'voice' ? css.voice : css.person} cx={x} cy={y} r={r} />
      )}
      {label && (
        <text
          className={css.label}
          clipPath={lineClip(label.text, label.y, label.size)}
          fontSize={label.size}
          fontWeight={solid === null ? label.weight : solid ? 600 : 400}
          textAnchor={label.anchor}
          x={label.x}
          y={label.y}
        >
          {`${label.text} `}
        </text>
      )}
      {shape !== 'square' && (count > 0 || !dim) && (
        <text aria-hidden="true" className={shape === 'voice' ? css.voiceCount : css.personCount} x={x} y={y + 4}>
          {count}
        </text>
      )}
    </g>
  );
}

type TieProps = Common & { tie: PlacedTie; row: LabelledTie };

/** A tie: its line chooses it. */
export function TieMark({ tie, row, chosen, reachable, faded, onChoose, onFocus, onPoint }: TieProps) {
  const stroke = edgeStroke(row.kind, tie.width, row.tentative);
  return (
    <g
      aria-label={row.sentence}
      aria-pressed={chosen}
      className={`${css.tie} k-${row.kind}`}
      data-dim={row.shown ? undefined : ''}
      data-focus={`tie:${tie.id}`}
      data-faded={faded ? '' : undefined}
      data-mark={tie.id}
      data-past={row.past ? '' : undefined}
      onClick={onChoose}
      onFocus={onFocus}
      onKeyDown={onEnter(onChoose)}
      onPointerEnter={() => onPoint(tie.id)}
      onPointerLeave={() => onPoint(null)}
      role="button"
      tabIndex={reachable ? 0 : -1}
    >
      <path className={css.hit} d={tie.hit} />
      {chosen && <path className={css.chosenLine} d={tie.hit} />}
      <path
        className={css.line}
        d={tie.path}
        strokeDasharray={stroke.dashes ?? undefined}
        strokeLinecap={stroke.cap}
        strokeWidth={stroke.width}
      />
      {tie.arrow !== null && <path className={css.head} d={tie.arrow} />}
    </g>
  );
}

type CountProps = Pick<TieProps, 'tie' | 'row' | 'faded' | 'onPoint'> & { onRead: () => void };

/** The number on a tie, over all lines; where there are signs, in a pill that is filled once all of it is checked. It opens the words. For the keyboard and assistive technology it is part of the tie. */
export function TieCount({ tie, row, faded, onRead, onPoint }: CountProps) {
  const { count } = tie;
  if (!count) return null;
  const { box } = count;
  const { count: text, checked } = row;
  const signed = checked !== null;
  // Under a filter "2 of 6" may be "2": the room stays, the pill goes with its words.
  const width = signed ? Math.max(box.height, box.width * Math.min(1, text.length / count.text.length)) : box.width;
  return (
    <g
      aria-hidden="true"
      className={`${css.count} k-${row.kind}`}
      data-count={tie.id}
      data-dim={row.shown ? undefined : ''}
      data-faded={faded ? '' : undefined}
      data-past={row.past ? '' : undefined}
      data-sign={signed ? (checked ? 'solid' : 'hollow') : undefined}
      onClick={onRead}
      onPointerEnter={() => onPoint(tie.id)}
      onPointerLeave={() => onPoint(null)}
    >
      <rect
        height={box.height}
        rx={signed ? box.height / 2 : 3}
        width={width}
        x={box.x + (box.width - width) / 2}
        y={box.y}
      />
      <text
        fontSize={count.size}
        fontWeight={checked === false ? 500 : count.weight}
        textAnchor={count.anchor}
        x={count.x}
        y={count.y}
      >
        {text}
      </text>
    </g>
  );
}
