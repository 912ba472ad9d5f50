import type { ReadResult } from '../corpus/readCorpus.ts';
import bundledUrl from '../data/corpus.json?url';
import { askWorker } from '../workers/startWorker.ts';
import doorAddress from './doorWorker.ts?worker&url';

/** Where a corpus comes from. `load` gives the verdict of the door; it rejects with a `LoadError` when there is no text to judge. */
export type CorpusSource = { id: string; load: (signal: AbortSignal) => Promise<ReadResult> };

/** The coverage could not be fetched. `code` is for a report, the message for a reader. */
export class LoadError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How long a whole load may take, in milliseconds, the body included. */
const DEADLINE = 20_000;

/** The door's verdict, worked out beside the page; on the page itself where no worker can be had. */
async function throughDoor(text: string, signal: AbortSignal): Promise<ReadResult> {
  try {
    return await askWorker<ReadResult>(doorAddress, text, signal);
  } catch {
    const { readCorpusText } = await import('../corpus/readCorpus.ts');
    return readCorpusText(text);
  }
}

/** A corpus file on our own host. */
export function fileSource(id: string, url: string): CorpusSource {
  return {
    id,
    load: async (signal) => {
      let text: string;
      try {
        const response = await fetch(url, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE)]),
          credentials: 'omit',
        });
        if (!response.ok)
          throw new LoadError(
            `load/http-${response.status}`,
            `The server answered ${response.status} instead of the coverage.`,
          );
        text = await response.text();
      } catch (error) {
        if (error instanceof LoadError || signal.aborted) throw error;
        throw new LoadError(
          'load/network',
          'The coverage could not be fetched: the network or the server did not answer.',
        );
      }
      return throughDoor(text, signal);
    },
  };
}

/** The coverage that comes with the app. */
export const bundledSource: CorpusSource = fileSource('bundled', bundledUrl);
