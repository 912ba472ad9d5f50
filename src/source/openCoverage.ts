import type { Refused } from '../corpus/problem.ts';
import type { Coverage, CoverageHead } from '../coverage/coverage.ts';
import { memoryCoverage } from '../coverage/memoryCoverage.ts';
import { rememberNames } from '../domain/names.ts';
import type { Origin } from '../domain/origin.ts';
import { followWorker } from '../workers/startWorker.ts';
import type { FromWorker, OpenStage, ToWorker } from './coverageMessages.ts';
import coverageAddress from './coverageWorker.ts?worker&url';
import { LoadError } from './fetchText.ts';

/** How far the opening has come; `total` is 0 where that cannot be counted. */
export type OpenProgress = { stage: OpenStage; done: number; total: number };

/** A coverage that passed the door, or all that is wrong with its file. */
export type OpenResult = { ok: true; coverage: Coverage } | Refused;

type Wishes = {
  origin: Origin;
  signal: AbortSignal;
  /** Milliseconds after which the worker is stopped; null for as long as it takes. */
  deadline: number | null;
  onProgress?: (progress: OpenProgress) => void;
};

/** What a verdict of the worker comes to, where it ends with that; a small corpus is answered for by the page. */
function endWith(message: FromWorker, origin: Origin): OpenResult | undefined {
  if (message.type === 'refused') return message.refused;
  if (message.type !== 'corpus') return undefined;
  rememberNames(message.corpus, message.names);
  return { ok: true, coverage: memoryCoverage(message.corpus, { origin, digest: message.digest }) };
}

/** Most coverages are small: what asks a worker comes when one keeps its coverage. */
async function keptIn(worker: Worker, head: CoverageHead): Promise<OpenResult> {
  const { workerCoverage } = await import('./workerCoverage.ts');
  return { ok: true, coverage: workerCoverage(worker, head) };
}

/**
 * Opens a file, or its text. It is read, bounded, parsed and checked in a worker and nowhere else; a small corpus is handed to the page,
 * any other one stays in the worker, which answers for it until it is closed.
 *
 * @throws LoadError `open/timeout` or `open/no-worker`; what `signal` says once that has been raised
 */
export async function openCoverage(
  file: Blob | string,
  { origin, signal, deadline, onProgress = () => {} }: Wishes,
): Promise<OpenResult> {
  const late = deadline === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
  const wish: ToWorker = { type: 'open', file, origin };
  try {
    return await followWorker<FromWorker, OpenResult | Promise<OpenResult>>(
      coverageAddress,
      wish,
      late,
      (message, keep) => {
        if (message.type === 'head') return keptIn(keep(), message.head);
        if (message.type === 'stage') onProgress(message);
        return endWith(message, origin);
      },
    );
  } catch (error) {
    if (signal.aborted) throw error;
    if (late.aborted)
      throw new LoadError('open/timeout', `The coverage could not be checked within ${(deadline ?? 0) / 1000} s.`);
    throw new LoadError('open/no-worker', 'The part of the app that checks files could not be started, or it failed.');
  }
}

/** How long the door may take beside the page, in milliseconds, where nobody waits for a file of their own: a worker that hangs is ended. */
export const DEADLINE = 10_000;

/** Opens a text of our own host in the worker, or on the page itself where none can be had. Rejects when it takes too long. */
export async function openOwn(text: string, signal: AbortSignal): Promise<OpenResult> {
  const origin: Origin = { kind: 'built-in' };
  try {
    return await openCoverage(text, { origin, signal, deadline: DEADLINE });
  } catch (error) {
    if (signal.aborted || !(error instanceof LoadError) || error.code !== 'open/no-worker') throw error;
    // In a build the door is in the worker's file and in no other, so that the page starts without it.
    if (import.meta.env.PROD) await import(/* @vite-ignore */ coverageAddress);
    else await import('./coverageWorker.ts');
    const verdict = endWith(Reflect.get(window, 'datelineDoor')(text), origin);
    if (verdict) return verdict;
    throw error;
  }
}
