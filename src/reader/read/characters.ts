import type { ReadNote } from './article.ts';

/** Controls that no text needs, halves of a pair, and the sign for what could not be decoded. */
const ODD = /[\p{Cc}\p{Cs}\ufffd](?<![\t\n\r\f\u0085])/gu;

const nameOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

/** Lists the characters of a text that nobody wrote on purpose, with how often each stands there. They stay in the text. */
export function characterNotes(text: string): ReadNote[] {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(ODD)) counts.set(character, (counts.get(character) ?? 0) + 1);
  if (counts.size === 0) return [];
  const kinds = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = kinds
    .slice(0, 5)
    .map(([character, times]) => `${nameOf(character)}${times > 1 ? ` (${times} times)` : ''}`);
  const more = kinds.length > 5 ? ` and ${kinds.length - 5} more kinds` : '';
  return [{ code: 'characters', words: `Kept as they are, though no text needs them: ${listed.join(', ')}${more}.` }];
}

/** Whether a text has so many controls that it must be something else: more than one in ten of the beginning. */
export function looksBinary(text: string): boolean {
  const start = text.slice(0, 20_000);
  const odd = start.match(ODD)?.length ?? 0;
  return odd > 4 && odd * 10 > start.length;
}

/** Whether a text has something to read in it: a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Shortens text for a message, never inside a character. */
export function shortened(text: string, length = 80): string {
  const line = text
    .slice(0, length + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}
