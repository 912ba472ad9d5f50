import type { DomDocument } from './dom.ts';

type Thing = Record<string, unknown>;

/** What the linked data of a page says of its article (schema.org); null where it says nothing. */
export type LinkedArticle = {
  headline: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
  body: string | null;
  /** Whether the page says that its text is for payers only. */
  paid: boolean;
};

const ARTICLE =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:\w*NewsArticle|\w*Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Where an article's own things stand in others: keys that lead to something else are not followed. */
const FOREIGN = new Set([
  'itemListElement',
  'isPartOf',
  'hasPart',
  'mentions',
  'citation',
  'relatedLink',
  'author',
  'comment',
  'about',
]);
const DEEPEST = 8;
const MOST = 2_000;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Parses a block of linked data as pages carry it: in a comment or a CDATA section, with raw line breaks in its strings. */
function parsed(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '');
  for (const text of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // Tried once more without what JSON does not allow in a string.
    }
  }
  return null;
}

/** All things of some linked data, the outer ones first; bounded in depth and number. */
function thingsIn(roots: readonly unknown[]): Thing[] {
  const things: Thing[] = [];
  let level: unknown[] = [...roots];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (things.length + next.length > MOST) break;
      if (Array.isArray(value)) next.push(...value.slice(0, MOST));
      if (!isThing(value)) continue;
      things.push(value);
      for (const [key, inner] of Object.entries(value))
        if (!FOREIGN.has(key) && typeof inner === 'object' && inner !== null) next.push(inner);
    }
    level = next;
  }
  return things;
}

const isArticle = (thing: Thing) =>
  listOf(thing['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));

const addressOf = (value: unknown): string | null => wordsOf(isThing(value) ? (value['@id'] ?? value.url) : value);

/** The name of a publisher, which may stand elsewhere in the graph. */
function nameOf(value: unknown, things: readonly Thing[]): string | null {
  for (const one of listOf(value)) {
    if (!isThing(one)) return wordsOf(one);
    const id = one['@id'];
    const meant =
      one.name === undefined && typeof id === 'string'
        ? things.find((thing) => thing['@id'] === id && thing.name)
        : one;
    const name = wordsOf(meant?.name);
    if (name) return name;
  }
  return null;
}

/**
 * The article that the JSON-LD of a page describes. Of several it is the one whose address or headline is the page's own (`own`), else the first of
 * the outermost.
 */
export function linkedArticle(document: DomDocument, own: readonly string[]): LinkedArticle | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 50);
  const things = thingsIn(scripts.map((script) => parsed(script.textContent ?? '')));
  const articles = things.filter(isArticle);
  const isOwn = (thing: Thing) =>
    [thing.url, thing.mainEntityOfPage, thing.headline, thing['@id']].some((value) =>
      own.includes(addressOf(value) ?? ''),
    );
  const article = articles.find(isOwn) ?? articles[0];
  if (!article) return null;
  return {
    headline: wordsOf(article.headline) ?? wordsOf(article.name),
    publisher: nameOf(article.publisher, things) ?? nameOf(article.sourceOrganization, things),
    published: wordsOf(article.datePublished),
    url: addressOf(article.mainEntityOfPage) ?? wordsOf(article.url),
    language: wordsOf(listOf(article.inLanguage)[0]),
    body: wordsOf(article.articleBody),
    paid: article.isAccessibleForFree === false || /^false$/i.test(String(article.isAccessibleForFree)),
  };
}
