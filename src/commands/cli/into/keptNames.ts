import type { Actor } from '../../../domain/actor.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import { isChecked } from '../../../domain/mark.ts';
import type { Place } from '../../../domain/place.ts';
import type { Slug } from '../../../domain/slug.ts';
import { isUnchecked } from './claims.ts';

/** Every actor whom claims name. */
export function namedActors({
  statements,
  relations,
  events,
}: Pick<Corpus, 'statements' | 'relations' | 'events'>): Set<Slug> {
  const named = new Set<Slug>();
  const take = (ids: readonly (Slug | null | undefined)[]) => {
    for (const id of ids) if (id) named.add(id);
  };
  for (const { speaker, relay, addressee } of statements) {
    take(speaker.status === 'unresolved' ? speaker.candidates : [speaker.actor]);
    take([relay?.actor, addressee]);
  }
  for (const { actors, recipients, claimedBy, relay } of relations) take([...actors, ...recipients, claimedBy, relay]);
  for (const { actors } of events) take(actors);
  return named;
}

const decided = ({ statements, relations, events, venues }: Corpus) => {
  const checked = <T extends Parameters<typeof isUnchecked>[0]>(list: readonly T[]) =>
    list.filter((claim) => !isUnchecked(claim));
  return {
    statements: checked(statements),
    relations: checked(relations),
    events: checked(events),
    venues: checked(venues),
  };
};

/** The actors that decisions of people are about: those decided themselves, those that decided claims name, and their states. */
export function keptActors(base: Corpus): Actor[] {
  const named = namedActors(decided(base));
  const isKept = ({ id, mark }: Actor) => named.has(id) || isChecked(mark);
  for (const actor of base.actors) if (isKept(actor) && actor.side !== null) named.add(actor.side);
  return base.actors.filter(isKept);
}

/** The places that decisions of people are about, and those that distances are told from. */
export function keptPlaces(base: Corpus): Place[] {
  const { venues, events } = decided(base);
  const named = new Set<Slug | null>([...base.reference, ...[...venues, ...events].map(({ place }) => place)]);
  return base.places.filter(({ id, mark }) => named.has(id) || isChecked(mark));
}
