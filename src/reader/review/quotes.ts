import type { Article } from '../../domain/article.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Quote } from '../decisions.ts';

/** Characters of context on each side: doubled until the words stand there only once. */
const CONTEXT = 40;
const MOST_CONTEXT = 1280;

/** Whether a place lies between the two halves of one character. */
const splits = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** Words of an article with as much around them as it takes to find them again. */
export function quoteOf(article: Pick<Article, 'id' | 'text'>, { start, end }: { start: number; end: number }): Quote {
  const { text } = article;
  for (let size = CONTEXT; ; size *= 2) {
    let from = Math.max(0, start - size);
    let to = Math.min(text.length, end + size);
    if (splits(text, from)) from += 1;
    if (splits(text, to)) to -= 1;
    const quote = {
      article: article.id,
      before: text.slice(from, start),
      exact: text.slice(start, end),
      after: text.slice(end, to),
    };
    if (size >= MOST_CONTEXT || placesOf(text, quote, 2).length < 2) return quote;
  }
}

/** The first places in a text at which words stand with their context. */
function placesOf(text: string, { before, exact, after }: Quote, most: number): number[] {
  const places: number[] = [];
  const whole = `${before}${exact}${after}`;
  for (let at = text.indexOf(whole); at >= 0 && places.length < most; at = text.indexOf(whole, at + 1))
    places.push(at + before.length);
  return places;
}

/** Where words stand with their context, when that is one place; null when it is none or several. */
export function evidenceAt(articles: readonly Article[], quote: Quote): Evidence | null {
  const home = articles.find(({ id }) => id === quote.article);
  let found: Evidence | null = null;
  for (const { id, text } of home ? [home] : articles)
    for (const start of placesOf(text, quote, 2)) {
      if (found) return null;
      found = { article: id, start, end: start + quote.exact.length, exact: quote.exact };
    }
  return found;
}

/** The same for several words; null when one of them is not found. */
export function allAt(articles: readonly Article[], quotes: readonly Quote[]): Evidence[] | null {
  const found = quotes.map((quote) => evidenceAt(articles, quote));
  return found.every((one) => one !== null) ? found : null;
}
