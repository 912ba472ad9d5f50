import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Corpus } from '../domain/corpus.ts';
import { earlierForm } from '../domain/earlier.ts';

/** Writes a value as JSON with the keys of every object sorted. */
function write(value: unknown, out: string[]): void {
  if (typeof value !== 'object' || value === null) {
    out.push(JSON.stringify(value));
    return;
  }
  const isList = Array.isArray(value);
  const keys = isList ? [] : Object.keys(value).sort();
  out.push(isList ? '[' : '{');
  for (let at = 0; at < (isList ? value.length : keys.length); at += 1) {
    const key = keys[at];
    if (at > 0) out.push(',');
    if (key === undefined) write(Reflect.get(value, at), out);
    else {
      out.push('"', key, '":');
      write(Reflect.get(value, key), out);
    }
  }
  out.push(isList ? ']' : '}');
}

/** Pieces that are put together at a time: a corpus of 60 MB has ten million. */
const PIECES = 50_000;

/**
 * A corpus that passed the door as JSON with sorted keys, so that the order in which a file was written does not matter. The keys of the
 * format need no escaping.
 */
function canonical(corpus: object): string {
  const parts: string[] = [];
  let out: string[] = [];
  const end = () => {
    parts.push(out.join(''));
    out = [];
  };
  for (const [at, key] of Object.keys(corpus).sort().entries()) {
    out.push(at === 0 ? '{"' : ',"', key, '":');
    const value: unknown = Reflect.get(corpus, key);
    if (!Array.isArray(value)) write(value, out);
    else {
      out.push('[');
      for (const [place, item] of value.entries()) {
        if (place > 0) out.push(',');
        write(item, out);
        if (out.length > PIECES) end();
      }
      out.push(']');
    }
  }
  end();
  return `${parts.join('')}}`;
}

const DIGITS = 16;

/** The first 16 hexadecimal digits of the SHA-256 of a text as it stands. */
const textDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, DIGITS);

/** The same by the browser's own code where a page may have that: of a large text, a second sooner. */
export async function quickTextDigest(text: string): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return textDigest(text);
  // The bytes, too, are made beside the page: of 60 MB they take a third of a second.
  const bytes = await new Response(text).arrayBuffer();
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes))).slice(0, DIGITS);
}

/**
 * The first 16 hexadecimal digits (64 bits) of the SHA-256 of a corpus as canonical JSON. Two corpora with the same digest hold the
 * same; white space, the order of keys and the version of the format that a file is written in do not count.
 */
export const corpusDigest = (corpus: Corpus): string => textDigest(canonical(earlierForm(corpus)));

/** The same, as `quickTextDigest` works it out. */
export const quickCorpusDigest = (corpus: Corpus): Promise<string> => quickTextDigest(canonical(earlierForm(corpus)));
