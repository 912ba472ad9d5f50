import { Fragment } from 'react';
import type {
  BecauseOf,
  FullName,
  PassageFact,
  RelationFact,
  StatementFact,
} from '../../coverage/answers/reading/facts.ts';
import { dateWords } from '../../domain/dateWords.ts';
import { readEdtf } from '../../domain/edtf.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import type { Mark } from '../../domain/mark.ts';
import { doubtOf, reasonsOf, reviewWords } from '../../domain/signWords.ts';
import { textParts } from '../../domain/unseen.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Verbatim } from '../../ui/Verbatim.tsx';
import { Words } from '../../ui/Words.tsx';
import css from './reader.module.css';

/** What a machine's claim says of itself: "Read by a machine, fairly sure, because …; not checked." Null for a person's. */
function markSentence(mark: Mark): string | null {
  if (mark.by === 'person') return null;
  const reasons = reasonsOf(mark);
  return `Read by a machine, ${doubtOf(mark.sure)}${reasons === '' ? '' : `, because ${reasons}`}; ${reviewWords(mark)}.`;
}

const KINDS = {
  direct: 'Direct: all of it stands in quotation marks.',
  mixed: 'Mixed: some of it stands in quotation marks.',
  indirect: 'Indirect: none of it stands in quotation marks.',
};

const STANDINGS = {
  candidate: 'Candidate venue',
  'talked-about': 'Talked about',
  past: 'Past venue',
  scene: 'Where it happens',
};

/** What the shown passage is, who is behind it, and why; days of events were counted from `asOf`. */
export function PassageFacts({ fact, asOf }: { fact: PassageFact; asOf: string }) {
  const { statement, relation, event, venue, flag } = fact;
  return (
    <div className={css.facts}>
      {statement && <StatementFacts fact={statement} />}
      {relation && <RelationFacts fact={relation} />}
      {event && (
        <p>
          <b>
            <Words>{event.label}</Words>
          </b>
          : {event.date}, {event.certainty}, from “<Words>{event.surface}</Words>”, counted from {asOf}.
          <Marked mark={event.mark} />
        </p>
      )}
      {venue && (
        <p>
          <b>{STANDINGS[venue.standing]}</b>, according to <Words>{venue.attributedTo}</Words>.
          <Marked mark={venue.mark} />
        </p>
      )}
      {flag && (
        <p>
          <b>{FLAG_WORDS[flag.kind]}</b>: <Words>{flag.note}</Words>
          <Marked mark={flag.mark} />
        </p>
      )}
    </div>
  );
}

/** Says of a machine's claim that it is one; nothing of a person's. */
function Marked({ mark }: { mark: Mark }) {
  const sentence = markSentence(mark);
  return sentence === null ? null : <> {sentence}</>;
}

/** An EDTF date in words. */
const inWords = (date: string): string => {
  const span = readEdtf(date);
  return span ? dateWords(span) : date;
};

function FullNames({ of }: { of: FullName[] }) {
  return of.map(({ id, name, fullName }) => (
    <Fragment key={id}>
      {' '}
      Full name of <Words>{name}</Words>, from outside the articles: <Words>{fullName}</Words>.
    </Fragment>
  ));
}

function Because({ of }: { of: BecauseOf[] }) {
  return of.map(({ key, badge, exact }) => (
    <span className={css.because} key={key}>
      <Words>{badge}</Words>: “
      <bdi>
        <Verbatim parts={textParts(exact)} />
      </bdi>
      ”{' '}
    </span>
  ));
}

function StatementFacts({ fact }: { fact: StatementFact }) {
  const { speaker, relay, addressee, said, fullNames, kind, mark } = fact;
  return (
    <>
      <p>
        {speaker.status === 'named' && (
          <>
            <b>
              <Words>{speaker.name}</Words>
            </b>
            , named in the sentence.
          </>
        )}
        {speaker.status === 'resolved' && (
          <>
            <Icon name="resolved" size={12} />{' '}
            <b>
              <Words>{speaker.name}</Words>
            </b>
            , resolved {speaker.method === 'coreference' ? 'within this article' : 'by the other article'} from{' '}
            <Because of={speaker.because} />
          </>
        )}
        {speaker.status === 'unresolved' && (
          <>
            <Icon name="unresolved" size={12} /> <b>Unresolved.</b> <Words>{speaker.reason}</Words>
            {speaker.candidates.length > 0 && (
              <>
                {' '}
                Candidates:{' '}
                {speaker.candidates.map(({ id, name }, index) => (
                  <Fragment key={id}>
                    {index > 0 && ', '}
                    <Words>{name}</Words>
                  </Fragment>
                ))}
                .
              </>
            )}
          </>
        )}
        {relay !== null && (
          <>
            {' '}
            As told by <Words>{relay}</Words>.
          </>
        )}
        {addressee !== null && (
          <>
            {' '}
            Said to <Words>{addressee}</Words>.
          </>
        )}
        {said && (
          <>
            {' '}
            Said {inWords(said.date)}, {said.certainty} from <Because of={said.because} />
          </>
        )}
        <FullNames of={fullNames} />
        <Marked mark={mark} />
      </p>
      <p className={css.fine}>{KINDS[kind]}</p>
    </>
  );
}

function RelationFacts({ fact }: { fact: RelationFact }) {
  const { summary, kind, event, modality, until, voice, relay, fullNames, mark } = fact;
  return (
    <p>
      <b>
        <Words>{summary}</Words>
      </b>
      . Counts as {kind} ({event}), {modality}
      {until !== null && <>, ended: {inWords(until)}</>};{' '}
      {voice === 'reporter' ? (
        "in the reporter's own voice"
      ) : 'name' in voice ? (
        <>
          claimed by <Words>{voice.name}</Words>
        </>
      ) : (
        <>
          <Icon name="unresolved" size={12} /> claimed by{' '}
          {voice.unresolved === null ? (
            'nobody named'
          ) : (
            <>
              “<Words>{voice.unresolved}</Words>”
            </>
          )}
          , unresolved
        </>
      )}
      {relay !== null && (
        <>
          , as told by <Words>{relay}</Words>
        </>
      )}
      .
      <FullNames of={fullNames} />
      <Marked mark={mark} />
    </p>
  );
}
