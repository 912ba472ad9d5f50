import { isWebAddress } from '../../domain/webLink.ts';
import type { Finding, LeftOut, RawArticle, ReadNote, ReadProblem, Source } from './article.ts';
import { characterNotes, hasWords, shortened } from './characters.ts';
import { type DayOrder, readDate } from './dates.ts';
import { languageOf } from './language.ts';
import { READ_LIMITS } from './limits.ts';
import { refusal } from './refusals.ts';

/** What a reader of a format has found of an article; `published` and `language` in the words of the file. */
export type Found = {
  text: string;
  headline?: Finding | null;
  publisher?: Finding | null;
  published?: Finding | null;
  url?: Finding | null;
  language?: Finding | null;
  leftOut?: LeftOut[];
  notes?: ReadNote[];
};

const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The name of a file as the corpus can hold it. */
function fileName(name: string): string {
  const plain = name.replace(DIRECTION, '').slice(0, 300).toWellFormed();
  return hasWords(plain) ? plain : 'unnamed';
}

/** A short text of the file as a name; what is blank or far too long is none. */
function named(given: Finding | null | undefined, what: string, notes: ReadNote[]): Finding | null {
  const value = given?.value.trim() ?? '';
  if (!given || !hasWords(value)) return null;
  if (value.length <= READ_LIMITS.name) return { value, found: given.found };
  notes.push({ code: what, words: `The ${what} (${given.found}) is too long to be one: “${shortened(value)}”.` });
  return null;
}

function address(given: Finding | null | undefined, notes: ReadNote[]): Finding | null {
  const value = given?.value.trim() ?? '';
  if (!given || value === '') return null;
  if (/^https?:\/\/[^\s@]+$/.test(value) && isWebAddress(value)) return { value, found: given.found };
  notes.push({ code: 'address', words: `Not an address of the web (${given.found}): “${shortened(value)}”.` });
  return null;
}

function day(given: Finding | null | undefined, order: DayOrder | null, notes: ReadNote[]): Finding | null {
  if (!given || given.value.trim() === '') return null;
  const date = readDate(given.value, order);
  if (date && 'edtf' in date) return { value: date.edtf, found: given.found };
  const words = date
    ? `“${date.ambiguous}” (${given.found}) may be two days: nothing tells the day from the month.`
    : `Not a date that can be read (${given.found}): “${shortened(given.value)}”.`;
  notes.push({ code: 'date', words });
  return null;
}

/** Keeps the first pieces that were left out and joins all others into one, so that none is lost. */
function boundedPieces(pieces: readonly LeftOut[]): LeftOut[] {
  if (pieces.length <= READ_LIMITS.leftOut) return [...pieces];
  const rest = pieces.slice(READ_LIMITS.leftOut - 1);
  const text = rest.map((piece) => piece.text).join('\n');
  return [...pieces.slice(0, READ_LIMITS.leftOut - 1), { text, where: 'several places', at: rest.at(-1)?.at ?? 0 }];
}

/** Makes an article of what was found, or the problem that keeps it from being one. `where` names the file and the place in it. */
export function makeArticle(
  source: Source,
  format: RawArticle['from']['format'],
  found: Found,
  where = source.name,
  order: DayOrder | null = null,
): RawArticle | ReadProblem {
  const { text, leftOut = [] } = found;
  if (!hasWords(text)) return refusal('no-text', where);
  if (text.length > READ_LIMITS.text) return refusal('text-too-large', where, text.length.toLocaleString('en'));
  const notes = [...source.notes, ...(found.notes ?? [])];
  return {
    text,
    headline: named(found.headline, 'headline', notes),
    publisher: named(found.publisher, 'publisher', notes),
    published: day(found.published, order, notes),
    url: address(found.url, notes),
    language: languageOf(text, found.language ?? null),
    leftOut: boundedPieces(leftOut),
    notes: [...notes, ...characterNotes(text)],
    from: { format, name: fileName(source.name), sha256: source.sha256, read: null },
  };
}

/** Parts a list of articles and problems. */
export function parted(made: readonly (RawArticle | ReadProblem)[]): {
  articles: RawArticle[];
  problems: ReadProblem[];
} {
  const articles: RawArticle[] = [];
  const problems: ReadProblem[] = [];
  for (const one of made) {
    if ('text' in one) articles.push(one);
    else problems.push(one);
  }
  return { articles, problems };
}
