import * as v from 'valibot';
import { DaySchema, EdtfSchema } from './edtf.ts';
import { once } from './once.ts';
import { NameSchema, SlugSchema, TextSchema, WordsSchema } from './slug.ts';
import { isWebAddress } from './webLink.ts';

/** An address that may be a link: `https`, or `http`, which is marked wherever it is shown. */
const AddressSchema = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s@]+$/, 'an https or http address without credentials'),
  v.check(isWebAddress, 'a host, and no signs that a browser would drop or read as something else'),
);

const SOURCE_FORMATS = ['text', 'html', 'feed', 'table', 'docx'] as const;

export const ArticleSchema = v.strictObject({
  id: SlugSchema,
  badge: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]{1,3}$/u, 'a badge of one to three letters or digits')),
  headline: v.pipe(WordsSchema, v.maxLength(500, 'at most 500 characters')),
  text: v.pipe(TextSchema, v.maxLength(2_000_000, 'at most 2,000,000 characters')),
  publisher: v.nullable(WordsSchema),
  published: v.nullable(EdtfSchema),
  url: v.nullable(AddressSchema),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en"')),
  from: v.nullable(
    v.strictObject({
      format: v.picklist(SOURCE_FORMATS),
      name: NameSchema,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 small hexadecimal digits')),
      read: v.nullable(DaySchema),
    }),
  ),
});
/**
 * One text, verbatim, never cleaned. A null publisher, date or address is shown as "unknown". `from` is the file that it was read from:
 * its name, the digest of its bytes, and the day of the reading.
 */
export type Article = v.InferOutput<typeof ArticleSchema>;

/** A run of text between line breaks that is not blank. `number` counts from 1. */
export type Paragraph = { number: number; start: number; end: number };

/** The paragraphs of an article in order; offsets are UTF-16 code units into its text. */
export const paragraphsOf = once((article: Article): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  for (const match of article.text.matchAll(/[^\r\n]+/g)) {
    if (!/\S/.test(match[0])) continue;
    paragraphs.push({ number: paragraphs.length + 1, start: match.index, end: match.index + match[0].length });
  }
  return paragraphs;
});

/** The numbers of the paragraphs that a span touches. */
export function paragraphNumbers(article: Article, start: number, end: number): number[] {
  const paragraphs = paragraphsOf(article);
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const numbers: number[] = [];
  for (let index = low; index < paragraphs.length && (paragraphs[index]?.start ?? end) < end; index += 1) {
    numbers.push(index + 1);
  }
  return numbers;
}
