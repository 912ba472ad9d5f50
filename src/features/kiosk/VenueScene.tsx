import { useMemo } from 'react';
import type { VenueContent } from '../../coverage/answers/sceneContents.ts';
import type { BaseMap } from '../../draw/baseMap.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Words } from '../../ui/Words.tsx';
import { distanceText, distanceTo } from '../venues/model.ts';
import lines from './lines.module.css';
import { VenueMap } from './VenueMap.tsx';
import css from './venue.module.css';

const TRAINS = { yes: 'Yes', no: 'No', 'not stated': '– not stated' };

type Props = { content: VenueContent; map: BaseMap | null; portrait: boolean };

/** One candidate: where it is, what is said for it, and how far it is. */
export function VenueScene({ content, map, portrait }: Props) {
  const { place, number, candidates, origins, claim, byTrain, checked } = content;
  const ways = useMemo(
    () => origins.map((origin) => ({ ...origin, distance: distanceTo(place, origin, map) })),
    [origins, place, map],
  );
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
        {checked !== null && (
          <p className={lines.kicker}>
            <Sign checked={checked} said={false} size={28} />{' '}
            {checked ? 'checked by a person' : 'read by a machine, not checked'}
          </p>
        )}
        {claim && (
          <p className={css.claim}>
            {claim.verbatim ? '“' : ''}
            <Words>{claim.text}</Words>
            {claim.verbatim ? '”' : ''} <Badge {...claim.badge} />
          </p>
        )}
        <dl>
          {ways.map(({ id, name, distance }) => (
            <div key={id}>
              <dt>
                From <Words>{name}</Words>
              </dt>
              <dd>{distance ? `${distanceText(distance)} km` : '–'}</dd>
            </div>
          ))}
          {byTrain !== null && (
            <div>
              <dt>By train</dt>
              <dd data-blank={byTrain === 'not stated' ? '' : undefined}>{TRAINS[byTrain]}</dd>
            </div>
          )}
        </dl>
      </div>
      <ol className={css.candidates}>
        {candidates.map(({ id, name }) => (
          <li aria-current={id === place.id ? 'true' : undefined} key={id}>
            <Words>{name}</Words>
          </li>
        ))}
      </ol>
    </>
  );
}
