import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ReadResult, refused, type Source } from './article.ts';
import { hasWords, looksBinary } from './characters.ts';
import { decode } from './encoding.ts';
import { type Kind, kindOf } from './kind.ts';
import { READ_LIMITS } from './limits.ts';
import { readPlainText } from './plainText.ts';
import { refusal } from './refusals.ts';
import { isZip, signatureOf } from './signatures.ts';

/** The kinds of decoded files that have a reader. */
export type TextKind = Exclude<Kind, object>;

/** Reads a decoded file by its kind. The readers of pages, feeds and tables are loaded when one is needed. */
async function readKind(kind: TextKind, source: Source): Promise<ReadResult> {
  switch (kind) {
    case 'html':
      return (await import('./html/readHtml.ts')).readHtml(source);
    case 'feed':
      return (await import('./feed/readFeed.ts')).readFeed(source);
    case 'table':
      return (await import('./table/readTable.ts')).readTable(source);
    case 'json':
      return (await import('./table/readJson.ts')).readJson(source);
    case 'json-lines':
      return (await import('./table/readJson.ts')).readJsonLines(source);
    case 'text':
      return readPlainText(source);
  }
}

async function read(bytes: Uint8Array, name: string, type: string, as: TextKind | null): Promise<ReadResult> {
  if (bytes.length === 0) return refused(refusal('empty', name));
  if (bytes.length > READ_LIMITS.bytes)
    return refused(refusal('too-large', name, `${(bytes.length / 1e6).toFixed(1)} MB`));
  const digest = () => bytesToHex(sha256(bytes));
  if (isZip(bytes))
    return (await import('./docx/readDocx.ts')).readDocx(bytes, { text: '', name, sha256: digest(), notes: [] });
  const signature = signatureOf(bytes);
  if (signature) return refused(refusal(signature.code, name, signature.found));
  const { text, notes } = decode(bytes);
  if (looksBinary(text)) return refused(refusal('binary', name));
  if (!hasWords(text)) return refused(refusal('no-text', name));
  const kind = as ?? kindOf(text, name, type);
  if (typeof kind === 'object') return refused(refusal(kind.refused, name));
  return readKind(kind, { text, name, sha256: digest(), notes });
}

/**
 * Reads the articles of a file: the first stage of the reader. The format follows from the content, then from the type and the name. The same
 * bytes give the same result in a browser and in Node: no clock, no network, nothing of a page is run. Never rejects on account of a file: it comes to
 * articles, to problems, or to both.
 *
 * @param file the name of the file, which problems and articles carry, and its media type where one is known; `as` is a person's word
 *   for what the file is, when it looks like something else
 */
export async function readArticle(
  bytes: Uint8Array,
  { name, type = '', as = null }: { name: string; type?: string; as?: TextKind | null },
): Promise<ReadResult> {
  try {
    return await read(bytes, name, type, as);
  } catch {
    return refused(refusal('failed', name));
  }
}
