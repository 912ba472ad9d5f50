import { readFile, stat } from 'node:fs/promises';
import { problemLine } from '../../../corpus/problem.ts';
import { readCorpusText } from '../../../corpus/readCorpus.ts';
import type { Corpus } from '../../../domain/corpus.ts';
import { EXIT } from '../exitCodes.ts';
import { Failure, systemCode } from '../failure.ts';

/** A coverage as it stands in a file. */
export type OldFile = { text: string; corpus: Corpus };

/** Reads the coverage of a file; null when nothing is there, or an empty file. Whatever else is there is refused, so that nothing is written over it. */
export async function oldFile(path: string, shown = path): Promise<OldFile | null> {
  const refuse = (code: string, expected: string, found: string, where = shown) =>
    new Failure(EXIT.notWritten, { code, expected, found, where });
  const there = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw refuse('unreadable', 'a file that can be read', systemCode(error));
  });
  if (!there || (there.isFile() && there.size === 0)) return null;
  if (!there.isFile()) throw refuse('not-a-file', 'the name of a file', there.isDirectory() ? 'a folder' : 'a device');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuse('unreadable', 'a file that can be read', systemCode(error));
  });
  const result = readCorpusText(text);
  if (result.ok) return { text, corpus: result.corpus };
  const [first] = result.problems;
  throw refuse(
    'not-a-coverage',
    'a coverage that passes the check, or no file: it stays as it is',
    first ? problemLine(first) : 'another file',
  );
}
