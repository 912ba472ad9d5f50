import { readFile } from 'node:fs/promises';
import { problemLine } from '../corpus/problem.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';

/** The corpus that is bundled with the app, seen from the project's root. */
export const BUNDLED_CORPUS = 'src/data/corpus.json';

/** Prints every problem of a corpus file (the bundled one by default). Exit code 1 when there is one, or when the file cannot be read. */
export async function main([file = BUNDLED_CORPUS]: string[]): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    console.error(`${file}: cannot be read (${(error as Error).message})`);
    return 1;
  }
  const result = readCorpusText(text);
  if (result.ok) {
    const { articles, actors, statements, relations, venues, events, flags } = result.corpus;
    console.log(
      `${file}: clean. ${articles.length} articles, ${actors.length} actors, ${statements.length} statements, ${relations.length} relations, ` +
        `${venues.length} venues, ${events.length} events, ${flags.length} flags.`,
    );
    return 0;
  }
  for (const problem of result.problems) console.error(problemLine(problem));
  const count = result.problems.length + result.more;
  console.error(
    `${file}: ${count} ${count === 1 ? 'problem' : 'problems'}${result.more > 0 ? `, the first ${result.problems.length} shown` : ''}.`,
  );
  return 1;
}
