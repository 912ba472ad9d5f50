import { isDay } from '../domain/edtf.ts';
import { asFacet, TEXT_LIMIT } from '../domain/filters.ts';
import { PINNED_LISTS, type Pin } from '../domain/pin.ts';
import { isSlug } from '../domain/slug.ts';
import { readTieKey } from '../domain/tie.ts';
import type { Hours, NeededFile, Opened, Pair } from '../domain/view.ts';

/**
 * A value in a link, both ways. `write` gives null for the default, which is never written, and otherwise only letters, digits,
 * `-`, `.`, `_` and `~`, ending in a letter or digit: what chat clients leave alone. `read` gives undefined for what it cannot read.
 */
export type Codec<T> = {
  /** What a reader of the note is told was expected. */
  expected: string;
  write: (value: T) => string | null;
  read: (text: string) => T | undefined;
};

/** Most values of one list in a link. */
const LIST_LIMIT = 200;

/** Values joined by full stops; sorted, each once. */
function listOf<T extends string>(expected: string, readOne: (text: string) => T | undefined): Codec<T[]> {
  return {
    expected,
    write: (values) => (values.length === 0 ? null : asFacet(values).join('.')),
    read: (text) => {
      const values = text.split('.').map(readOne);
      return values.length <= LIST_LIMIT && values.every((value) => value !== undefined) ? asFacet(values) : undefined;
    },
  };
}

export const slugList = listOf('ids joined by full stops', (text) => (isSlug(text) ? text : undefined));
export const tieList = listOf('ties such as talks_china~united-states, joined by full stops', (text) =>
  readTieKey(text) ? text : undefined,
);

/** Some of a few known words. */
export function wordList<T extends string>(words: readonly T[]): Codec<T[]> {
  return listOf(`any of ${words.join(', ')}, joined by full stops`, (text) => words.find((word) => word === text));
}

/** One of a few known words, with a default that is not written; `how` is what else is expected of it. */
export function word<T extends string, D extends T | null>(words: readonly T[], fallback: D, how = ''): Codec<T | D> {
  return {
    expected: `one of ${words.join(', ')}${how}`,
    write: (value) => (value === fallback ? null : value),
    read: (text) => words.find((known) => known === text),
  };
}

export const day: Codec<string | null> = {
  expected: 'a day such as 2019-01-08',
  write: (value) => value,
  read: (text) => (isDay(text) ? text : undefined),
};

/** A whole number within bounds, or null. */
export function count(least: number, most: number): Codec<number | null> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    write: (value) => (value === null ? null : String(value)),
    read: (text) => {
      const value = /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

const byteEscape = (byte: number) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Letters and digits stand for themselves, a hyphen and a space (`_`) only inside; all else is `~` and two hexadecimal digits a byte. */
function writtenText(value: string): string {
  const characters = [...value.toWellFormed().replace(/[\r\n]+/g, ' ')];
  return characters
    .map((character, index) => {
      if (/^[A-Za-z0-9]$/.test(character)) return character;
      if (index < characters.length - 1 && character === ' ') return '_';
      if (index < characters.length - 1 && character === '-') return '-';
      return [...new TextEncoder().encode(character)].map(byteEscape).join('');
    })
    .join('');
}

/** The text that was written so; undefined where the bytes are none, or the text is longer than `limit` UTF-16 code units. */
function readText(written: string, limit: number): string | undefined {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [part] of written.matchAll(/~[0-9A-Fa-f]{2}|~|_|[^~_]+/g)) {
    if (part === '~') return undefined;
    if (part.startsWith('~')) bytes.push(Number.parseInt(part.slice(1), 16));
    else if (part === '_') bytes.push(0x20);
    else for (const byte of encoder.encode(part)) bytes.push(byte);
  }
  try {
    const value = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(new Uint8Array(bytes))
      // A field of one line has no line breaks.
      .replace(/[\r\n]+/g, ' ');
    return value.length <= limit ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Free text: a space is `_`, anything but letters and digits is `~` and two hexadecimal digits for each byte of its UTF-8. A hyphen
 * stands for itself inside. (Percent signs would not survive a client that encodes a link twice.)
 */
export const text: Codec<string> = {
  expected: `text of at most ${TEXT_LIMIT} characters`,
  write: (value) => (value === '' ? null : writtenText(value)),
  read: (written) => readText(written, TEXT_LIMIT),
};

/** The name of an opened file and its digest, joined by a full stop: `evening~2Ejson.0123456789abcdef`. */
export const neededFile: Codec<NeededFile | null> = {
  expected: 'the name of a file and the digest of its corpus',
  write: (value) => (value === null ? null : `${writtenText(value.name)}.${value.digest}`),
  read: (written) => {
    const [, writtenName = '', digest = ''] = /^([^.]*)\.([0-9a-f]{16})$/.exec(written) ?? [];
    const name = readText(writtenName, TEXT_LIMIT);
    return name === undefined || name === '' ? undefined : { name, digest };
  },
};

/** Longest address of data, in UTF-16 code units. */
const ADDRESS_LIMIT = 2_000;

/** An address of data, which a person may have typed as it is. Whether it may be opened is not for the link to say. */
export const dataAddress: Codec<string | null> = {
  expected: `an https address of at most ${ADDRESS_LIMIT} characters`,
  write: (value) => (value === null ? null : writtenText(value)),
  read: (written) => {
    const value = written.includes(':') ? written.replace(/[\r\n]+/g, ' ') : readText(written, ADDRESS_LIMIT);
    if (value === undefined || value.length > ADDRESS_LIMIT) return undefined;
    return /^https?:\/\/./i.test(value) ? value.toWellFormed() : undefined;
  },
};

/** The name of a host, in the letters of the domain name system. */
export const hostName: Codec<string | null> = {
  expected: 'the name of a host such as data.example.org',
  write: (value) => value,
  read: (text) =>
    text.length <= 253 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text) ? text.toLowerCase() : undefined,
};

/** A file of our own host, by its path from the page: names joined by strokes (written `~`), without a way up or out. */
export const path: Codec<string | null> = {
  expected: 'the path of a file beside the page, such as evening.json',
  write: (value) => value?.replaceAll('/', '~') ?? null,
  read: (text) =>
    text.length <= 200 && /^[A-Za-z0-9]+(?:[._~/-][A-Za-z0-9]+)*$/.test(text) ? text.replaceAll('~', '/') : undefined,
};

/** Hours of the day: `22-6`. */
export const hours: Codec<Hours | null> = {
  expected: 'two hours from 0 to 23 such as 22-6',
  write: (value) => (value === null ? null : `${value.from}-${value.to}`),
  read: (text) => {
    const [from = '', to = '', ...more] = text.split('-');
    const right = more.length === 0 && [from, to].every((hour) => /^(?:\d|1\d|2[0-3])$/.test(hour)) && from !== to;
    return right ? { from: Number(from), to: Number(to) } : undefined;
  },
};

/** Two different ids in their order. */
export const pair: Codec<Pair | null> = {
  expected: 'two ids joined by a full stop',
  write: (value) => value?.join('.') ?? null,
  read: (written) => {
    const ids = written.split('.');
    return ids.length === 2 && ids[0] !== ids[1] && ids.every(isSlug) ? (ids as Pair) : undefined;
  },
};

/** An opened mark, with the number of the passage after a full stop when it is not the first. */
export const opened: Codec<Opened | null> = {
  expected: 'the id of a mark, then perhaps a full stop and the number of a passage',
  write: (value) => (value === null ? null : value.passage === 1 ? value.mark : `${value.mark}.${value.passage}`),
  read: (written) => {
    const match = /^([^.]+)(?:\.([1-9][0-9]{0,3}))?$/.exec(written);
    const mark = match?.[1] ?? '';
    if (!isSlug(mark) && !readTieKey(mark)) return undefined;
    return { mark, passage: Number(match?.[2] ?? 1) };
  },
};

/** The digest, the coverage, its day and its counts, joined by full stops: `0123456789abcdef.korea-2019.2019-01-10.2-37-42-6-19-32`. */
export const pin: Codec<Pin | null> = {
  expected: 'the digest, id, day and counts of a coverage',
  write: (value) =>
    value === null ? null : [value.digest, value.coverage, value.asOf, value.counts.join('-')].join('.'),
  read: (written) => {
    const [digest = '', coverage = '', asOf = '', numbers = '', ...more] = written.split('.');
    const counts = numbers.split('-');
    const right =
      more.length === 0 &&
      /^[0-9a-f]{16}$/.test(digest) &&
      isSlug(coverage) &&
      isDay(asOf) &&
      counts.length === PINNED_LISTS.length &&
      counts.every((count) => /^(?:0|[1-9][0-9]{0,6})$/.test(count));
    return right ? { digest, coverage, asOf, counts: counts.map(Number) } : undefined;
  },
};

/** Longest packed value, in characters. */
const PACKED_LIMIT = 20_000;

/** Bytes in base64url, closed by a `0` so that no chat client takes the last sign for punctuation. */
export const packed: Codec<string | null> = {
  expected: `letters, digits, "-" and "_", at most ${PACKED_LIMIT}`,
  write: (value) => (value === null ? null : `${value}0`),
  read: (written) =>
    /^[A-Za-z0-9_-]+0$/.test(written) && written.length <= PACKED_LIMIT ? written.slice(0, -1) : undefined,
};
