import { Fragment } from 'react';
import type { Desk } from '../../coverage/desk.ts';
import { actorName, itemById } from '../../domain/corpus.ts';
import { dateWords } from '../../domain/dateWords.ts';
import { readEdtf } from '../../domain/edtf.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { FLAG_WORDS } from '../../domain/flagNames.ts';
import type { Mark } from '../../domain/mark.ts';
import { type Passage, voiceOf } from '../../domain/reading.ts';
import type { Relation } from '../../domain/relation.ts';
import { doubtOf, reasonsOf, reviewWords } from '../../domain/signWords.ts';
import type { Statement } from '../../domain/statement.ts';
import { tieKind } from '../../domain/tie.ts';
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

/** What the shown passage is, who is behind it, and why: the part that lets a reader check the attribution. */
export function PassageFacts({ current, desk }: { current: Passage; desk: Desk }) {
  const { whole } = desk;
  const { statement, relation, flag, opened, spans } = current;
  const event = itemById(whole.events, opened.mark);
  const venue = whole.venues.find(({ place }) => place === opened.mark);
  const first = spans[0];
  return (
    <div className={css.facts}>
      {statement && <StatementFacts desk={desk} statement={statement} />}
      {relation && first && <RelationFacts desk={desk} evidence={first} relation={relation} />}
      {event && (
        <p>
          <b>
            <Words>{event.label}</Words>
          </b>
          : {event.date}, {event.certainty}, from “<Words>{event.surface}</Words>”, counted from {whole.asOf.date}.
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

/** The fuller names of actors, which no article gives. */
function FullNames({ ids, desk }: { ids: readonly (string | null)[]; desk: Desk }) {
  const actors = [...new Set(ids)].flatMap((id) => (id === null ? [] : (itemById(desk.whole.actors, id) ?? [])));
  return actors.map(
    ({ id, name, fullName }) =>
      fullName !== null && (
        <Fragment key={id}>
          {' '}
          Full name of <Words>{name}</Words>, from outside the articles: <Words>{fullName}</Words>.
        </Fragment>
      ),
  );
}

function Because({ spans, desk }: { spans: Evidence[]; desk: Desk }) {
  return spans.map((span) => (
    <span className={css.because} key={`${span.article}${span.start}`}>
      <Words>{itemById(desk.whole.articles, span.article)?.badge ?? span.article}</Words>: “
      <bdi>
        <Verbatim parts={textParts(span.exact)} />
      </bdi>
      ”{' '}
    </span>
  ));
}

function StatementFacts({ statement, desk }: { statement: Statement; desk: Desk }) {
  const { whole } = desk;
  const { speaker, relay, addressee, said } = statement;
  const speakers = speaker.status === 'unresolved' ? speaker.candidates : [speaker.actor];
  const name = (id: string) => <Words>{actorName(whole, id)}</Words>;
  return (
    <>
      <p>
        {speaker.status === 'named' && (
          <>
            <b>{name(speaker.actor)}</b>, named in the sentence.
          </>
        )}
        {speaker.status === 'resolved' && (
          <>
            <Icon name="resolved" size={12} /> <b>{name(speaker.actor)}</b>, resolved{' '}
            {speaker.method === 'coreference' ? 'within this article' : 'by the other article'} from{' '}
            <Because desk={desk} spans={speaker.because} />
          </>
        )}
        {speaker.status === 'unresolved' && (
          <>
            <Icon name="unresolved" size={12} /> <b>Unresolved.</b> <Words>{speaker.reason}</Words>
            {speaker.candidates.length > 0 && (
              <>
                {' '}
                Candidates:{' '}
                {speaker.candidates.map((id, index) => (
                  <Fragment key={id}>
                    {index > 0 && ', '}
                    {name(id)}
                  </Fragment>
                ))}
                .
              </>
            )}
          </>
        )}
        {relay && <> As told by {name(relay.actor)}.</>}
        {addressee !== null && <> Said to {name(addressee)}.</>}
        {said && (
          <>
            {' '}
            Said {inWords(said.date)}, {said.certainty} from <Because desk={desk} spans={[said.evidence]} />
          </>
        )}
        <FullNames desk={desk} ids={[...speakers, relay?.actor ?? null, addressee]} />
        <Marked mark={statement.mark} />
      </p>
      <p className={css.fine}>{KINDS[statement.kind]}</p>
    </>
  );
}

function RelationFacts({ relation, evidence, desk }: { relation: Relation; evidence: Evidence; desk: Desk }) {
  const { whole } = desk;
  const voice = voiceOf(relation, evidence, whole);
  return (
    <p>
      <b>
        <Words>{relation.summary}</Words>
      </b>
      . Counts as {tieKind(relation)} ({relation.event}), {relation.modality}
      {relation.until !== null && <>, ended: {inWords(relation.until)}</>};{' '}
      {voice === 'reporter' ? (
        "in the reporter's own voice"
      ) : 'actor' in voice ? (
        <>
          claimed by <Words>{actorName(whole, voice.actor)}</Words>
        </>
      ) : (
        <>
          <Icon name="unresolved" size={12} /> claimed by{' '}
          {voice.unresolved.source ? (
            <>
              “<Words>{voice.unresolved.source.exact}</Words>”
            </>
          ) : (
            'nobody named'
          )}
          , unresolved
        </>
      )}
      {relation.relay !== null && (
        <>
          , as told by <Words>{actorName(whole, relation.relay)}</Words>
        </>
      )}
      .
      <FullNames desk={desk} ids={[...relation.actors, ...relation.recipients, relation.claimedBy, relation.relay]} />
      <Marked mark={relation.mark} />
    </p>
  );
}
