import type { PlaceRow, PlacesAnswer, VenueRow } from '../../coverage/answers/places.ts';
import type { Desk } from '../../coverage/desk.ts';
import { toggled } from '../../domain/filters.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { distanceText, distanceTo, STANDING_NOTES } from './model.ts';
import css from './venues.module.css';

/** The longest distance that the bars can show, in km; half the way round the Earth is 20,000. */
const BAR_END = 16_000;

/** `pending`: the outlines that distances to areas need are on their way. */
type Measured = { map: BaseMap | null; pending: boolean };

function DistanceCell({ place, from, map, pending }: { place: PlaceRow; from: PlaceRow } & Measured) {
  const distance = distanceTo(place, from, map);
  const share = (km: number) => Math.min(100, Math.round((km / BAR_END) * 1000) / 10);
  return (
    <td className={css.distance} data-pending={pending && !distance ? '' : undefined}>
      <span aria-hidden="true" className={css.cellName}>
        km from <Words>{from.name}</Words>
      </span>
      {distance ? distanceText(distance) : pending ? '…' : '–'}
      <svg aria-hidden="true" height="3" preserveAspectRatio="none" viewBox="0 0 100 3">
        <rect className={css.track} height="3" width="100" />
        {distance && <rect className={css.tail} height="3" width={share(distance.farthest)} />}
        {distance && <rect className={css.bar} height="3" width={share(distance.nearest)} />}
      </svg>
    </td>
  );
}

function TrainCell({ row, onOpen }: { row: VenueRow; onOpen: Desk['onOpen'] }) {
  const { byTrain, place } = row;
  return (
    <td className={css.train}>
      <span aria-hidden="true" className={css.cellName}>
        By train
      </span>
      {byTrain ? (
        <button
          data-focus={`venue:${place.id}:train`}
          onClick={() => onOpen({ mark: place.id, passage: byTrain.passage })}
          type="button"
        >
          <Icon name={byTrain.can ? 'check' : 'close'} size={12} /> {byTrain.can ? 'yes' : 'no'}
        </button>
      ) : (
        <span className={css.unstated}>not stated</span>
      )}
    </td>
  );
}

/** What each article says for each place, with distances that are computed and access that is not. */
export function VenueTable({ desk, places, map, pending }: { desk: Desk; places: PlacesAnswer } & Measured) {
  const { filters, onFilter, onOpen } = desk;
  const { venues, venuesInAll, references, trains } = places;
  const { signed } = desk.head;
  return (
    <ScrollRegion className={css.tableScroll} label="Venues">
      <table className={css.table} data-signs={signed ? '' : undefined} data-trains={trains ? '' : undefined}>
        <caption className="vh">
          Distances are computed on the great circle, not reported; an area has its nearest and farthest point.
        </caption>
        <thead>
          <tr>
            <th scope="col">Venue</th>
            <th scope="col">
              <span>What the articles say</span>
              {references.length > 0 && <span aria-hidden="true">km from</span>}
            </th>
            {references.map(({ id, name }) => (
              <th className={css.distance} key={id} scope="col">
                <span className="vh">km from</span> <Words>{name}</Words>
              </th>
            ))}
            {trains && (
              <th className={css.train} scope="col">
                By train
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {venues.map((row) => {
            const { place, claims, standing } = row;
            const key = `venue:${place.id}`;
            const open = signed && !row.checked;
            const note = STANDING_NOTES[standing] ?? row.kind;
            return (
              <tr
                data-chosen={filters.places.includes(place.id) ? '' : undefined}
                data-dim={row.shown ? undefined : ''}
                data-standing={standing}
                key={place.id}
              >
                <th data-open={open ? '' : undefined} scope="row">
                  <button
                    aria-pressed={filters.places.includes(place.id)}
                    data-focus={key}
                    onClick={() => onFilter((now) => toggled(now, 'places', place.id))}
                    type="button"
                  >
                    {signed && <Sign checked={!open} said={false} />}
                    <Words>{place.name}</Words>
                    {signed && <span className="vh">, {open ? 'not checked' : 'checked'}</span>}
                  </button>
                  {note !== null && (
                    <small>
                      {note}
                      {note === row.kind && <span className="vh">, no city named</span>}
                    </small>
                  )}
                </th>
                <td>
                  <div className={css.claims}>
                    {claims.map((claim) => (
                      <button
                        className={css.claim}
                        data-focus={`${key}:${claim.article}:${claim.passage}`}
                        key={`${claim.article}:${claim.passage}:${claim.text}`}
                        onClick={() => onOpen({ mark: place.id, passage: claim.passage })}
                        type="button"
                      >
                        <span>
                          <Badge {...claim.badge} /> {claim.verbatim && '“'}
                          <Words>{claim.text}</Words>
                          {claim.verbatim && '”'}
                        </span>
                      </button>
                    ))}
                  </div>
                  {!row.shown && <span className="vh">not in this selection</span>}
                </td>
                {references.map((from) => (
                  <DistanceCell from={from} key={from.id} map={map} pending={pending} place={place} />
                ))}
                {trains && <TrainCell onOpen={onOpen} row={row} />}
              </tr>
            );
          })}
        </tbody>
      </table>
      {venuesInAll > venues.length && (
        <p>
          The first {venues.length} of {venuesInAll} venues are shown; filters choose others.
        </p>
      )}
    </ScrollRegion>
  );
}
