import { useMemo } from 'react';
import { EVENTS } from '../../coverage/answers/events.ts';
import type { Desk } from '../../coverage/desk.ts';
import { textWidth } from '../../draw/labels.ts';
import { placeOnAxis } from '../../draw/timeAxis.ts';
import { useRoom, withText } from '../../ui/useRoom.ts';
import { EventMark } from './EventMark.tsx';
import { GroupMark } from './GroupMark.tsx';
import { Ticks } from './Ticks.tsx';
import css from './timeline.module.css';

/**
 * The axis: a day is a dot, a month or a span is a bar, a contested day is a dashed link between both days. It holds all events as long
 * as they are no more than `most`; of more those that are selected, one by one or in groups.
 */
export default function Axis({ desk, most }: { desk: Desk; most: number }) {
  const { frame, room } = useRoom<HTMLDivElement>({ width: 1392, height: 120 });
  const { width } = room;
  const answer = desk.answer(EVENTS, { events: most });
  const { groups } = answer;
  const { rows, axis } = useMemo(() => {
    const { events, eventsInAll, groups } = answer;
    const rows = eventsInAll > most ? events.filter(({ shown }) => shown && groups.length === 0) : events;
    return { rows, axis: placeOnAxis([...rows, ...groups], width, textWidth) };
  }, [answer, most, width]);
  const { axisY, height } = axis;
  const placed = new Map(axis.items.map((item) => [item.id, item]));
  return (
    <div className={css.axis} ref={frame}>
      <svg
        aria-label="Dated events; choosing a day or a month sets the span of days"
        height={withText(height)}
        role="group"
        viewBox={`0 0 ${width} ${height}`}
        width={withText(width)}
      >
        {axis.stretches.map(({ kind, x, width: length }, index) => (
          <g key={`${kind}${x}`}>
            <path
              className={kind === 'undated' ? css.undatedLine : kind === 'days' ? css.dayLine : css.monthLine}
              d={`M${x} ${axisY}h${length}`}
            />
            {index > 0 && kind !== 'undated' && (
              <path className={css.break} d={`M${x - 11} ${axisY - 6}l4 6l-4 6M${x - 6} ${axisY - 6}l4 6l-4 6`} />
            )}
            {kind === 'undated' && (
              <text className={css.monthLabel} x={x} y={axisY - 9}>
                no date
              </text>
            )}
          </g>
        ))}
        <Ticks axisY={axisY} desk={desk} ticks={axis.ticks} />
        {rows.map((row) => {
          const item = placed.get(row.id);
          return item && <EventMark desk={desk} item={item} key={row.id} row={row} />;
        })}
        {groups.map((group) => {
          const item = placed.get(group.id);
          return item && <GroupMark desk={desk} group={group} item={item} key={group.id} />;
        })}
      </svg>
    </div>
  );
}
