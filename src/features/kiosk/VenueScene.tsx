import { type Dataset, itemById } from '../../domain/corpus.ts';
import { hasSigns } from '../../domain/signs.ts';
import { referencesOf } from '../../domain/travel.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { distanceText, hasTrains, type VenueRow } from '../venues/model.ts';
import lines from './lines.module.css';
import { badgeOf } from './scenes.ts';
import { VenueMap } from './VenueMap.tsx';
import css from './venue.module.css';

type Props = {
  whole: Dataset;
  row: VenueRow;
  number: number;
  candidates: string[];
  map: BaseMap | null;
  portrait: boolean;
};

/** One candidate: where it is, what is said for it, and how far it is. */
export function VenueScene({ whole, row, number, candidates, map, portrait }: Props) {
  const { place, claims, distances, byTrain } = row;
  const claim = claims[0];
  const origins = referencesOf(whole);
  return (
    <>
      <VenueMap map={map} origin={origins[0] ?? null} place={place} portrait={portrait} />
      <div className={css.facts}>
        <p className={lines.kicker}>
          Candidate {number} of {candidates.length}
        </p>
        <h1 data-primary="">
          <Words>{place.name}</Words>
        </h1>
        {hasSigns(whole) && (
          <p className={lines.kicker}>
            <Sign checked={row.checked} said={false} size={28} />{' '}
            {row.checked ? 'checked by a person' : 'read by a machine, not checked'}
          </p>
        )}
        {claim && (
          <p className={css.claim}>
            {claim.verbatim ? '“' : ''}
            <Words>{claim.text}</Words>
            {claim.verbatim ? '”' : ''} <Badge {...badgeOf(whole, claim.article)} />
          </p>
        )}
        <dl>
          {origins.map((origin) => {
            const distance = distances.get(origin.id);
            return (
              <div key={origin.id}>
                <dt>
                  From <Words>{origin.name}</Words>
                </dt>
                <dd>{distance ? `${distanceText(distance)} km` : '–'}</dd>
              </div>
            );
          })}
          {hasTrains(whole) && (
            <div>
              <dt>By train</dt>
              <dd data-blank={byTrain ? undefined : ''}>{byTrain ? (byTrain.can ? 'Yes' : 'No') : '– not stated'}</dd>
            </div>
          )}
        </dl>
      </div>
      <ol className={css.candidates}>
        {candidates.map((id) => (
          <li aria-current={id === place.id ? 'true' : undefined} key={id}>
            <Words>{itemById(whole.places, id)?.name ?? id}</Words>
          </li>
        ))}
      </ol>
    </>
  );
}
