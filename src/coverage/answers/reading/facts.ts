import { actorName, type Dataset, itemById } from '../../../domain/corpus.ts';
import type { DatedEvent } from '../../../domain/datedEvent.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Mark } from '../../../domain/mark.ts';
import { type Passage, venueAt, voiceOf } from '../../../domain/reading.ts';
import type { Relation } from '../../../domain/relation.ts';
import type { Slug } from '../../../domain/slug.ts';
import { type Statement, type StatementKind, speakerOf } from '../../../domain/statement.ts';
import type { TextFlag } from '../../../domain/textFlag.ts';
import { type TieKind, tieKind } from '../../../domain/tie.ts';
import type { Venue } from '../../../domain/venue.ts';

/** Words of an article from which something is known. */
export type BecauseOf = { key: string; badge: string; exact: string };

/** The fuller name of an actor, which no article gives. */
export type FullName = { id: Slug; name: string; fullName: string };

/** Who is behind a statement, with names. */
export type StatementFact = {
  speaker:
    | { status: 'named'; name: string }
    | { status: 'resolved'; name: string; method: 'coreference' | 'sibling-article'; because: BecauseOf[] }
    | { status: 'unresolved'; reason: string; candidates: { id: Slug; name: string }[] };
  relay: string | null;
  addressee: string | null;
  said: { date: string; certainty: 'stated' | 'inferred'; because: BecauseOf[] } | null;
  fullNames: FullName[];
  kind: StatementKind;
  mark: Mark;
};

/** What a relation says and who says so, with names: a settled one, the words for one who is not (null for nobody), or the reporter. */
export type RelationFact = Pick<Relation, 'summary' | 'event' | 'modality' | 'until' | 'mark'> & {
  kind: TieKind;
  voice: 'reporter' | { name: string } | { unresolved: string | null };
  relay: string | null;
  fullNames: FullName[];
};

/** What a passage is, who is behind it, and why, of each thing that it stands for. */
export type PassageFact = {
  statement: StatementFact | null;
  relation: RelationFact | null;
  event: Pick<DatedEvent, 'label' | 'date' | 'certainty' | 'surface' | 'mark'> | null;
  venue: Pick<Venue, 'standing' | 'attributedTo' | 'mark'> | null;
  flag: Pick<TextFlag, 'kind' | 'note' | 'mark'> | null;
};

const becauseOf = (whole: Dataset, spans: readonly Evidence[]): BecauseOf[] =>
  spans.map(({ article, start, exact }) => ({
    key: `${article}${start}`,
    badge: itemById(whole.articles, article)?.badge ?? article,
    exact,
  }));

const fullNames = (whole: Dataset, ids: readonly (Slug | null)[]): FullName[] =>
  [...new Set(ids)].flatMap((of) => {
    const { id, name, fullName } = itemById(whole.actors, of ?? '') ?? { fullName: null };
    return fullName === null ? [] : [{ id, name, fullName }];
  });

function speakerFact(whole: Dataset, { speaker }: Statement): StatementFact['speaker'] {
  if (speaker.status === 'unresolved') {
    const { status, reason, candidates } = speaker;
    return { status, reason, candidates: candidates.map((id) => ({ id, name: actorName(whole, id) })) };
  }
  const name = actorName(whole, speaker.actor);
  if (speaker.status === 'named') return { status: 'named', name };
  return { status: 'resolved', name, method: speaker.method, because: becauseOf(whole, speaker.because) };
}

function statementFact(whole: Dataset, statement: Statement): StatementFact {
  const { speaker, relay, addressee, said, kind, mark } = statement;
  const nameOf = (id: Slug | null) => (id === null ? null : actorName(whole, id));
  const speakers = speaker.status === 'unresolved' ? speaker.candidates : [speakerOf(statement)];
  const relayed = relay?.actor ?? null;
  return {
    speaker: speakerFact(whole, statement),
    relay: nameOf(relayed),
    addressee: nameOf(addressee),
    said: said && { date: said.date, certainty: said.certainty, because: becauseOf(whole, [said.evidence]) },
    fullNames: fullNames(whole, [...speakers, relayed, addressee]),
    kind,
    mark,
  };
}

function relationFact(whole: Dataset, relation: Relation, evidence: Evidence): RelationFact {
  const { summary, event, modality, until, mark, actors, recipients, claimedBy, relay } = relation;
  const voice = voiceOf(relation, evidence, whole);
  return {
    summary,
    event,
    modality,
    until,
    mark,
    kind: tieKind(relation),
    voice:
      voice === 'reporter'
        ? voice
        : 'actor' in voice
          ? { name: actorName(whole, voice.actor) }
          : { unresolved: voice.unresolved.source?.exact ?? null },
    relay: relay === null ? null : actorName(whole, relay),
    fullNames: fullNames(whole, [...actors, ...recipients, claimedBy, relay]),
  };
}

/** What a passage is, who is behind it, and why: the part that lets a reader check the attribution. */
export function factOf(whole: Dataset, { statement, relation, flag, opened, spans }: Passage): PassageFact {
  const event = itemById(whole.events, opened.mark);
  const venue = venueAt(whole, opened.mark);
  return {
    statement: statement && statementFact(whole, statement),
    relation: relation && spans[0] ? relationFact(whole, relation, spans[0]) : null,
    event: event
      ? {
          label: event.label,
          date: event.date,
          certainty: event.certainty,
          surface: event.surface,
          mark: event.mark,
        }
      : null,
    venue: venue ? { standing: venue.standing, attributedTo: venue.attributedTo, mark: venue.mark } : null,
    flag: flag && { kind: flag.kind, note: flag.note, mark: flag.mark },
  };
}
