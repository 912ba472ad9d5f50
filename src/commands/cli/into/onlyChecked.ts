import type { Corpus } from '../../../domain/corpus.ts';
import type { Slug } from '../../../domain/slug.ts';
import { isUnchecked } from './claims.ts';
import { namedActors } from './keptNames.ts';

/** Keeps what people have checked, and the actors and places that it names. */
export function onlyChecked(corpus: Corpus): Corpus {
  const checked = <T extends Parameters<typeof isUnchecked>[0]>(list: readonly T[]) =>
    list.filter((one) => !isUnchecked(one));
  const claims = {
    statements: checked(corpus.statements),
    relations: checked(corpus.relations),
    venues: checked(corpus.venues),
    events: checked(corpus.events),
    flags: checked(corpus.flags),
  };
  const actors = namedActors(claims);
  const places = new Set<Slug | null>([
    ...corpus.reference,
    ...[...claims.venues, ...claims.events].map(({ place }) => place),
  ]);
  const isKept = (named: ReadonlySet<Slug | null>) => (one: Corpus['actors'][number] | Corpus['places'][number]) =>
    named.has(one.id) || !isUnchecked(one);
  for (const actor of corpus.actors) if (isKept(actors)(actor) && actor.side !== null) actors.add(actor.side);
  return {
    ...corpus,
    ...claims,
    actors: corpus.actors.filter(isKept(actors)),
    places: corpus.places.filter(isKept(places)),
  };
}
