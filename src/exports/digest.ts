import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Corpus } from '../domain/corpus.ts';
import { earlierForm } from '../domain/earlier.ts';

/** JSON with the keys of every object sorted, so that the order in which a file was written does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The first 16 hexadecimal digits of the SHA-256 of a text as it stands. */
export const textDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

/**
 * The first 16 hexadecimal digits (64 bits) of the SHA-256 of a corpus as canonical JSON. Two corpora with the same digest hold the
 * same; white space, the order of keys and the version of the format that a file is written in do not count.
 */
export const corpusDigest = (corpus: Corpus): string => textDigest(canonical(earlierForm(corpus)));
