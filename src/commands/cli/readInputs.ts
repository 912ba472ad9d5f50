import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { RawArticle, ReadProblem, ReadResult } from '../../reader/read/article.ts';
import { READ_LIMITS } from '../../reader/read/limits.ts';
import { readArticle, type TextKind } from '../../reader/read/readArticle.ts';
import { refusal } from '../../reader/read/refusals.ts';
import { systemCode } from './failure.ts';
import { fileNameOf, type Input } from './inputs.ts';
import type { Format } from './options.ts';

/** The kind that a word for `--format` stands for; null lets the file speak. */
const kindFor = (format: Format): TextKind | null => (format === 'auto' ? null : format);

/** Reads a stream to its end; null when it is longer than any file that is read. */
async function bytesOf(stream: AsyncIterable<Buffer | string>): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > READ_LIMITS.bytes) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const refusedAs = (problem: ReadProblem): ReadResult => ({ articles: [], problems: [problem], columns: null });

/** Puts the path that a person typed into the place of the name of a file, in what is said of it. */
const placed = (problem: ReadProblem, name: string, shown: string): ReadProblem => ({
  ...problem,
  where: problem.where.startsWith(name) ? `${shown}${problem.where.slice(name.length)}` : `${shown}: ${problem.where}`,
});

/** Reads the articles of bytes; problems are about `shown`. */
export async function readBytes(
  bytes: Uint8Array,
  { name, shown, type = '', format }: { name: string; shown: string; type?: string; format: Format },
): Promise<ReadResult> {
  const result = await readArticle(bytes, { name, type, as: kindFor(format) });
  return { ...result, problems: result.problems.map((problem) => placed(problem, name, shown)) };
}

/** Reads the articles of a file or of the standard input. Comes to problems for whatever goes wrong. */
export async function readInput(input: Input, format: Format): Promise<ReadResult> {
  const { path, shown } = input;
  try {
    if (path !== null) {
      const there = await stat(path);
      if (there.isFile() && there.size > READ_LIMITS.bytes)
        return refusedAs(refusal('too-large', shown, `${(there.size / 1e6).toFixed(1)} MB`));
    }
    const bytes = await bytesOf(path === null ? process.stdin : createReadStream(path));
    if (bytes === null) return refusedAs(refusal('too-large', shown));
    return await readBytes(bytes, { name: fileNameOf(input), shown, format });
  } catch (error) {
    const found = systemCode(error) || 'one that cannot be read';
    return refusedAs({ code: 'unreadable', expected: 'a file that can be read', found, where: shown });
  }
}

/** What tells articles apart that are the same: all words, and where they are from. */
const copyKey = ({ text, headline, publisher, published, url }: RawArticle): string =>
  JSON.stringify([text, headline?.value, publisher?.value, published?.value, url?.value]);

/** An article with what it is called on the command line. */
export type TakenArticles = { article: RawArticle; shown: string };

/** Takes each article once; `copies` are the names of files whose article was there before, in every letter. */
export function withoutCopies(taken: readonly TakenArticles[]): {
  taken: TakenArticles[];
  copies: { shown: string; of: string }[];
} {
  const first = new Map<string, TakenArticles>();
  const copies: { shown: string; of: string }[] = [];
  for (const one of taken) {
    const key = copyKey(one.article);
    const before = first.get(key);
    if (before) copies.push({ shown: one.shown, of: before.shown });
    else first.set(key, one);
  }
  return { taken: [...first.values()], copies };
}
