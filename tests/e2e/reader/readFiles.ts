import { annotate } from '../../../src/reader/annotate.ts';
import { readModel } from '../../../src/reader/modelFile.ts';
import type { RawArticle } from '../../../src/reader/read/article.ts';
import { readArticle } from '../../../src/reader/read/readArticle.ts';
import { madeFiles } from '../../fixtures/articles/styles.ts';

/** How many made articles both sides read. */
const FILES = 50;

/** The draft of the made articles as text; the same bytes wherever it runs. */
export async function draftText(model: Uint8Array): Promise<string> {
  const raw: RawArticle[] = [];
  for (const { name, type, text } of madeFiles(FILES)) {
    const { articles, problems } = await readArticle(new TextEncoder().encode(text), { name, type });
    if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
    raw.push(...articles);
  }
  return JSON.stringify(await annotate(raw, { model: readModel(model) }));
}
