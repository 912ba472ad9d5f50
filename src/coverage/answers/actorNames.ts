import type { Slug } from '../../domain/slug.ts';
import type { Question } from '../coverage.ts';

/** The names of all actors: the one answer that grows with the coverage, for comparing two of them where neither has the other. */
export const ACTOR_NAMES: Question<null, { id: Slug; name: string }[]> = {
  name: 'actor-names',
  answer: ({ whole }) => whole.actors.map(({ id, name }) => ({ id, name })),
};
