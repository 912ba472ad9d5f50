import { LIMITS } from '../corpus/limits.ts';
import type { Problem } from '../corpus/problem.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { memoryCoverage } from '../coverage/memoryCoverage.ts';
import type { Corpus } from '../domain/corpus.ts';
import { type Filters, NO_FILTERS } from '../domain/filters.ts';
import { namesOf } from '../domain/names.ts';
import type { Origin } from '../domain/origin.ts';
import { corpusDigest, quickCorpusDigest } from '../exports/digest.ts';
import type { Ask, FromWorker, ToWorker } from './coverageMessages.ts';
import { FIRST_QUESTIONS, QUESTIONS } from './questions.ts';

/** A coverage up to this size, in UTF-16 code units of its file and in statements, is handed to the page, which then answers at once by itself. */
const PAGE_TAKES = { text: 1_500_000, statements: 2000 };

const page = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
const tell = (message: FromWorker) => page.postMessage(message);
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

/** The coverage that was opened, where the page leaves it here. */
let kept: Coverage | null = null;

/** A corpus as the page takes it. */
const forPage = (corpus: Corpus): FromWorker => ({
  type: 'corpus',
  corpus,
  names: namesOf(corpus),
  digest: corpusDigest(corpus),
});

/** The door's verdict on a text in the words of the worker: a corpus for the page, the head of one that stays here, or what is wrong. */
async function verdictOn(text: string, origin: Origin): Promise<FromWorker> {
  const result = readCorpusText(text);
  if (!result.ok) return { type: 'refused', refused: result };
  const { corpus } = result;
  if (text.length <= PAGE_TAKES.text && corpus.statements.length <= PAGE_TAKES.statements) return forPage(corpus);
  const digest = await quickCorpusDigest(corpus);
  tell({ type: 'stage', stage: 'preparing', done: 0, total: 0 });
  kept = memoryCoverage(corpus, { origin, digest });
  // What a desk shows first is worked out before it is shown.
  const first = kept.select(NO_FILTERS);
  for (const [question, wants] of FIRST_QUESTIONS) first.ask(question, wants);
  return { type: 'head', head: kept.head };
}

async function open(file: Blob | string, origin: Origin): Promise<void> {
  if (typeof file !== 'string' && file.size > LIMITS.bytes) {
    const expected = `at most ${LIMITS.bytes / 1e6} MB`;
    refuse({ code: 'too-large', path: '$', expected, found: `${(file.size / 1e6).toFixed(1)} MB` });
    return;
  }
  const text = typeof file === 'string' ? file : await textOf(file);
  if (text === null) {
    refuse({ code: 'not-utf-8', path: '$', expected: 'text in UTF-8', found: 'bytes that are none' });
    return;
  }
  tell({ type: 'stage', stage: 'checking', done: 0, total: 0 });
  tell(await verdictOn(text, origin));
}

type Asked = Extract<ToWorker, { type: 'ask' }>;

/** What has been asked and not answered. */
const asked: Asked[] = [];

function answerTo(filters: Filters, { id, question, wants }: Ask) {
  const known = QUESTIONS.get(question);
  try {
    if (!kept || !known) throw new Error(`There is no question ${question}.`);
    return { id, answer: kept.select(filters).ask(known, wants) };
  } catch (error) {
    // For whoever looks for the fault; the page is told only that it failed.
    console.error(error);
    return { id, failed: true as const };
  }
}

/** Answers what was asked last: what is wanted now never waits for what was wanted before. What was asked together is answered together. */
function answerNext(): void {
  const last = asked.pop();
  if (!last) return;
  tell({ type: 'answers', answers: last.asks.map((ask) => answerTo(last.filters, ask)) });
  // Whatever has come in between is heard first.
  if (asked.length > 0) setTimeout(answerNext, 0);
}

/** The door as a function, for a page that can start no worker: it has to take what there is. */
function door(text: string): FromWorker {
  const result = readCorpusText(text);
  return result.ok ? forPage(result.corpus) : { type: 'refused', refused: result };
}

if (typeof document === 'undefined')
  page.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'ask') {
      asked.push(data);
      if (asked.length === 1) setTimeout(answerNext, 0);
      return;
    }
    open(data.file, data.origin).catch((error: unknown) =>
      // A file that was moved or changed while it was read.
      refuse({ code: 'unreadable', path: '$', expected: 'a file that can be read', found: String(error) }),
    );
  });
else Reflect.set(window, 'datelineDoor', door);
