import { createHash } from 'node:crypto';
import type { Article } from '../../../domain/article.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import type { Finding, RawArticle } from '../../../reader/read/article.ts';
import type { TakenArticles } from '../readInputs.ts';
import { type Identity, sameArticles } from './sameArticles.ts';

/** Formats of files that are one article, whose name is then the article's. */
const ONE_ARTICLE = new Set(['text', 'html', 'docx']);
/** The name of what comes through a pipe: it says nothing. */
const NAMELESS = 'standard input';

const ownName = ({ format, name }: { format: string; name: string }) =>
  ONE_ARTICLE.has(format) && name !== NAMELESS ? name : null;

/** What an article of a coverage is known by. */
export const identityOf = ({ text, headline, url, from }: Article): Identity => ({
  text,
  headline,
  url,
  name: from ? ownName(from) : null,
});

const rawIdentity = ({ text, headline, url, from }: RawArticle): Identity => ({
  text,
  headline: headline?.value ?? null,
  url: url?.value ?? null,
  name: ownName(from),
});

/** An article of a coverage as the reader takes articles. One that came from no file has the name of its badge. */
function rawOf({ text, headline, publisher, published, url, language, from, badge }: Article): RawArticle {
  const found = (value: string | null): Finding | null => (value === null ? null : { value, found: 'the coverage' });
  const sha256 = () => createHash('sha256').update(text).digest('hex');
  return {
    text,
    headline: found(headline),
    publisher: found(publisher),
    published: found(published),
    url: found(url),
    language: { value: language, found: 'the coverage' },
    leftOut: [],
    notes: [],
    from: from ? { ...from, read: null } : { format: 'text', name: `Article ${badge}`, sha256: sha256(), read: null },
  };
}

/** The articles of a coverage with new ones: `all` to be read together, in the coverage's order; `added` and `replaced` are by their names on the command line, `known` those that were there, word for word. */
export type Together = { all: RawArticle[]; added: TakenArticles[]; replaced: TakenArticles[]; known: TakenArticles[] };

/** Puts new articles beside those of a coverage. A changed one takes the place of its earlier version. */
export function together(base: Corpus, taken: readonly TakenArticles[]): Together {
  const same = sameArticles(
    base.articles.map(identityOf),
    taken.map(({ article }) => rawIdentity(article)),
  );
  const replaced: TakenArticles[] = [];
  const known: TakenArticles[] = [];
  const kept = base.articles.map((article, at) => {
    const one = taken[same.get(at) ?? -1];
    if (!one) return rawOf(article);
    const isSame = one.article.text === article.text;
    (isSame ? known : replaced).push(one);
    return isSame ? rawOf(article) : one.article;
  });
  const met = new Set(same.values());
  const added = taken.filter((_, at) => !met.has(at));
  return { all: [...kept, ...added.map(({ article }) => article)], added, replaced, known };
}
