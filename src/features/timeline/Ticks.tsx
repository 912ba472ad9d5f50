import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { textWidth } from '../../draw/labels.ts';
import type { Tick } from '../../draw/timeAxis.ts';
import { extendedTo, spanOf, tickDays, tickLabel, withDays } from './days.ts';
import css from './timeline.module.css';

/** The days and months of the axis. A click chooses one, dragging chooses a span, Shift extends the span that is there. */
export function Ticks({ ticks, axisY, desk }: { ticks: Tick[]; axisY: number; desk: Desk }) {
  const { filters, onFilter } = desk;
  const [current, setCurrent] = useState(0);
  const [drag, setDrag] = useState<{ from: Tick; to: Tick } | null>(null);
  useEffect(() => {
    if (!drag) return;
    const onUp = () => {
      setDrag(null);
      if (drag.from !== drag.to) {
        const span = spanOf(tickDays(drag.from), tickDays(drag.to));
        onFilter((now) => ({ ...now, ...span }));
      }
    };
    // A finger that turns out to scroll the page ends without a choice.
    const onCancel = () => setDrag(null);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    return () => {
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
    };
  }, [drag, onFilter]);
  const shown = drag ? spanOf(tickDays(drag.from), tickDays(drag.to)) : filters;

  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (current + step + ticks.length) % ticks.length;
    setCurrent(next);
    const marks = event.currentTarget.querySelectorAll<SVGElement>('[data-tick]');
    marks[next]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the ticks inside
    <g onKeyDown={onKeyDown}>
      {ticks.map((tick, index) => {
        const days = tickDays(tick);
        const exact = filters.from === days.from && filters.to === days.to;
        const inside =
          (shown.from !== null || shown.to !== null) &&
          (shown.from ?? '') <= days.from &&
          (shown.to ?? '9999') >= days.to;
        return (
          <TickMark
            axisY={axisY}
            chosen={exact}
            first={index === 0 || ticks[index - 1]?.kind !== tick.kind}
            third={index % 3 === 0}
            inside={inside}
            key={`${tick.kind}${tick.day}`}
            onChoose={(extend) => onFilter((now) => (extend ? extendedTo(now, days) : withDays(now, days)))}
            onDragStart={() => setDrag({ from: tick, to: tick })}
            onDragTo={() => setDrag((known) => known && { ...known, to: tick })}
            onFocus={() => setCurrent(index)}
            reachable={index === Math.min(current, ticks.length - 1)}
            tick={tick}
          />
        );
      })}
    </g>
  );
}

type MarkProps = {
  tick: Tick;
  axisY: number;
  /** The first of its kind says its year. */
  first: boolean;
  third: boolean;
  chosen: boolean;
  inside: boolean;
  reachable: boolean;
  onChoose: (extend: boolean) => void;
  onDragStart: () => void;
  onDragTo: () => void;
  onFocus: () => void;
};

function TickMark({
  tick,
  axisY,
  first,
  third,
  chosen,
  inside,
  reachable,
  onChoose,
  onDragStart,
  onDragTo,
  onFocus,
}: MarkProps) {
  const days = tickDays(tick);
  // In full where there is room, else the year alone; a month whose name has no room keeps its tick.
  const full = tickLabel(tick, first || days.from.endsWith('-01-01'));
  const fits = (text: string) =>
    textWidth(text, tick.kind === 'day' ? 12 : 11, tick.kind === 'day' ? 600 : 400) < tick.width - 3;
  const label = fits(full) ? full : tick.kind === 'day' ? String(Number(days.from.slice(8))) : days.from.slice(0, 4);
  // Months too narrow for their names: every third has the room of three.
  const shortName = tickLabel(tick, false);
  const sparse = third && tick.kind === 'month' && !fits(shortName) && textWidth(shortName, 11) < 3 * tick.width - 3;
  const visible = fits(full) || tick.kind === 'day' || (first && fits(label)) || sparse;
  return (
    <g
      aria-label={`Only ${tickLabel(tick, true)}`}
      aria-pressed={chosen}
      className={css.tick}
      data-focus={`tick:${days.from}:${tick.kind}`}
      data-inside={inside ? '' : undefined}
      data-tick=""
      onClick={(event) => onChoose(event.shiftKey)}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(event.shiftKey);
      }}
      onPointerDown={(event) => event.button === 0 && onDragStart()}
      onPointerEnter={onDragTo}
      role="button"
      tabIndex={reachable ? 0 : -1}
    >
      <rect className={css.tickHit} height="24" width={tick.width} x={tick.x} y={axisY - 22} />
      <path className={css.tickLine} d={`M${tick.x} ${axisY}v${tick.kind === 'day' ? -7 : -4}`} />
      {visible && (
        <text className={tick.kind === 'day' ? css.dayLabel : css.monthLabel} x={tick.x + 4} y={axisY - 9}>
          {sparse ? shortName : label}
        </text>
      )}
    </g>
  );
}
