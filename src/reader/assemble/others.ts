import type { DatedEvent } from '../../domain/datedEvent.ts';
import { readEdtf } from '../../domain/edtf.ts';
import type { Relation } from '../../domain/relation.ts';
import type { Statement } from '../../domain/statement.ts';
import type { TextFlag } from '../../domain/textFlag.ts';
import { type IndexedSpan, spanIndex } from '../world/spanIndex.ts';
import { asName, clipped, digestOf, Ids } from './ids.ts';
import type { JoinedActors } from './joinActors.ts';
import type { JoinedPlaces } from './joinPlaces.ts';
import type { OneReading } from './readOne.ts';
import { evidenceOf, pieces } from './spans.ts';
import { summaryOf } from './summaries.ts';
import { machine, whyOfRelation } from './why.ts';

const MOST_ACTORS = 12;

/**
 * How sure a relation is, by how its two sides were found. The first four are (right + 8) / (found + 10) of the signed directed ties that are scored on
 * news-world dev, so that few ties stay near the 80 of 100 that are right of all: verb 30 of 39, light 4 of 4, passive 2 of 2, between 0 of 1. The
 * others stand there not once and are set by hand.
 */
const TIE_SURE: Record<string, number> = {
  verb: 78,
  light: 86,
  passive: 83,
  between: 73,
  pair: 70,
  joint: 70,
  by: 70,
  owner: 60,
};
/** By the same count 2 of 5 that could or will be are right, and 85 of 100 of the others. */
const MODAL_LESS = 13;

/** The relations of all articles; one whose sides become the same actor is none. */
export function joinRelations(readings: readonly OneReading[], joined: JoinedActors, minSure: number): Relation[] {
  const ids = new Ids();
  const names = new Map(joined.actors.map(({ id, name }) => [id, name]));
  return readings.flatMap(({ article, relations }, reading) =>
    relations.flatMap((one): Relation[] => {
      const idOf = (local: string) => joined.idOf(reading, Number(local));
      const actors = [...new Set(one.actors.map(idOf))];
      const recipients = [...new Set(one.recipients.map(idOf))].filter((id) => !actors.includes(id));
      const alone = one.recipients.length === 0 ? actors.length < 2 : recipients.length === 0;
      const mediator = one.mediator && recipients.length > 1;
      const how = one.why.find((code) => code.startsWith('relation:'))?.slice(9) ?? '';
      const modal = one.modality === 'hypothetical' || one.modality === 'future';
      const sure = (TIE_SURE[how] ?? 60) - (modal ? MODAL_LESS : 0);
      if (alone || Math.max(actors.length, recipients.length) > MOST_ACTORS || sure < minSure) return [];
      const evidence = pieces(article.text, one.evidence).map((span) => evidenceOf(article, span));
      const made = { actors, recipients, event: one.event, mediator, modality: one.modality };
      return [
        {
          id: ids.take(
            `r-${digestOf(article.id, one.event, one.evidence.start, one.evidence.end, ...actors, '>', ...recipients)}`,
          ),
          ...made,
          summary: summaryOf(made, (id) => names.get(id) ?? id),
          claimedBy: one.claimedBy === null ? null : idOf(one.claimedBy),
          relay: null,
          topics: [],
          until: null,
          evidence,
          mark: machine(sure, whyOfRelation(one.why, modal)),
        },
      ];
    }),
  );
}

/**
 * Lets relations be claimed by whoever the statements around them are settled on in the end: another article may have settled it otherwise, or left it
 * open. Nobody then claims it.
 */
export function claimedAnew(relations: readonly Relation[], statements: readonly Statement[]): Relation[] {
  const byArticle = new Map<string, (IndexedSpan & { claimedBy: string | null })[]>();
  for (const { content, speaker } of statements) {
    const claimedBy = speaker.status === 'unresolved' ? null : speaker.actor;
    for (const { article, start, end } of content) {
      const own = byArticle.get(article);
      if (own) own.push({ start, end, claimedBy });
      else byArticle.set(article, [{ start, end, claimedBy }]);
    }
  }
  const indexes = new Map([...byArticle].map(([article, spans]) => [article, spanIndex(spans)]));
  return relations.map((one) => {
    const [words] = one.evidence;
    if (one.claimedBy === null || !words) return one;
    const voices = indexes.get(words.article)?.overlapping(words) ?? [];
    return voices.some(({ claimedBy }) => claimedBy === one.claimedBy)
      ? one
      : { ...one, claimedBy: voices[0]?.claimedBy ?? null };
  });
}

const EVENT_SURE = { stated: 75, inferred: 65, contested: 65 } as const;

/** The dated events of all articles. What two sentences date differently is flagged as a contradiction as well. */
export function joinEvents(
  readings: readonly OneReading[],
  actors: JoinedActors,
  places: JoinedPlaces,
  minSure: number,
): { events: DatedEvent[]; flags: TextFlag[] } {
  const ids = new Ids();
  const flags: TextFlag[] = [];
  const events = readings.flatMap(({ article, events: found, cut }, reading) => {
    const cuts = spanIndex(cut);
    return found.flatMap((one): DatedEvent[] => {
      const label = asName(one.label);
      const evidence = one.evidence.filter((span) => !cuts.touches(span)).map((span) => evidenceOf(article, span));
      const stands = evidence.some(({ exact }) => exact.includes(one.surface)) && one.surface.length <= 300;
      const contested = one.date.startsWith('[');
      const whole = evidence.length === one.evidence.length && readEdtf(one.date) !== null;
      const sure = EVENT_SURE[one.certainty];
      if (!label || !stands || !whole || contested !== (one.certainty === 'contested') || sure < minSure) return [];
      const why = contested ? 'date:two' : one.certainty === 'stated' ? 'date:written' : 'date:counted';
      const id = ids.take(`e-${digestOf(article.id, one.date, ...one.evidence.map(({ start }) => start))}`);
      if (contested && evidence.length > 1)
        flags.push({
          id: `f-${id}`,
          kind: 'contradiction',
          note: 'Two sentences give different days for what looks like one event.',
          spans: evidence,
          mark: machine(60, ['date:two']),
        });
      return [
        {
          id,
          label: clipped(label, 200),
          date: one.date,
          surface: one.surface,
          certainty: one.certainty,
          actors: [...new Set(one.actors.map((local) => actors.idOf(reading, Number(local))))].slice(0, 100),
          place: one.place === null ? null : places.idOf(reading, one.place),
          topics: [],
          evidence,
          mark: machine(sure, [why]),
        },
      ];
    });
  });
  return { events, flags };
}

/** The flaws of all articles. */
export function joinFlags(readings: readonly OneReading[]): TextFlag[] {
  const ids = new Ids();
  return readings.flatMap(({ article, flags }) =>
    flags.flatMap(({ kind, note, spans, sure, why }): TextFlag[] => {
      const evidence = spans.flatMap((span) => pieces(article.text, span)).map((span) => evidenceOf(article, span));
      const [first] = evidence;
      if (!first) return [];
      const id = `f-${digestOf(article.id, kind, ...spans.flatMap(({ start, end }) => [start, end]))}`;
      return [{ id: ids.take(id), kind, note, spans: evidence.slice(0, 500), mark: machine(sure, why) }];
    }),
  );
}
