import type { Corpus } from '../../../domain/corpus.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Slug } from '../../../domain/slug.ts';
import type { Speaker } from '../../../domain/statement.ts';

/** New ids for those of a coverage; an id without an entry stays. */
export type NewIds = Record<'articles' | 'actors' | 'places' | 'topics', ReadonlyMap<Slug, Slug>>;

/** The observations of a coverage with other ids, and what goes with them when two become one: each id once, in the first one's place. */
export type Renamer = {
  actor(id: Slug): Slug;
  actors(ids: readonly Slug[]): Slug[];
  place(id: Slug): Slug;
  topics(ids: readonly Slug[]): Slug[];
  passage(evidence: Evidence): Evidence;
  speaker(speaker: Speaker): Speaker;
};

export function renamer({ articles, actors, places, topics }: NewIds): Renamer {
  const in_ = (map: ReadonlyMap<Slug, Slug>) => (id: Slug) => map.get(id) ?? id;
  const all = (map: ReadonlyMap<Slug, Slug>) => (ids: readonly Slug[]) => [...new Set(ids.map(in_(map)))];
  const passage = (evidence: Evidence) => ({ ...evidence, article: in_(articles)(evidence.article) });
  return {
    actor: in_(actors),
    actors: all(actors),
    place: in_(places),
    topics: all(topics),
    passage,
    speaker: (speaker) => {
      if (speaker.status === 'unresolved') return { ...speaker, candidates: all(actors)(speaker.candidates) };
      const actor = in_(actors)(speaker.actor);
      return speaker.status === 'named'
        ? { ...speaker, actor }
        : { ...speaker, actor, because: speaker.because.map(passage) };
    },
  };
}

/** A coverage with other ids of articles, actors, places and topics wherever they are named. The lists keep their order and length. */
export function renamed(corpus: Corpus, ids: NewIds): Corpus {
  const to = renamer(ids);
  const or = <T, R>(value: T | null, change: (value: T) => R): R | null => (value === null ? null : change(value));
  const passages = (list: readonly Evidence[]) => list.map(to.passage);
  return {
    ...corpus,
    reference: [...new Set(corpus.reference.map(to.place))],
    articles: corpus.articles.map((article) => ({ ...article, id: ids.articles.get(article.id) ?? article.id })),
    actors: corpus.actors.map((actor) => ({
      ...actor,
      id: to.actor(actor.id),
      side: or(actor.side, to.actor),
      role: or(actor.role, (role) => ({ ...role, evidence: to.passage(role.evidence) })),
    })),
    places: corpus.places.map((place) => ({ ...place, id: to.place(place.id) })),
    topics: corpus.topics.map((topic) => ({ ...topic, id: ids.topics.get(topic.id) ?? topic.id })),
    statements: corpus.statements.map((statement) => ({
      ...statement,
      content: passages(statement.content),
      quoted: passages(statement.quoted),
      cue: passages(statement.cue),
      source: or(statement.source, to.passage),
      speaker: to.speaker(statement.speaker),
      relay: or(statement.relay, ({ actor, evidence }) => ({ actor: to.actor(actor), evidence: to.passage(evidence) })),
      addressee: or(statement.addressee, to.actor),
      said: or(statement.said, (said) => ({ ...said, evidence: to.passage(said.evidence) })),
      topics: to.topics(statement.topics),
    })),
    relations: corpus.relations.map((relation) => ({
      ...relation,
      actors: to.actors(relation.actors),
      recipients: to.actors(relation.recipients),
      claimedBy: or(relation.claimedBy, to.actor),
      relay: or(relation.relay, to.actor),
      topics: to.topics(relation.topics),
      evidence: passages(relation.evidence),
    })),
    venues: corpus.venues.map((venue) => ({
      ...venue,
      place: to.place(venue.place),
      claims: venue.claims.map((claim) => ({ ...claim, evidence: passages(claim.evidence) })),
      evidence: passages(venue.evidence),
    })),
    events: corpus.events.map((event) => ({
      ...event,
      actors: to.actors(event.actors),
      place: or(event.place, to.place),
      topics: to.topics(event.topics),
      evidence: passages(event.evidence),
    })),
    flags: corpus.flags.map((flag) => ({ ...flag, spans: passages(flag.spans) })),
  };
}
