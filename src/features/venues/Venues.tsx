import { useMemo } from 'react';
import { MOST_VENUES, PLACES } from '../../coverage/answers/places.ts';
import type { Desk } from '../../coverage/desk.ts';
import { shortList } from '../../domain/shortList.ts';
import { readBaseMap } from '../../draw/baseMap.ts';
import { Words } from '../../ui/Words.tsx';
import { pointsOf } from './mapMarks.ts';
import { VenueMap } from './VenueMap.tsx';
import { VenueTable } from './VenueTable.tsx';
import css from './venues.module.css';

/** The map and the table; a chunk of its own, since projections are large. */
export default function Venues({ desk, map, mapFailed }: { desk: Desk; map: unknown; mapFailed: boolean }) {
  const base = useMemo(() => (map == null ? null : readBaseMap(map)), [map]);
  const places = desk.answer(PLACES, { venues: MOST_VENUES });
  const unplaced = places.venues.filter(
    ({ place }) => pointsOf([place], base).length === 0 && (base !== null || place.area === null),
  );
  return (
    <>
      {mapFailed ? (
        <p className={css.notice}>The base map could not be loaded. The table below holds the same places.</p>
      ) : (
        <VenueMap desk={desk} map={base} places={places} />
      )}
      {unplaced.length > 0 && (
        <p className={css.unplaced}>
          Not on the map: <Words>{shortList(unplaced.map(({ place }) => place.name))}</Words>
        </p>
      )}
      <VenueTable desk={desk} map={base} pending={base === null && !mapFailed} places={places} />
    </>
  );
}
