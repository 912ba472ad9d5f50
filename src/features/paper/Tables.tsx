import { Fragment } from 'react';
import type { ClaimLine, EventLine, TieLine, ToldLine, VenueLine } from '../../coverage/answers/editionTables.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Words } from '../../ui/Words.tsx';
import { Cites, Named } from './Cites.tsx';
import css from './paper.module.css';

function Told({ line }: { line: ToldLine }) {
  const { summary, modality, voice, relay, cites } = line;
  return (
    <li>
      <Words>{summary}</Words>
      <Cites cites={cites} />{' '}
      <span className={css.meta}>
        ({modality}
        {voice !== 'reporter' && (
          <>
            {'words' in voice && voice.words === null ? (
              ', nobody named for it'
            ) : (
              <>
                , claimed by <Named voice={voice} />
              </>
            )}
            {'words' in voice && ', unresolved'}
          </>
        )}
        {relay !== null && (
          <>
            , as told by <Words>{relay}</Words>
          </>
        )}
        )
      </span>
    </li>
  );
}

/** Who relates to whom: from, kind, to, and what is told of it in whose voice. */
export function TieTable({ ties }: { ties: TieLine[] }) {
  return (
    <table className={css.table} data-table="ties">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Kind</th>
          <th scope="col">To</th>
          <th scope="col">Passages</th>
          <th scope="col">What is told</th>
        </tr>
      </thead>
      <tbody>
        {ties.map(({ key, from, kind, to, passages, modality, sign, told }) => (
          <tr key={key}>
            <th scope="row">
              <Words>{from}</Words>
            </th>
            <td className={css.kind}>
              <span className={`k-${kind}`}>
                <Icon name={kind} size={14} />
              </span>{' '}
              {kind}
            </td>
            <td>{to === null ? <span className={css.meta}>each other</span> : <Words>{to}</Words>}</td>
            <td>
              {/* "3 asserted", or "7: 6 asserted, 1 hypothetical". */}
              {passages}
              {/\d/.test(modality) ? ': ' : ' '}
              <span className={css.meta}>
                {modality}
                <Signed sign={sign} />
              </span>
            </td>
            <td>
              <ul>
                {told.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a tie never change their order
                  <Told key={index} line={line} />
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How much of it is checked, where there are signs. */
const Signed = ({ sign }: { sign: string | null }) => sign !== null && `, ${sign}`;

/** Words of an article in quotation marks, and words about it without. */
function Claimed({ text, verbatim }: Pick<ClaimLine, 'text' | 'verbatim'>) {
  return verbatim ? (
    <q>
      <Words>{text}</Words>
    </q>
  ) : (
    <Words>{text}</Words>
  );
}

const STANDINGS = {
  candidate: 'candidate',
  'talked-about': 'talked about',
  past: 'past venue',
  scene: 'where it happens',
};

/** Where it may happen: each place with what the articles say for it. */
export function VenueTable({ venues }: { venues: VenueLine[] }) {
  return (
    <table className={css.table} data-table="venues">
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Standing</th>
          <th scope="col">What the articles say</th>
          <th scope="col">According to</th>
        </tr>
      </thead>
      <tbody>
        {venues.map(({ place, standing, claims, attributedTo, sign, named }) => (
          <tr key={place}>
            <th scope="row">
              <Words>{place}</Words>
              <Cites cites={named} />
            </th>
            <td>
              {STANDINGS[standing]}
              <Signed sign={sign} />
            </td>
            <td>
              {claims.length === 0 ? (
                <span className={css.meta}>named, nothing more</span>
              ) : (
                <ul>
                  {claims.map((claim) => (
                    <li key={claim.text}>
                      <Claimed {...claim} />
                      <Cites cites={claim.cites} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
            <td>
              <Words>{attributedTo}</Words>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** When: each event with its date, the words that date it, and how sure the date is. */
export function EventTable({ events }: { events: EventLine[] }) {
  return (
    <table className={css.table} data-table="events">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">In the words</th>
          <th scope="col">Certainty</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, label, date, surfaces, certainty, place, sign, cites }) => (
          <tr data-certainty={certainty} key={id}>
            <th scope="row">{date}</th>
            <td>
              <Words>{label}</Words>
              {place !== null && !label.includes(place) && (
                <>
                  , <Words>{place}</Words>
                </>
              )}
              <Cites cites={cites} />
            </td>
            <td>
              {surfaces.map((surface, index) => (
                <Fragment key={surface}>
                  {index > 0 && ' / '}
                  <Claimed text={surface} verbatim />
                </Fragment>
              ))}
            </td>
            <td>
              {certainty === 'contested' ? (
                <>
                  <Icon name="warning" size={12} /> contested
                </>
              ) : (
                certainty
              )}
              <Signed sign={sign} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
