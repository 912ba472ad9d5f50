import { type Article, paragraphsOf } from '../../../domain/article.ts';
import type { Dataset } from '../../../domain/corpus.ts';
import { mentionsIn, type NamedList } from '../../../domain/names.ts';
import type { Relation } from '../../../domain/relation.ts';
import { folded } from '../../../domain/searchText.ts';
import type { Slug } from '../../../domain/slug.ts';
import { wordsOf } from '../../../domain/wording.ts';
import { outsideKinds } from './paragraphs.ts';

/** English words that carry no claim. Other languages have none here: more words of theirs count as content. */
const STOP_WORDS = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her his how if in into is it its may might more no not of off on or our out over she so some than that the their them they this to up was we were what when where which who will with would you your'.split(
    ' ',
  ),
);

const ORDINALS: Record<string, string> = { '1st': 'first', '2nd': 'second', '3rd': 'third', '4th': 'fourth' };

/** Headline words that say the same as an event type of PLOVER, by their stems. Few, so that the table can be read. */
const TIE_WORDS: Record<string, Relation['event']> = {
  support: 'SUPPORT',
  back: 'SUPPORT',
  backing: 'SUPPORT',
  endorse: 'SUPPORT',
  reject: 'REJECT',
  refuse: 'REJECT',
  accuse: 'ACCUSE',
  threaten: 'THREATEN',
  sanction: 'SANCTION',
};

/** A content word of a headline: `plain` is what the body is searched for, `shown` what the screen says. */
export type HeadlineWord = { shown: string; plain: string; event: Relation['event'] | null };

/** A word without its possessive and plural ending, ordinals in letters: enough to find "supports" by "support". */
export function stem(word: string): string {
  const plain = folded(word).replace(/['’]s?$/, '');
  const ordinal = ORDINALS[plain] ?? plain;
  return ordinal.length > 3 && /[^s]s$/.test(ordinal) ? ordinal.slice(0, -1) : ordinal;
}

/** True when two stems are one, or when one of at least five letters begins the other: "support", "supportive". */
export function sameStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 5 && long.startsWith(short));
}

/** The names of a list that a headline uses; offsets are its own. */
export const namesInHeadline = (whole: Dataset, list: NamedList, article: Slug) =>
  mentionsIn(whole, list, { article, start: 0, end: Number.POSITIVE_INFINITY }, 'headline');

/** The content words of a headline, without its names, each once. */
export function headlineWords(whole: Dataset, { id, headline }: Article): HeadlineWord[] {
  const names = [...namesInHeadline(whole, 'actors', id), ...namesInHeadline(whole, 'places', id)];
  const words = new Map<string, HeadlineWord>();
  for (const { start, end } of wordsOf(headline)) {
    if (names.some((name) => name.start < end && start < name.end)) continue;
    const word = headline.slice(start, end);
    const plain = stem(word);
    if (plain.length < 3 || STOP_WORDS.has(plain) || words.has(plain)) continue;
    words.set(plain, { shown: ORDINALS[folded(word)] ?? word.toLowerCase(), plain, event: TIE_WORDS[plain] ?? null });
  }
  return [...words.values()];
}

/** The body of an article: its paragraphs without its headline, repeated lines and the furniture of the page, joined by line breaks. */
export function bodyOf(whole: Dataset, article: Article): string {
  return paragraphsOf(article)
    .filter(({ number }) => !outsideKinds(whole, article).has(number))
    .map(({ start, end }) => article.text.slice(start, end))
    .filter((text) => text.trim() !== article.headline.trim())
    .join('\n');
}

/** The words that a headline puts in quotation marks, at least two together. */
export function quotedIn(headline: string): string[] {
  return [...headline.matchAll(/(?<![\p{L}\p{N}])(["'“‘])(.+?)["'”’](?![\p{L}\p{N}])/gu)]
    .map((match) => match[2] ?? '')
    .filter((words) => wordsOf(words).length > 1);
}
