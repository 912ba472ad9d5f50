import type { KeyboardEvent } from 'react';
import type { EventRow } from '../../coverage/answers/events.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { PlacedItem } from '../../draw/timeAxis.ts';
import { lineClip } from '../../ui/Stacks.tsx';
import css from './timeline.module.css';

type Props = { row: EventRow; item: PlacedItem; desk: Desk };

/** One event: its sign beside its words, and on the axis where it lies. Opens the words that date it. */
export function EventMark({ row, item, desk }: Props) {
  const { id, label, certainty, shape, shown } = row;
  const sign = desk.head.signed ? (row.checked ? 'solid' : 'hollow') : undefined;
  const said = sign && (sign === 'solid' ? ', checked' : ', not checked');
  const open = () => desk.onOpen({ mark: id, passage: 1 });
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Enter' && press.key !== ' ') return;
    press.preventDefault();
    open();
  };
  const { x1, x2, y, textX, lines, box, below } = item;
  const line = below ? box.y + 3 : y - 4;
  const contested = certainty === 'contested';
  const expected = sign !== undefined && row.expected;
  const words = `${label}${said ?? ''}${expected ? ', expected' : ''}, ${row.dateWords}, ${certainty}${shown ? '' : ', not in this selection'}`;
  return (
    <g
      aria-label={words}
      className={css.event}
      data-certainty={certainty}
      data-dim={shown ? undefined : ''}
      data-expected={expected ? '' : undefined}
      data-focus={`event:${id}`}
      data-sign={sign}
      onClick={open}
      onKeyDown={onKeyDown}
      role="button"
      tabIndex={0}
    >
      <rect className={css.eventHit} height={box.height} rx="2" width={box.width} x={box.x} y={box.y} />
      {shape === 'span' && <path className={css.bar} d={`M${x1} ${line}H${Math.max(x2, x1 + 8)}`} />}
      {shape === 'span' && sign === 'hollow' && (
        <path className={css.hollow} d={`M${x1 + 1} ${line}H${Math.max(x2, x1 + 8) - 1}`} />
      )}
      {shape === 'days' && x2 > x1 && (
        <path className={contested ? css.contested : css.shortSpan} d={`M${x1 + 4} ${line}H${x2 + 4}`} />
      )}
      {shape !== 'span' && <circle className={css.dot} cx={x1 + 4} cy={line} r="3" />}
      {shape === 'days' && x2 > x1 && <circle className={css.dot} cx={x2 + 4} cy={line} r="3" />}
      {lines.map((line, index) => (
        <text
          className={css.eventLabel}
          clipPath={lineClip(line, y + index * 15, 12)}
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one label never change their order
          key={index}
          x={textX}
          y={y + index * 15}
        >
          {line + (breaksAtSpace(label, lines, index) ? ' ' : '')}
        </text>
      ))}
    </g>
  );
}

/** Whether a line of a label ends where the label has a space, and not inside a long word. */
function breaksAtSpace(label: string, lines: string[], index: number): boolean {
  const letters = lines
    .slice(0, index + 1)
    .join('')
    .replaceAll(' ', '').length;
  let at = 0;
  for (let seen = 0; seen < letters && at < label.length; at += 1) if (label.charAt(at) !== ' ') seen += 1;
  return label.charAt(at) === ' ';
}
