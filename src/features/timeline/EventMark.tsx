import type { KeyboardEvent } from 'react';
import type { Desk } from '../../domain/desk.ts';
import type { PlacedItem } from '../../draw/timeAxis.ts';
import type { EventRow } from './model.ts';
import css from './timeline.module.css';

type Props = { row: EventRow; item: PlacedItem; axisY: number; desk: Desk };

/** One event: its sign beside its words, and on the axis where it lies. Opens the words that date it. */
export function EventMark({ row, item, axisY, desk }: Props) {
  const { event, shown, dateWords } = row;
  const open = () => desk.onOpen({ mark: event.id, passage: 1 });
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Enter' && press.key !== ' ') return;
    press.preventDefault();
    open();
  };
  const { lane, y, lines } = item;
  const contested = event.certainty === 'contested';
  const words = `${event.label}, ${dateWords}, ${event.certainty}${shown ? '' : ', not in this selection'}`;
  return (
    <g
      aria-label={words}
      className={css.event}
      data-certainty={event.certainty}
      data-dim={shown ? undefined : ''}
      data-focus={`event:${event.id}`}
      onClick={open}
      onKeyDown={onKeyDown}
      role="button"
      tabIndex={0}
    >
      <rect
        className={css.eventHit}
        height={lines.length * 15 + 2}
        rx="2"
        width={Math.max(40, ...lines.map((line) => line.length * 6.6)) + 14}
        x={lane}
        y={y - 13}
      />
      {row.item.shape === 'span' && <path className={css.bar} d={`M${item.x1} ${axisY}H${item.x2}`} />}
      {row.item.shape === 'days' && item.x2 > item.x1 && (
        <path className={contested ? css.contested : css.shortSpan} d={`M${item.x1 + 4} ${y - 4}H${item.x2 + 4}`} />
      )}
      {row.item.shape === 'span' ? (
        <path className={css.barSign} d={`M${lane} ${y - 4}h8`} />
      ) : (
        <circle className={css.dot} cx={lane + 4} cy={y - 4} r="3" />
      )}
      {contested && <circle className={css.dot} cx={item.x2 + 4} cy={y - 4} r="3" />}
      {lines.map((line, index) => (
        <text
          className={css.eventLabel}
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one label never change their order
          key={index}
          x={(contested || item.x2 > item.x1) && row.item.shape === 'days' ? item.x2 + 12 : lane + 12}
          y={y + index * 15}
        >
          {line}
        </text>
      ))}
      <title>{words}</title>
    </g>
  );
}
