import type { Article } from '../../domain/article.ts';
import { readEdtf } from '../../domain/edtf.ts';
import type { DraftNote } from '../draft.ts';
import type { RawArticle } from '../read/article.ts';
import { asName, badgeAt, byUnits, clipped, digestOf, Ids } from './ids.ts';

/** An article that becomes part of the coverage. */
export type TakenIn = { raw: RawArticle; article: Article };

/** The longest text that a corpus holds, in UTF-16 code units. */
const LONGEST_TEXT = 2_000_000;
const LONGEST_HEADLINE = 500;
const GUESSED_HEADLINE = 120;

const known = ({ headline, publisher, published, url }: RawArticle) =>
  [headline, publisher, published, url].filter((one) => one !== null).length;

const dateOf = ({ published }: RawArticle) =>
  published && published.value.length <= 400 && readEdtf(published.value) ? published.value : null;

/** The order of articles: by day of publication, those without one last, then by file, then by text. */
function inOrder(a: RawArticle, b: RawArticle): number {
  return (
    byUnits(dateOf(a) ?? '~', dateOf(b) ?? '~') ||
    byUnits(a.from.name, b.from.name) ||
    byUnits(a.headline?.value ?? '', b.headline?.value ?? '') ||
    byUnits(a.text, b.text) ||
    known(b) - known(a) ||
    byUnits(JSON.stringify(a), JSON.stringify(b))
  );
}

/**
 * Takes the articles of a coverage in their order: the same ones in any order give the same result. Of several with one text the one of which most is
 * known is taken; what is left unread is noted.
 */
export function takeArticles(raw: readonly RawArticle[]): { taken: TakenIn[]; notes: DraftNote[] } {
  const notes: DraftNote[] = [];
  const byText = new Map<string, RawArticle>();
  const sorted = [...raw].sort(inOrder);
  for (const one of sorted) {
    if (one.text.length > LONGEST_TEXT) {
      notes.push({
        code: 'text-too-long',
        words: `A text of ${one.text.length.toLocaleString('en')} characters was not read: a coverage holds at most ${LONGEST_TEXT.toLocaleString('en')} of one article.`,
        where: one.from.name,
      });
      continue;
    }
    if (asName(one.text.slice(0, 100_000)) === null) {
      notes.push({
        code: 'no-text',
        words: 'The text holds nothing that can be seen: it was not read.',
        where: one.from.name,
      });
      continue;
    }
    const other = byText.get(one.text);
    if (!other || known(one) > known(other)) byText.set(one.text, one);
  }
  for (const one of sorted) {
    const kept = byText.get(one.text);
    if (kept && kept !== one)
      notes.push({
        code: 'duplicate-article',
        words: `The same text as in “${kept.from.name}” was read once.`,
        where: one.from.name,
      });
  }
  const ids = new Ids();
  const taken = sorted
    .filter((one) => byText.get(one.text) === one)
    .map((one, place) => ({ raw: one, article: articleOf(one, place, ids, notes) }));
  for (const { raw: one } of taken)
    for (const { code, words } of one.notes) notes.push({ code, words, where: one.from.name });
  return { taken, notes };
}

/** Words with something to see in them, without spaces around them; "" for others. */
const seen = (words: string | undefined) => (words !== undefined && asName(words) !== null ? words.trim() : '');

function articleOf(raw: RawArticle, place: number, ids: Ids, notes: DraftNote[]): Article {
  const given = seen(raw.headline?.value);
  if (given === '')
    notes.push({
      code: 'headline-guessed',
      words: 'No headline was found: the first words of the text stand for it.',
      where: raw.from.name,
    });
  const { text, from } = raw;
  return {
    id: ids.take(`article-${digestOf(text)}`),
    badge: badgeAt(place),
    headline: given === '' ? firstWords(text) : clipped(given, LONGEST_HEADLINE),
    text,
    publisher: clipped(seen(raw.publisher?.value), 2000) || null,
    published: dateOf(raw),
    url: raw.url?.value ?? null,
    language: raw.language.value,
    from: { format: from.format, name: asName(from.name) ?? 'unnamed', sha256: from.sha256, read: from.read },
  };
}

/** The first words of a text, up to the end of a line. */
function firstWords(text: string): string {
  const line = text.split(/[\r\n]/).find((one) => asName(one) !== null) ?? text;
  return clipped(line.trim(), GUESSED_HEADLINE);
}

/** Whether the reader knows the language of an article: what nothing tells of is read as English where its letters are Latin. */
export function isEnglish({ language, text }: Pick<Article, 'language' | 'text'>): boolean {
  if (language !== 'und') return /^en(?:-|$)/.test(language);
  const letters = text.slice(0, 20_000).match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 > letters.length;
}
