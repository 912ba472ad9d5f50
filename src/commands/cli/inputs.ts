import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { ReadProblem } from '../../reader/read/article.ts';
import { systemCode } from './failure.ts';

/** A file to be read. `shown` is what problems call it; null as a path is the standard input. */
export type Input = { path: string | null; shown: string };

/** What the words of the command line stand for. `passedOver` counts files of folders that cannot be articles, by their ending. */
export type FoundInputs = {
  inputs: Input[];
  problems: ReadProblem[];
  repeated: string[];
  passedOver: Map<string, number>;
};

/** Endings of files that a person may mean as articles, also those that are refused with advice. All others in a folder are passed over. */
const MEANT =
  /\.(?:te?xt|md|markdown|x?html?|xht|mht|mhtml|webarchive|xml|rss|atom|rdf|json|jsonl|ndjson|csv|tsv|tab|docx?|odt|rtf|pages|pdf|eml|msg|xlsx?|ods)$/i;

const endingOf = (name: string) => extname(name).toLowerCase() || 'without an ending';

/** The folder in which a browser puts the pictures of a saved page. */
const isOfPage = (name: string, beside: ReadonlySet<string>) => {
  const page = /^(.+)[_ .-](?:files|dateien|fichiers|archivos|bestanden|file)$/i.exec(name)?.[1];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((ending) => beside.has(`${page}${ending}`));
};

const inOrder = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** Puts together all files below a folder, in the order of their names; what cannot be an article is counted. */
async function below(folder: string, shown: string, found: FoundInputs): Promise<void> {
  const entries: Dirent[] = (await readdir(folder, { withFileTypes: true })).sort(inOrder);
  const names = new Set(entries.map(({ name }) => name));
  const passOver = (name: string) => found.passedOver.set(name, (found.passedOver.get(name) ?? 0) + 1);
  for (const entry of entries) {
    const [path, called] = [join(folder, entry.name), join(shown, entry.name)];
    if (entry.name.startsWith('.')) continue;
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    // A link to a folder may lead round in a circle.
    if (kind?.isDirectory() && !entry.isSymbolicLink()) {
      if (isOfPage(entry.name, names)) passOver(`of the page ${entry.name}`);
      else await below(path, called, found);
    } else if (kind?.isFile() && MEANT.test(entry.name)) found.inputs.push({ path, shown: called });
    else passOver(kind?.isFile() ? endingOf(entry.name) : 'no files');
  }
}

async function inFolder(folder: string, found: FoundInputs): Promise<void> {
  const before = found.inputs.length;
  await below(folder, folder, found);
  if (found.inputs.length > before) return;
  const others = [...found.passedOver.values()].reduce((sum, count) => sum + count, 0);
  found.problems.push({
    code: 'no-articles',
    expected: 'a folder with articles: text, saved pages, feeds, tables or Word documents',
    found: others === 0 ? 'an empty folder' : `none among ${others} ${others === 1 ? 'file' : 'files'}`,
    where: folder,
  });
}

/** Finds the files that words of the command line stand for: files, folders with all below them, patterns such as `news/*.txt`, and "-". */
export async function findInputs(words: readonly string[], leaveOut: readonly string[] = []): Promise<FoundInputs> {
  const found: FoundInputs = { inputs: [], problems: [], repeated: [], passedOver: new Map() };
  for (const word of words) {
    if (word === '-') {
      found.inputs.push({ path: null, shown: 'standard input' });
      continue;
    }
    const there = await stat(word).catch((error: unknown) => systemCode(error));
    if (typeof there !== 'string') {
      if (!there.isDirectory()) found.inputs.push({ path: word, shown: word });
      else await inFolder(word, found);
      continue;
    }
    const paths = isDynamicPattern(word) ? (await glob(word, { dot: false, expandDirectories: false })).sort() : [];
    for (const path of paths) found.inputs.push({ path, shown: path });
    if (paths.length > 0) continue;
    const reason = there === 'ENOENT' || there === 'ENOTDIR' ? 'nothing of that name' : there;
    found.problems.push({
      code: 'no-such-file',
      expected: 'a file, a folder or a pattern',
      found: reason,
      where: word,
    });
  }
  const seen = new Set(leaveOut.map((path) => resolve(path)));
  const own = new Set(seen);
  found.inputs = found.inputs.filter(({ path, shown }) => {
    const key = path === null ? '-' : resolve(path);
    // What the command itself writes into a folder is no article.
    if (own.has(key) || own.has(key.replace(/\.(?:feeds|lock)$/, ''))) return false;
    if (seen.has(key)) found.repeated.push(shown);
    return !seen.has(key) && seen.add(key);
  });
  return found;
}

/** The name by which a coverage knows a file: without the folders of whoever made it. */
export const fileNameOf = ({ path, shown }: Input): string => (path === null ? shown : basename(path));
