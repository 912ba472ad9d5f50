import { Suspense, useMemo, useState } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { eventRows, MOST_EVENTS } from './model.ts';
import css from './timeline.module.css';

export const Events = lazyPart(() => import('./Events.tsx'));

const SHAPES = [
  { value: 'axis', label: 'Axis' },
  { value: 'list', label: 'List' },
] as const;

/** `listBelow`: the media query of the windows that have no room for an axis; phones without it. */
type Props = { desk: Desk; className?: string | undefined; listBelow?: string };

/** When: dated events on an axis with marked breaks; as a list where there is no room for an axis. */
export function TimelinePanel({ desk, className, listBelow = BELOW.tablet }: Props) {
  const narrow = useMediaQuery(listBelow);
  const { whole, slice } = desk;
  const rows = useMemo(() => eventRows(whole, slice), [whole, slice]);
  const [shape, setShape] = useState<'axis' | 'list'>('axis');
  // An axis of many holds them by month or year: each of them stands in the list.
  const crowded = rows.length > MOST_EVENTS && !narrow;
  const shown = rows.filter((row) => row.shown).length;
  const undated = rows.filter(({ item, shown: here }) => here && item.shape === 'open').length;
  const count = shown === rows.length ? `${rows.length} events` : `${shown} of ${rows.length} events`;
  return (
    <Panel
      actions={crowded && <Segmented label="Events as" onChange={setShape} options={SHAPES} value={shape} />}
      className={className}
      resetKey={desk.slice}
      sub={`${count}${undated > 0 ? `, ${undated} without a date` : ''}`}
      title={PANELS.timeline.title}
    >
      {rows.length === 0 ? (
        <PanelEmpty>This coverage names no date.</PanelEmpty>
      ) : (
        <Suspense fallback={<div className={css.axis} />}>
          <Events as={narrow || (crowded && shape === 'list') ? 'list' : 'axis'} desk={desk} rows={rows} />
        </Suspense>
      )}
    </Panel>
  );
}
