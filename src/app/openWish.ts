import { LIMITS } from '../corpus/limits.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { Origin } from '../domain/origin.ts';
import type { Refusal, Running } from '../features/opening/model.ts';
import { fetchForeign } from '../source/fetchForeign.ts';
import { LoadError } from '../source/fetchText.ts';
import { DEADLINE, type OpenProgress, openCoverage } from '../source/openCoverage.ts';

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

/** Opens what is wished for, or says why it was not opened. Null when it was cancelled. */
export async function openWish(
  wish: Wish,
  signal: AbortSignal,
  tell: Told,
): Promise<{ coverage: Coverage; file: Blob } | Refusal | null> {
  const origin = originOf(wish);
  const name = origin.kind === 'file' ? origin.name : origin.host;
  tell({ name, stage: 'reading', done: 0, total: 0 });
  try {
    const file = await bytesOf(wish, signal, tell);
    const deadline = wish.kind === 'file' ? null : DEADLINE;
    const onProgress = (progress: OpenProgress) => tell({ name, ...progress });
    const result = await openCoverage(file, { origin, signal, deadline, onProgress });
    return result.ok ? { coverage: result.coverage, file } : { name, refused: result };
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
