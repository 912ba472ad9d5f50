import { useMemo } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { textWidth } from '../../draw/labels.ts';
import { placeOnAxis } from '../../draw/timeAxis.ts';
import { useRoom, withText } from '../../ui/useRoom.ts';
import { EventMark } from './EventMark.tsx';
import { GroupMark } from './GroupMark.tsx';
import { onAxis } from './groups.ts';
import type { EventRow } from './model.ts';
import { Ticks } from './Ticks.tsx';
import css from './timeline.module.css';

/** The axis: a day is a dot, a month or a span is a bar, a contested day is a dashed link between both days. */
export default function Axis({ desk, rows: given }: { desk: Desk; rows: EventRow[] }) {
  const { frame, room } = useRoom<HTMLDivElement>({ width: 1392, height: 120 });
  const { width } = room;
  const { rows, groups } = useMemo(() => onAxis(given), [given]);
  const items = useMemo(() => [...rows, ...groups].map(({ item }) => item), [rows, groups]);
  const axis = useMemo(() => placeOnAxis(items, width, textWidth), [items, width]);
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
          const item = placed.get(row.event.id);
          return item && <EventMark desk={desk} item={item} key={row.event.id} row={row} />;
        })}
        {groups.map((group) => {
          const item = placed.get(group.item.id);
          return item && <GroupMark desk={desk} group={group} item={item} key={group.item.id} />;
        })}
      </svg>
    </div>
  );
}
