import { LIMITS } from '../corpus/limits.ts';
import type { Problem } from '../corpus/problem.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import { CORPUS_HEAD, CORPUS_LISTS, type Corpus } from '../domain/corpus.ts';
import { namesOf } from '../domain/names.ts';
import { corpusDigest } from '../exports/digest.ts';
import type { CorpusHead, ListName, OpenMessage } from './openMessages.ts';

/** Items, and values in them, that are handed over at once: few enough that taking them is no long task of the page. */
const PIECE = { items: 500, values: 20_000 };

/** How many values an item holds, itself included. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + valuesIn(part), 1);
}

const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
const tell = (message: OpenMessage) => page.postMessage(message);
const refuse = (problem: Problem) => tell({ type: 'refused', refused: { ok: false, problems: [problem], more: 0 } });

/** The text of a file; null when its bytes are no UTF-8. */
async function textOf(file: Blob): Promise<string | null> {
  // The reader of the text takes one byte order mark off; with another one taken off here, two of them would pass.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = file.stream().getReader();
  let text = '';
  let done = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      done += part.value.byteLength;
      tell({ type: 'stage', stage: 'reading', done, total: file.size });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function handOver(corpus: Corpus): void {
  const head = Object.fromEntries(Object.keys(CORPUS_HEAD).map((key) => [key, Reflect.get(corpus, key)]));
  tell({ type: 'head', head: head as CorpusHead, digest: corpusDigest(corpus) });
  const lists = Object.keys(CORPUS_LISTS) as ListName[];
  const total = lists.reduce((sum, list) => sum + corpus[list].length, 0);
  let done = 0;
  for (const list of lists) {
    let items: unknown[] = [];
    let values = 0;
    for (const [at, item] of corpus[list].entries()) {
      items.push(item);
      values += valuesIn(item);
      if (at + 1 < corpus[list].length && items.length < PIECE.items && values < PIECE.values) continue;
      tell({ type: 'items', list, items });
      done += items.length;
      tell({ type: 'stage', stage: 'handing-over', done, total });
      items = [];
      values = 0;
    }
  }
  tell({ type: 'names', names: namesOf(corpus) });
  tell({ type: 'end' });
}

async function open(file: Blob): Promise<void> {
  if (file.size > LIMITS.bytes) {
    const expected = `at most ${LIMITS.bytes / 1e6} MB`;
    refuse({ code: 'too-large', path: '$', expected, found: `${(file.size / 1e6).toFixed(1)} MB` });
    return;
  }
  const text = await textOf(file);
  if (text === null) {
    refuse({ code: 'not-utf-8', path: '$', expected: 'text in UTF-8', found: 'bytes that are none' });
    return;
  }
  tell({ type: 'stage', stage: 'checking', done: 0, total: 0 });
  const result = readCorpusText(text);
  if (result.ok) handOver(result.corpus);
  else tell({ type: 'refused', refused: result });
}

page.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  open(data).catch((error: unknown) =>
    // A file that was moved or changed while it was read.
    refuse({ code: 'unreadable', path: '$', expected: 'a file that can be read', found: String(error) }),
  );
});
