import type { Slug } from '../../domain/slug.ts';
import type { Speaker, Statement } from '../../domain/statement.ts';
import { byUnits, digestOf, Ids } from './ids.ts';
import type { JoinedActors } from './joinActors.ts';
import type { LocalStatement } from './localStatements.ts';
import type { OneReading } from './readOne.ts';
import { evidenceOf } from './spans.ts';
import { machine } from './why.ts';

/** Below this sureness nobody is named. */
const LEAST_SURE = 50;

/** The statements of all articles, in the order of the articles and their texts. `minSure` leaves less sure speakers open. */
export function joinStatements(readings: readonly OneReading[], actors: JoinedActors, minSure: number): Statement[] {
  const ids = new Ids();
  return readings.flatMap((reading, at) =>
    [...reading.statements]
      .sort(
        (a, b) =>
          (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0),
      )
      .map((one) => statementOf(one, reading, (local) => actors.idOf(at, local), minSure, ids)),
  );
}

function statementOf(
  one: LocalStatement,
  { article }: OneReading,
  idOf: (local: number) => Slug,
  minSure: number,
  ids: Ids,
): Statement {
  const evidence = (spans: LocalStatement['content']) => spans.map((span) => evidenceOf(article, span));
  const places = [...one.content, ...one.cue].flatMap(({ start, end }) => [start, end]);
  const { said, relay, addressee } = one;
  return {
    id: ids.take(`s-${digestOf(article.id, ...places)}`),
    kind: one.kind,
    content: evidence(one.content),
    quoted: evidence(one.quoted),
    cue: evidence(one.cue),
    source: one.source && evidenceOf(article, one.source),
    speaker: speakerOf(one, article, idOf, minSure),
    relay: relay && { actor: idOf(relay.actor), evidence: evidenceOf(article, relay.span) },
    addressee: addressee === null ? null : idOf(addressee),
    said: said && { date: said.date, certainty: said.certainty, evidence: evidenceOf(article, said.evidence) },
    same: null,
    topics: [],
    mark: machine(one.sure, one.why),
  };
}

function speakerOf(
  { speaker, sure }: LocalStatement,
  article: OneReading['article'],
  idOf: (local: number) => Slug,
  minSure: number,
): Speaker {
  if (speaker.status === 'unresolved')
    return { ...speaker, candidates: [...new Set(speaker.candidates.map(idOf))].sort(byUnits) };
  const actor = idOf(speaker.actor);
  if (sure < Math.max(LEAST_SURE, minSure))
    return { status: 'unresolved', candidates: [actor], reason: 'It is not sure enough who speaks.' };
  if (speaker.status === 'named') return { status: 'named', actor };
  const because = speaker.because.map((span) => evidenceOf(article, span));
  return { status: 'resolved', actor, method: 'coreference', because };
}
