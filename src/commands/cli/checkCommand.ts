import { readFile } from 'node:fs/promises';
import { type Problem, problemLine } from '../../corpus/problem.ts';
import { readCorpusText } from '../../corpus/readCorpus.ts';
import type { Given } from './arguments.ts';
import { WrongUsage } from './arguments.ts';
import { EXIT } from './exitCodes.ts';
import { systemCode } from './failure.ts';
import { countsLine, countsOf } from './outcome.ts';
import { inLine, printable, type Talk } from './talk.ts';

type Checked = {
  file: string;
  clean: boolean;
  counts: Record<string, number> | null;
  problems: Problem[];
  more: number;
};

/** What an exit code says of several files, of which some were refused. */
export function exitFor(refused: number, of: number): number {
  if (refused === 0) return EXIT.good;
  return refused < of ? EXIT.partly : EXIT.notWritten;
}

/** The command `check`: passes coverages through the door and prints what is in them, or all that is wrong with them. */
export async function checkCommand(given: Given, talk: Talk): Promise<number> {
  if (given.rest.length === 0) throw new WrongUsage('Which file? check FILE');
  const files: Checked[] = [];
  for (const file of given.rest) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => ({ code: systemCode(error) }));
    if (typeof text !== 'string') {
      const problem: Problem = { code: 'unreadable', path: '$', expected: 'a file that can be read', found: text.code };
      files.push({ file, clean: false, counts: null, problems: [problem], more: 0 });
      continue;
    }
    const result = readCorpusText(text);
    if (result.ok) files.push({ file, clean: true, counts: countsOf(result.corpus), problems: [], more: 0 });
    else files.push({ file, clean: false, counts: null, problems: result.problems, more: result.more });
  }
  if (given.has('json')) talk.data(`${JSON.stringify({ files })}\n`);
  for (const { file, counts, problems, more } of files) {
    for (const problem of problems) talk.fault(printable(`${inLine(file)}: ${problemLine(problem)}`));
    const count = problems.length + more;
    if (counts === null)
      talk.fault(
        `${inLine(file)}: ${count} ${count === 1 ? 'problem' : 'problems'}${more > 0 ? `, the first ${problems.length} shown` : ''}.`,
      );
    else if (!given.has('json')) talk.data(`${inLine(file)}: clean. ${countsLine(counts)}.\n`);
  }
  return exitFor(files.filter(({ clean }) => !clean).length, files.length);
}
