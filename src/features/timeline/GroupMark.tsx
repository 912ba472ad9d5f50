import type { KeyboardEvent } from 'react';
import type { EventGroup } from '../../coverage/answers/eventGroups.ts';
import type { Desk } from '../../coverage/desk.ts';
import type { PlacedItem } from '../../draw/timeAxis.ts';
import { withDays } from './days.ts';
import css from './timeline.module.css';

type Props = { group: EventGroup; item: PlacedItem; desk: Desk };

/** Events of some months or years as one mark; it narrows the coverage to their days. Those without a date only say how many they are. */
export function GroupMark({ group, item, desk }: Props) {
  const { days, name } = group;
  const { filters, onFilter } = desk;
  const { x1, x2, y, textX, lines, box, below } = item;
  const line = below ? box.y + 3 : y - 4;
  const label = lines.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one label never change their order
    <text className={css.eventLabel} key={index} x={textX} y={y + index * 15}>
      {text}
    </text>
  ));
  if (days === null) return <g className={css.event}>{label}</g>;
  const choose = () => onFilter((now) => withDays(now, days));
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Enter' && press.key !== ' ') return;
    press.preventDefault();
    choose();
  };
  return (
    <g
      aria-label={`${group.label}, ${name}: show these days only`}
      aria-pressed={filters.from === days.from && filters.to === days.to}
      className={css.event}
      data-focus={group.id}
      onClick={choose}
      onKeyDown={onKeyDown}
      role="button"
      tabIndex={0}
    >
      <rect className={css.eventHit} height={box.height} rx="2" width={box.width} x={box.x} y={box.y} />
      <path className={css.bar} d={`M${x1} ${line}H${Math.max(x2 - 2, x1 + 8)}`} />
      {label}
    </g>
  );
}
