import { useMemo } from 'react';
import type { Desk } from '../../domain/desk.ts';
import { readBaseMap } from '../../draw/baseMap.ts';
import { venueDistances, venueRows } from './model.ts';
import { VenueMap } from './VenueMap.tsx';
import { VenueTable } from './VenueTable.tsx';
import css from './venues.module.css';

/** The map and the table; a chunk of its own, since projections are large. */
export default function Venues({ desk, map, mapFailed }: { desk: Desk; map: unknown; mapFailed: boolean }) {
  const base = useMemo(() => (map == null ? null : readBaseMap(map)), [map]);
  const distances = useMemo(() => venueDistances(desk.whole, base), [desk.whole, base]);
  const rows = useMemo(() => venueRows(desk.whole, desk.slice, distances), [desk.whole, desk.slice, distances]);
  return (
    <>
      {mapFailed ? (
        <p className={css.notice}>The base map could not be loaded. The table below holds the same places.</p>
      ) : (
        <VenueMap desk={desk} map={base} rows={rows} />
      )}
      <VenueTable desk={desk} pending={base === null && !mapFailed} rows={rows} />
    </>
  );
}
