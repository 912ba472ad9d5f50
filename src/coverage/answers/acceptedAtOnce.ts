import type { Dataset } from '../../domain/corpus.ts';
import { once } from '../../domain/once.ts';
import type { Question } from '../coverage.ts';

const count = once(
  ({ statements }: Dataset) => statements.filter(({ mark }) => mark.by === 'machine' && mark.review === 'bulk').length,
);

/** How many statements of the coverage were accepted at once with others. */
export const ACCEPTED_AT_ONCE: Question<null, number> = {
  name: 'accepted-at-once',
  answer: ({ whole }) => count(whole),
};
