import { readEdtf } from '../../../../src/domain/edtf.ts';
import { webLink } from '../../../../src/domain/webLink.ts';
import type { RawArticle, ReadProblem, ReadResult } from '../../../../src/reader/read/article.ts';
import { READ_LIMITS } from '../../../../src/reader/read/limits.ts';
import { readArticle } from '../../../../src/reader/read/readArticle.ts';
import { REFUSAL_CODES } from '../../../../src/reader/read/refusals.ts';
import { takeBack } from '../../../../src/reader/read/takeBack.ts';
import type { FileCase } from './cases.ts';

/** What a case came to: the formats of its articles and the codes of its problems; `fault` is the law that it breaks. */
export type FileOutcome = { fault: string | null; outcomes: string[]; milliseconds: number };

function articleFault({
  text,
  headline,
  publisher,
  published,
  url,
  language,
  leftOut,
  notes,
  from,
}: RawArticle): string | null {
  if (!/[\p{L}\p{N}]/u.test(text) || text.length > READ_LIMITS.text) return 'a text that is blank or too long';
  for (const finding of [headline, publisher, published, url, language])
    if (finding && (finding.value.trim() === '' || finding.found === '')) return 'a finding without a value or a place';
  if (published && readEdtf(published.value) === null) return `a date that is no EDTF: ${published.value}`;
  if (url && webLink(url.value) === null) return `an address that is no link: ${url.value}`;
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.value)) return `a language that is no tag: ${language.value}`;
  if (leftOut.length > READ_LIMITS.leftOut) return 'too many pieces left out';
  for (const [index, { text: piece, at, where }] of leftOut.entries()) {
    if (piece.trim() === '' || where === '' || at > text.length || at < (leftOut[index - 1]?.at ?? 0))
      return 'a piece left out without words or in no place';
  }
  if (notes.some(({ code, words }) => code === '' || words === '')) return 'a note without words';
  return /^[0-9a-f]{64}$/.test(from.sha256) && from.name !== '' && from.read === null
    ? null
    : 'an article from nowhere';
}

function backFault(article: RawArticle): string | null {
  const back = takeBack(article, new Set(article.leftOut.keys()));
  const whole = article.leftOut.every(({ text }) => back.text.includes(text));
  return whole && back.leftOut.length === 0 && back.text.length >= article.text.length
    ? null
    : 'a piece that cannot be taken back';
}

function problemFault({ code, expected, found, where }: ReadProblem, { name }: FileCase): string | null {
  if (code === 'failed') return 'a file that the reader fails at';
  if (!(REFUSAL_CODES as string[]).includes(code)) return `the code ${code}, which nobody knows`;
  return expected !== '' && found !== '' && where.startsWith(name) ? null : `a problem without words: ${code}`;
}

function resultFault({ articles, problems }: ReadResult, file: FileCase): string | null {
  if (articles.length + problems.length === 0) return 'neither an article nor a problem';
  if (problems.length > READ_LIMITS.problems + 1) return 'too many problems';
  if (Reflect.has(globalThis, 'planted')) return 'something of the file was run';
  for (const article of articles) {
    const fault = articleFault(article) ?? backFault(article);
    if (fault) return fault;
  }
  for (const problem of problems) {
    const fault = problemFault(problem, file);
    if (fault) return fault;
  }
  return null;
}

/** Reads a file and holds what comes of it against the laws; `twice` reads it once more, which must give the same. */
export async function fileOutcome(file: FileCase, twice = false): Promise<FileOutcome> {
  const before = process.cpuUsage();
  try {
    const result = await readArticle(file.bytes, file);
    const { user, system } = process.cpuUsage(before);
    const same = !twice || JSON.stringify(await readArticle(file.bytes, file)) === JSON.stringify(result);
    const outcomes = new Set([
      ...result.articles.map(({ from }) => `read as ${from.format}`),
      ...result.problems.map(({ code }) => code),
    ]);
    return {
      fault: same ? resultFault(result, file) : 'two readings that differ',
      outcomes: [...outcomes],
      milliseconds: (user + system) / 1000,
    };
  } catch (error) {
    return {
      fault: `an exception: ${error instanceof Error ? error.message : String(error)}`,
      outcomes: [],
      milliseconds: 0,
    };
  }
}
