import { type Dataset, itemById } from './corpus.ts';
import type { Evidence } from './evidence.ts';
import type { Slug } from './slug.ts';

/** Tells whether words are missing or broken in a passage of a dataset: each flagged character is marked once, and looked up. */
export function damageIn({ articles, flags }: Dataset): (passage: Evidence) => boolean | undefined {
  const marks = new Map<Slug, Uint8Array>();
  for (const { kind, spans } of flags)
    if (kind === 'truncated' || kind === 'garbled')
      for (const { article, start, end } of spans) {
        const own = marks.get(article) ?? new Uint8Array(itemById(articles, article)?.text.length ?? 0);
        marks.set(article, own.fill(1, start, end));
      }
  return ({ article, start, end }) => marks.get(article)?.subarray(start, end).includes(1);
}
