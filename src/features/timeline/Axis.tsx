import { type KeyboardEvent, useMemo } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { textWidth } from '../../draw/labels.ts';
import { placeOnAxis, type Tick } from '../../draw/timeAxis.ts';
import { useSize } from '../../ui/useSize.ts';
import { EventMark } from './EventMark.tsx';
import { type EventRow, tickDays, tickLabel, withDays } from './model.ts';
import css from './timeline.module.css';

/** The axis: a day is a dot, a month or a span is a bar, a contested day is a dashed link between both days. */
export function Axis({ desk, rows }: { desk: Desk; rows: EventRow[] }) {
  const [frame, { width }] = useSize<HTMLDivElement>({ width: 1392, height: 120 });
  const items = useMemo(() => rows.map(({ item }) => item), [rows]);
  const axis = useMemo(() => placeOnAxis(items, width, textWidth), [items, width]);
  const { axisY, height } = axis;
  const placed = new Map(axis.items.map((item) => [item.id, item]));
  return (
    <div className={css.axis} ref={frame}>
      <svg
        aria-label="Dated events; choosing a day or a month sets the span of days"
        height={height}
        role="group"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
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
        {axis.ticks.map((tick, index) => (
          <TickMark
            axisY={axisY}
            desk={desk}
            first={index === 0 || axis.ticks[index - 1]?.kind !== tick.kind}
            key={`${tick.kind}${tick.day}`}
            tick={tick}
          />
        ))}
        {rows.map((row) => {
          const item = placed.get(row.event.id);
          return item && <EventMark desk={desk} item={item} key={row.event.id} row={row} />;
        })}
      </svg>
    </div>
  );
}

function TickMark({ tick, axisY, first, desk }: { tick: Tick; axisY: number; first: boolean; desk: Desk }) {
  const { filters, onFilter } = desk;
  const days = tickDays(tick.day, tick.kind);
  const chosen = filters.from === days.from && filters.to === days.to;
  // The first month says its year, in full, or alone where there is no room; a month whose name has no room keeps its tick.
  const full = tickLabel(tick.day, tick.kind, first || days.from.endsWith('-01-01'));
  const fits = (text: string) => tick.kind === 'day' || textWidth(text, 11, 400) < tick.width - 3;
  const label = fits(full) ? full : days.from.slice(0, 4);
  const visible = fits(full) || (first && fits(label));
  const choose = () => onFilter(withDays(filters, days));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return (
    <g
      aria-label={`Only ${tickLabel(tick.day, tick.kind, true)}`}
      aria-pressed={chosen}
      className={css.tick}
      data-focus={`tick:${days.from}:${tick.kind}`}
      onClick={choose}
      onKeyDown={onKeyDown}
      role="button"
      tabIndex={0}
    >
      <rect className={css.tickHit} height="24" width={tick.width} x={tick.x} y={axisY - 22} />
      <path className={css.tickLine} d={`M${tick.x} ${axisY}v${tick.kind === 'day' ? -7 : -4}`} />
      {visible && (
        <text className={tick.kind === 'day' ? css.dayLabel : css.monthLabel} x={tick.x + 4} y={axisY - 9}>
          {label}
        </text>
      )}
    </g>
  );
}
