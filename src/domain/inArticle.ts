import type { Dataset } from './corpus.ts';
import type { DatedEvent } from './datedEvent.ts';
import type { Evidence } from './evidence.ts';
import { once } from './once.ts';
import type { Relation } from './relation.ts';
import type { Slug } from './slug.ts';
import type { Statement } from './statement.ts';
import type { TextFlag } from './textFlag.ts';

/** The observations that have a passage in one article, in the order of the dataset's lists. */
export type InArticle = { statements: Statement[]; relations: Relation[]; events: DatedEvent[]; flags: TextFlag[] };

const NONE: InArticle = { statements: [], relations: [], events: [], flags: [] };

const indexOf = once((dataset: Dataset): Map<Slug, InArticle> => {
  const index = new Map<Slug, InArticle>(
    dataset.articles.map(({ id }) => [id, { statements: [], relations: [], events: [], flags: [] }]),
  );
  const put = <Name extends keyof InArticle>(name: Name, item: InArticle[Name][number], spans: readonly Evidence[]) => {
    for (const { article } of spans) {
      const list = index.get(article)?.[name] as (typeof item)[] | undefined;
      if (list && list.at(-1) !== item) list.push(item);
    }
  };
  for (const item of dataset.statements) put('statements', item, item.content);
  for (const item of dataset.relations) put('relations', item, item.evidence);
  for (const item of dataset.events) put('events', item, item.evidence);
  for (const item of dataset.flags) put('flags', item, item.spans);
  return index;
});

/** What a dataset has in an article: a statement where its content stands, the others where any passage does. Computed once per dataset. */
export function inArticle(dataset: Dataset, article: Slug): InArticle {
  return indexOf(dataset).get(article) ?? NONE;
}
