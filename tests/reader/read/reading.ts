import { expect } from 'vitest';
import type { RawArticle, ReadProblem, ReadResult } from '../../../src/reader/read/article.ts';
import { readArticle } from '../../../src/reader/read/readArticle.ts';
import { utf8 } from './files.ts';

/** Reads bytes under a name. */
export const resultOf = (bytes: Uint8Array, name: string, type?: string): Promise<ReadResult> =>
  readArticle(bytes, type === undefined ? { name } : { name, type });

/** Reads a text as a file in UTF-8. */
export const readText = (text: string, name: string, type?: string): Promise<ReadResult> =>
  resultOf(utf8(text), name, type);

/** The one article of a file that has nothing else. */
export async function onlyArticle(file: string | Uint8Array, name: string): Promise<RawArticle> {
  const { articles, problems } = await resultOf(typeof file === 'string' ? utf8(file) : file, name);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0] as RawArticle;
}

/** The one problem of a file that has nothing else. */
export async function onlyProblem(file: string | Uint8Array, name: string): Promise<ReadProblem> {
  const { articles, problems } = await resultOf(typeof file === 'string' ? utf8(file) : file, name);
  expect(articles).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0] as ReadProblem;
}
