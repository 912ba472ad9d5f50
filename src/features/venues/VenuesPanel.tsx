import { Suspense } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { PANELS } from '../../domain/panel.ts';
import { referencesOf } from '../../domain/travel.ts';
import type { Standing, Venue } from '../../domain/venue.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Panel, PanelEmpty } from '../../ui/Panel.tsx';
import { plural } from '../../ui/plural.ts';
import css from './venues.module.css';

export const Venues = lazyPart(() => import('./Venues.tsx'));

/** `map` is the base map as it was read from its file: undefined while it is on its way, and `mapFailed` says that it will not come. */
type Props = { desk: Desk; map: unknown; mapFailed: boolean; className?: string | undefined };

/** How many venues there are of each standing that the coverage has: "4 candidates, 1 past venue, 1 for talks". */
function standingCounts(venues: readonly Venue[]): string {
  const words: Record<Standing, (count: number) => string> = {
    candidate: (count) => plural(count, 'candidate'),
    past: (count) => plural(count, 'past venue'),
    'talked-about': (count) => `${count} for talks`,
    scene: (count) => plural(count, 'scene'),
  };
  return Object.entries(words)
    .map(([standing, said]) => {
      const count = venues.filter((venue) => venue.standing === standing).length;
      return count > 0 ? said(count) : '';
    })
    .filter((said) => said !== '')
    .join(', ');
}

/** Where it may happen: the venues on a map, and beside it what each article says for each of them. */
export function VenuesPanel({ desk, map, mapFailed, className = '' }: Props) {
  const { whole, slice } = desk;
  const sub =
    slice.venues.length === whole.venues.length ? (
      <span>
        {standingCounts(slice.venues)}
        {referencesOf(whole).length > 0 && <small>; distances are computed</small>}
      </span>
    ) : (
      `${slice.venues.length} of ${whole.venues.length} places`
    );
  return (
    <Panel className={`${css.panel} ${className}`} resetKey={slice} sub={sub} title={PANELS.venues.title}>
      {whole.venues.length === 0 ? (
        <PanelEmpty>This coverage names no venue.</PanelEmpty>
      ) : (
        <Suspense fallback={<div className={css.map} />}>
          <Venues desk={desk} map={map} mapFailed={mapFailed} />
        </Suspense>
      )}
    </Panel>
  );
}
