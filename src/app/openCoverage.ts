import { LIMITS } from '../corpus/limits.ts';
import { markOrigin, type Origin } from '../domain/origin.ts';
import { rememberDigest } from '../exports/digest.ts';
import type { Refusal, Running } from '../features/opening/model.ts';
import { fetchForeign } from '../source/fetchForeign.ts';
import { LoadError } from '../source/fetchText.ts';
import { openCorpus } from '../source/openCorpus.ts';
import type { OpenedCoverage } from './opening.ts';
import { warmUp } from './warmUp.ts';

/** How long the check of what another host sent may take, in milliseconds. */
const DEADLINE = 10_000;

/** Longest name of a file that a link takes, in UTF-16 code units. */
const NAME_LIMIT = 120;

/** What is opened: a file at hand, or an address that somebody has agreed to. */
export type Wish =
  | { kind: 'file'; name: string; file: Blob }
  /** `text` where it has been loaded already. */
  | { kind: 'address'; address: string; host: string; text?: string };

type Told = (running: Running) => void;

async function bytesOf(wish: Wish, signal: AbortSignal, tell: Told): Promise<Blob> {
  if (wish.kind === 'file') return wish.file;
  const { address, host, text } = wish;
  if (text !== undefined) return new Blob([text]);
  const loaded = (done: number) => tell({ name: host, stage: 'loading', done, total: LIMITS.bytes });
  loaded(0);
  return fetchForeign(address, signal, loaded);
}

function originOf(wish: Wish): Exclude<Origin, { kind: 'built-in' }> {
  if (wish.kind === 'address') return { kind: 'address', host: wish.host, address: wish.address };
  const name = wish.name.trim().toWellFormed().slice(0, NAME_LIMIT).toWellFormed();
  return { kind: 'file', name: name === '' ? 'a file without a name' : name };
}

/**
 * Opens a coverage: gives it with its digest, where it came from noted, or says why it was not opened. Null when it was cancelled.
 */
export async function openCoverage(
  wish: Wish,
  signal: AbortSignal,
  tell: Told,
): Promise<{ opened: OpenedCoverage; file: Blob } | Refusal | null> {
  const origin = originOf(wish);
  const name = origin.kind === 'file' ? origin.name : origin.host;
  tell({ name, stage: 'reading', done: 0, total: 0 });
  try {
    const file = await bytesOf(wish, signal, tell);
    const deadline = wish.kind === 'file' ? null : DEADLINE;
    const result = await openCorpus(file, signal, deadline, (progress) => tell({ name, ...progress }));
    if (!result.ok) return { name, refused: result };
    markOrigin(result.corpus, origin);
    rememberDigest(result.corpus, result.digest);
    tell({ name, stage: 'preparing', done: 0, total: 0 });
    await warmUp(result.corpus, signal);
    return { opened: { corpus: result.corpus, digest: result.digest, origin }, file };
  } catch (error) {
    if (signal.aborted) return null;
    const known = error instanceof LoadError;
    return {
      name,
      code: known ? error.code : 'open/failed',
      words: known ? error.message : 'Something failed while it was opened.',
    };
  }
}
