import type { Finding, ReadResult, Source } from '../article.ts';
import { READ_LIMITS } from '../limits.ts';
import { parted } from '../makeArticle.ts';
import { bounded, refusal } from '../refusals.ts';
import { type FeedItem, itemArticle } from './item.ts';

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The value of the first key that has words. */
function finding(thing: Record<string, unknown>, ...keys: string[]): Finding | null {
  const key = keys.find((one) => wordsOf(thing[one]).trim() !== '');
  return key === undefined ? null : { value: wordsOf(thing[key]), found: key };
}

function itemOf(item: Record<string, unknown>, feed: Record<string, unknown>): FeedItem {
  const html = finding(item, 'content_html');
  const content = html ?? finding(item, 'content_text');
  const title = finding(feed, 'title');
  return {
    title: wordsOf(item.title),
    content: content && { ...content, markup: html !== null },
    summary: wordsOf(item.summary),
    published: finding(item, 'date_published'),
    updated: wordsOf(item.date_modified),
    url: finding(item, 'external_url', 'url'),
    publisher: title && { ...title, found: 'title of the feed' },
    language: finding(item, 'language') ?? finding(feed, 'language'),
  };
}

/** Whether a JSON value is a JSON Feed (jsonfeed.org), by the address of its version. */
export const isJsonFeed = (thing: Record<string, unknown>): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(wordsOf(thing.version));

/** Reads a JSON Feed: an item with `content_html` or `content_text` is an article. */
export function readJsonFeed(source: Source, feed: Record<string, unknown>): ReadResult {
  const items = Array.isArray(feed.items) ? feed.items : [];
  if (items.length === 0) return { articles: [], problems: [refusal('empty-feed', source.name)], columns: null };
  const things = items
    .slice(0, READ_LIMITS.articles)
    .map((item: unknown) => (typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}));
  const { articles, problems } = parted(
    things.map((item, index) => itemArticle(source, itemOf(item, feed), index + 1)),
  );
  if (items.length > READ_LIMITS.articles)
    problems.unshift(refusal('too-many-articles', source.name, `${items.length.toLocaleString('en')} items`));
  return { articles, problems: bounded(problems, source.name), columns: null };
}
