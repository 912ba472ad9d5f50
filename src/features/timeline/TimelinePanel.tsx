import { Suspense, useState } from 'react';
import { EVENT_COUNTS } from '../../coverage/answers/eventCounts.ts';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BELOW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import css from './timeline.module.css';

export const Events = lazyPart(() => import('./Events.tsx'));

/** Most events that have a mark each on the axis; more of them stand there by month, year or decade. */
const MOST_EVENTS = 120;

const SHAPES = [
  { value: 'axis', label: 'Axis' },
  { value: 'list', label: 'List' },
] as const;

/** `listBelow`: the media query of the windows that have no room for an axis; phones without it. */
type Props = { desk: Desk; className?: string | undefined; listBelow?: string };

/** When: dated events on an axis with marked breaks; as a list where there is no room for an axis. */
export function TimelinePanel({ desk, className, listBelow = BELOW.tablet }: Props) {
  const narrow = useMediaQuery(listBelow);
  const counts = desk.answer(EVENT_COUNTS, null);
  const inAll = desk.head.sizes.events;
  const [shape, setShape] = useState<'axis' | 'list'>('axis');
  // An axis of many holds them by month or year: each of them stands in the list.
  const crowded = inAll > MOST_EVENTS && !narrow;
  const count = counts.events === inAll ? `${inAll} events` : `${counts.events} of ${inAll} events`;
  return (
    <Panel
      actions={crowded && <Segmented label="Events as" onChange={setShape} options={SHAPES} value={shape} />}
      className={className}
      resetKey={counts}
      sub={`${count}${counts.undated > 0 ? `, ${counts.undated} without a date` : ''}`}
      title={PANELS.timeline.title}
    >
      {inAll === 0 ? (
        <PanelEmpty>This coverage names no date.</PanelEmpty>
      ) : (
        <Suspense fallback={<div className={css.axis} />}>
          <Events as={narrow || (crowded && shape === 'list') ? 'list' : 'axis'} desk={desk} most={MOST_EVENTS} />
        </Suspense>
      )}
    </Panel>
  );
}
