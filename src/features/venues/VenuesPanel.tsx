import { Suspense } from 'react';
import { PLACE_COUNTS, type PlaceCounts } from '../../coverage/answers/placeCounts.ts';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { plural } from '../../ui/plural.ts';
import css from './venues.module.css';

export const Venues = lazyPart(() => import('./Venues.tsx'));

/** `map` is the base map as it was read from its file: undefined while it is on its way, and `mapFailed` says that it will not come. */
type Props = { desk: Desk; map: unknown; mapFailed: boolean; className?: string | undefined };

/** How many venues there are of each standing that the coverage has: "4 candidates, 1 past venue, 1 for talks". */
function standingCounts({ candidate, past, 'talked-about': talks, scene }: PlaceCounts['standings']): string {
  return [
    candidate > 0 && plural(candidate, 'candidate'),
    past > 0 && plural(past, 'past venue'),
    talks > 0 && `${talks} for talks`,
    scene > 0 && plural(scene, 'scene'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where it may happen: the venues on a map, and beside it what each article says for each of them. */
export function VenuesPanel({ desk, map, mapFailed, className = '' }: Props) {
  const counts = desk.answer(PLACE_COUNTS, null);
  const inAll = desk.head.sizes.venues;
  const sub =
    counts.venues === inAll ? (
      <span>
        {standingCounts(counts.standings)}
        {counts.references > 0 && <small>; distances are computed</small>}
      </span>
    ) : (
      `${counts.venues} of ${inAll} places`
    );
  return (
    <Panel className={`${css.panel} ${className}`} resetKey={counts} sub={sub} title={PANELS.venues.title}>
      {inAll === 0 ? (
        <PanelEmpty>This coverage names no venue.</PanelEmpty>
      ) : (
        <Suspense fallback={<div className={css.map} />}>
          <Venues desk={desk} map={map} mapFailed={mapFailed} />
        </Suspense>
      )}
    </Panel>
  );
}
