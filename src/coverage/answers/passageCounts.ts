import type { Slug } from '../../domain/slug.ts';
import type { Opened } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import { articlesOf, readingOf } from './reading/reading.ts';

/** How many passages of a list an article has, and the first of them. */
export type PassageCount = { article: Slug; passages: number; first: Opened };

/** The articles that have passages of a mark's list, as many as there are: a row for some of those that the head of the coverage names. */
export const PASSAGE_COUNTS: Question<{ mark: string }, PassageCount[]> = {
  name: 'passage-counts',
  answer: ({ whole, slice }, { mark }) => {
    const reading = readingOf(whole, slice, { mark, passage: 1 });
    if (!reading) return [];
    return [...articlesOf(reading.list)].flatMap(([article, passages]): PassageCount[] =>
      passages[0] ? [{ article, passages: passages.length, first: passages[0].opened }] : [],
    );
  },
};
