import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Slug } from '../../domain/slug.ts';

/** Longest slug of a name, so that a suffix still fits into the 80 characters of an id. */
const LONGEST = 56;

/** The first twelve hexadecimal digits of the SHA-256 of some parts, each ended by a zero character. */
export function digestOf(...parts: readonly (string | number)[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.map((part) => `${part}\0`).join('')))).slice(0, 12);
}

/** A slug of a name: plain letters and digits joined by hyphens; a digest where no letter can be written so. */
export function slugOf(name: string): Slug {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? `n-${digestOf(name)}` : plain;
}

/** Gives out ids that nothing else has: the second one of a kind ends in "-2". */
export class Ids {
  private readonly taken = new Set<Slug>();

  take(wanted: Slug): Slug {
    let id = wanted;
    for (let number = 2; this.taken.has(id); number += 1) id = `${wanted}-${number}`;
    this.taken.add(id);
    return id;
  }
}

/** Compares by UTF-16 code units: the order is the same in every place and language. */
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The badge of the article at a place: A to Z, then AA, AB … */
export function badgeAt(place: number): string {
  let badge = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    badge = String.fromCharCode(65 + ((rest - 1) % 26)) + badge;
  return badge;
}

const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/** Words of a text as a name of ours: one line, without direction controls, at most 200 characters; null when nothing is left to see. */
export function asName(words: string): string | null {
  const plain = words.replace(DIRECTION, '').replace(/\s+/g, ' ').trim();
  return SEEN.test(plain) ? clipped(plain.toWellFormed(), 200) : null;
}

/** Shortens words to a length, with an ellipsis, between two characters. */
export function clipped(words: string, length: number): string {
  if (words.length <= length) return words;
  return `${words
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`;
}

/** A name for comparing: small letters and digits, without "the" before it. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
