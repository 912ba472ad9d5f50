import type { Article } from '../../../domain/article.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import type { Slug } from '../../../domain/slug.ts';

function* badges(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  yield* letters;
  for (const first of letters) for (const second of letters) yield first + second;
  for (let number = 100; number < 1000; number += 1) yield String(number);
  for (const first of letters) for (const second of letters) for (const third of letters) yield first + second + third;
}

/** Articles that were there keep their ids, their badges and what people wrote about them; new ones get the next free badge. */
export function articlesOf(base: Corpus, draft: Corpus, same: ReadonlyMap<number, number>, fresh: (id: Slug) => Slug) {
  const free = badges();
  const used = new Set(base.articles.map(({ badge }) => badge));
  const ids = new Map<Slug, Slug>();
  const texts = new Set(draft.articles.map(({ text }) => text));
  const kept = base.articles.flatMap((article, at): Article[] => {
    const now = draft.articles[same.get(at) ?? -1];
    // The reader takes a text once; where people have it twice, it stays twice.
    if (!now) return texts.has(article.text) ? [article] : [];
    ids.set(now.id, article.id);
    return [now.text === article.text ? article : { ...now, id: article.id, badge: article.badge }];
  });
  const met = new Set(same.values());
  const added = draft.articles.flatMap((article, at): Article[] => {
    if (met.has(at)) return [];
    let { badge } = article;
    while (used.has(badge)) badge = free.next().value ?? '';
    used.add(badge);
    const id = fresh(article.id);
    ids.set(article.id, id);
    return [{ ...article, id, badge }];
  });
  return { articles: [...kept, ...added], ids };
}
