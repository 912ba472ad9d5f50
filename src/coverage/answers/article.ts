import { type Article, paragraphsOf } from '../../domain/article.ts';
import { itemById } from '../../domain/corpus.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Opened } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import { type AnnotatedText, annotatedText } from './reading/annotated.ts';
import { readingOf } from './reading/reading.ts';

/** An article as it is read: where it comes from, and its text with the marks on it, as much of it as is drawn at once. */
export type ArticleAnswer = Pick<Article, 'publisher' | 'published' | 'url'> & {
  paragraphsInAll: number;
  text: AnnotatedText;
};

/** The text of an article around a place, while a mark is opened; `at` is null for the opened passage, or for the beginning where it is elsewhere. */
export const ARTICLE: Question<{ opened: Opened; article: Slug; at: number | null }, ArticleAnswer | null> = {
  name: 'article',
  answer: ({ whole, slice }, { opened, article: id, at }) => {
    const article = itemById(whole.articles, id);
    if (!article) return null;
    const { list = null, current = null } = readingOf(whole, slice, opened) ?? {};
    const place = at ?? (current?.article === id ? (current.spans[0]?.start ?? 0) : 0);
    return {
      publisher: article.publisher,
      published: article.published,
      url: article.url,
      paragraphsInAll: paragraphsOf(article).length,
      text: annotatedText(whole, article, list, current, place),
    };
  },
};
