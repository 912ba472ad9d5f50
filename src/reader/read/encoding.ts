import type { ReadNote } from './article.ts';
import { countUtf8 } from './utf8.ts';

/** What this file asks of the platform: the decoder that browsers and Node have. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { encoding: string; decode: (bytes: Uint8Array) => string };

/** A file as text, with what was assumed to get there. */
export type Decoded = { text: string; notes: ReadNote[] };

// The part of windows-1252 that is not Latin-1, from 0x80 on. Own table: not every decoder of a platform has these letters right.
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const CHUNK = 8_192;

/** Builds text from UTF-16 code units in pieces that fit on the stack. */
function textOf(count: number, unitAt: (index: number) => number): string {
  const parts: string[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const units = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => unitAt(from + index));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

/** The text of bytes in windows-1252, in which every byte is a character. */
const fromWindows1252 = (bytes: Uint8Array): string =>
  textOf(bytes.length, (index) => {
    const byte = bytes[index] ?? 0;
    return byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte;
  });

/** The text of bytes in UTF-16, halves of a pair included; a last odd byte is no character. */
const fromUtf16 = (bytes: Uint8Array, from: number, little: boolean): string =>
  textOf((bytes.length - from) >> 1, (index) => {
    const [first = 0, second = 0] = [bytes[from + 2 * index], bytes[from + 2 * index + 1]];
    return little ? first | (second << 8) : (first << 8) | second;
  });

/** Decodes by the platform; null when the bytes do not fit or the encoding is not known. */
function decoded(bytes: Uint8Array, label: string, fatal: boolean): { text: string; name: string } | null {
  try {
    const decoder = new TextDecoder(label, { fatal, ignoreBOM: true });
    return { text: decoder.decode(bytes), name: decoder.encoding };
  } catch {
    return null;
  }
}

/** The encoding that the first part of a page or of XML says it is in; null when it says none. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = fromWindows1252(bytes.subarray(0, 4_096));
  const found =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/** Whether nearly every other byte of the beginning is zero: the look of UTF-16 in an alphabet of Europe. */
function looksUtf16(bytes: Uint8Array): 'le' | 'be' | null {
  const pairs = Math.min(bytes.length, 4_096) >> 1;
  if (pairs < 8) return null;
  let [first, second] = [0, 0];
  for (let index = 0; index < pairs; index += 1) {
    if (bytes[2 * index] === 0) first += 1;
    if (bytes[2 * index + 1] === 0) second += 1;
  }
  if (second > 0.8 * pairs && first < 0.05 * pairs) return 'le';
  return first > 0.8 * pairs && second < 0.05 * pairs ? 'be' : null;
}

const note = (words: string): ReadNote => ({ code: 'encoding', words });

/** The text by the encoding that the file names; null when it names none, UTF-8, or one that does not fit. */
function asDeclared(bytes: Uint8Array, label: string | null): Decoded | null {
  if (label === null || /^utf-?8$/.test(label)) return null;
  const strict = decoded(bytes, label, true);
  if (!strict || strict.name === 'utf-8' || strict.name.startsWith('utf-16')) return null;
  const text = strict.name === 'windows-1252' ? fromWindows1252(bytes) : strict.text;
  return { text, notes: [note(`Read as ${strict.name}, the encoding that the file names.`)] };
}

/**
 * Decodes a file: UTF-16 by its mark, strict UTF-8, the encoding that the file names, UTF-8 with damage, then windows-1252. A byte order mark
 * is not part of the text; nothing else is taken away. Never fails.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const notes = [note('Read as UTF-16, by its byte order mark.')];
    if (bytes.length % 2 === 1) notes.push(note('The file ends in the middle of a character.'));
    return { text: fromUtf16(bytes, 2, first === 0xff), notes };
  }
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  const order = looksUtf16(body);
  if (order)
    return {
      text: fromUtf16(body, 0, order === 'le'),
      notes: [note('UTF-16 assumed: every other byte of the beginning is zero.')],
    };
  const declared = declaredIn(body);
  const escapes = declared === 'iso-2022-jp' && body.includes(0x1b) ? asDeclared(body, declared) : null;
  if (escapes) return escapes;
  const strict = decoded(body, 'utf-8', true);
  if (strict) return { text: strict.text, notes: [] };
  const named = asDeclared(body, declared);
  if (named) return named;
  const { whole, broken } = countUtf8(body);
  const lenient = whole > broken ? decoded(body, 'utf-8', false) : null;
  if (lenient) {
    const places = broken === 1 ? 'one place is' : `${broken} places are`;
    return { text: lenient.text, notes: [note(`Read as UTF-8, of which ${places} damaged: “\ufffd” stands there.`)] };
  }
  return {
    text: fromWindows1252(body),
    notes: [note('windows-1252 assumed: the file is not UTF-8, and names no encoding that fits.')],
  };
}
