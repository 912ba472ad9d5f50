import type { Refused } from '../corpus/problem.ts';
import type { Corpus } from '../domain/corpus.ts';
import { type NameIndex, rememberNames } from '../domain/names.ts';
import { followWorker } from '../workers/startWorker.ts';
import { LoadError } from './fetchText.ts';
import type { ListName, OpenMessage, OpenStage } from './openMessages.ts';
import openAddress from './openWorker.ts?worker&url';

/** How far the opening has come; `total` is 0 where that cannot be counted. */
export type OpenProgress = { stage: OpenStage; done: number; total: number };

export type OpenedFile = { ok: true; corpus: Corpus; digest: string } | Refused;

const NO_LISTS: { [Name in ListName]: [] } = {
  articles: [],
  actors: [],
  places: [],
  topics: [],
  statements: [],
  relations: [],
  venues: [],
  events: [],
  flags: [],
};

/**
 * The door's verdict on a file of somebody else. It is read, bounded, parsed and checked in a worker and nowhere else, and comes to the
 * page in pieces; the digest is the first 16 hexadecimal digits of the corpus digest.
 *
 * @param deadline milliseconds after which the worker is stopped; null for as long as it takes
 * @throws LoadError `open/timeout` or `open/no-worker`; what `signal` says once that has been raised
 */
export async function openCorpus(
  file: Blob,
  signal: AbortSignal,
  deadline: number | null,
  onProgress: (progress: OpenProgress) => void,
): Promise<OpenedFile> {
  const late = deadline === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
  let head: Extract<OpenMessage, { type: 'head' }> | null = null;
  let names: NameIndex | null = null;
  const lists = structuredClone(NO_LISTS) as { [Name in ListName]: unknown[] };
  const take = (message: OpenMessage): OpenedFile | undefined => {
    switch (message.type) {
      case 'stage':
        onProgress(message);
        return undefined;
      case 'refused':
        return message.refused;
      case 'head':
        head = message;
        return undefined;
      case 'items':
        for (const item of message.items) lists[message.list].push(item);
        return undefined;
      case 'names':
        names = message.names;
        return undefined;
      case 'end': {
        if (head === null || names === null) return undefined;
        const corpus = { ...head.head, ...lists } as Corpus;
        rememberNames(corpus, names);
        return { ok: true, corpus, digest: head.digest };
      }
    }
  };
  try {
    return await followWorker<OpenMessage, OpenedFile>(openAddress, file, late, take);
  } catch (error) {
    if (signal.aborted) throw error;
    if (late.aborted)
      throw new LoadError('open/timeout', `The file could not be checked within ${(deadline ?? 0) / 1000} s.`);
    throw new LoadError('open/no-worker', 'The part of the app that checks files could not be started, or it failed.');
  }
}
