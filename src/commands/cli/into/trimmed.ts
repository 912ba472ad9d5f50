import type { Actor } from '../../../domain/actor.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import type { Place } from '../../../domain/place.ts';
import type { Slug } from '../../../domain/slug.ts';
import { isUnchecked } from './claims.ts';
import { namedActors } from './keptNames.ts';

/**
 * Takes out the actors and places that the reader found in settled articles alone and that nothing names: people have decided what is in
 * these articles.
 */
export function trimmed(corpus: Corpus, settled: ReadonlySet<Slug>): Corpus {
  if (settled.size === 0) return corpus;
  const others = corpus.articles
    .filter(({ id }) => !settled.has(id))
    .map(({ text, headline }) => `${headline}\n${text}`);
  const isNew = ({ name, aliases }: Actor | Place) =>
    [name, ...aliases].some((form) => others.some((text) => text.includes(form)));
  const actors = namedActors(corpus);
  const places = new Set<Slug | null>([
    ...corpus.reference,
    ...[...corpus.venues, ...corpus.events].map(({ place }) => place),
  ]);
  const isKept = (named: ReadonlySet<Slug | null>) => (one: Actor | Place) =>
    !isUnchecked(one) || named.has(one.id) || isNew(one);
  for (const actor of corpus.actors) if (isKept(actors)(actor) && actor.side !== null) actors.add(actor.side);
  return { ...corpus, actors: corpus.actors.filter(isKept(actors)), places: corpus.places.filter(isKept(places)) };
}
