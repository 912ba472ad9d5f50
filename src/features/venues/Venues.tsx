import { useMemo } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { shortList } from '../../domain/shortList.ts';
import { readBaseMap } from '../../draw/baseMap.ts';
import { Words } from '../../ui/Words.tsx';
import { pointsOf } from './mapMarks.ts';
import { venueDistances, venueRows } from './model.ts';
import { VenueMap } from './VenueMap.tsx';
import { VenueTable } from './VenueTable.tsx';
import css from './venues.module.css';

/** The map and the table; a chunk of its own, since projections are large. */
export default function Venues({ desk, map, mapFailed }: { desk: Desk; map: unknown; mapFailed: boolean }) {
  const base = useMemo(() => (map == null ? null : readBaseMap(map)), [map]);
  const distances = useMemo(() => venueDistances(desk.whole, base), [desk.whole, base]);
  const rows = useMemo(() => venueRows(desk.whole, desk.slice, distances), [desk.whole, desk.slice, distances]);
  const unplaced = rows.filter(
    ({ place }) => pointsOf([place], base).length === 0 && (base !== null || place.area === null),
  );
  return (
    <>
      {mapFailed ? (
        <p className={css.notice}>The base map could not be loaded. The table below holds the same places.</p>
      ) : (
        <VenueMap desk={desk} map={base} rows={rows} />
      )}
      {unplaced.length > 0 && (
        <p className={css.unplaced}>
          Not on the map: <Words>{shortList(unplaced.map(({ place }) => place.name))}</Words>
        </p>
      )}
      <VenueTable desk={desk} pending={base === null && !mapFailed} rows={rows} />
    </>
  );
}
