import type { CheckResult } from '../corpus/readCorpus.ts';
import bundledUrl from '../data/corpus.json?url';
import { rememberNames } from '../domain/names.ts';
import { askWorker } from '../workers/startWorker.ts';
import type { Verdict } from './doorWorker.ts';
import doorAddress from './doorWorker.ts?worker&url';
import { fetchText, LoadError } from './fetchText.ts';

/** Where a corpus comes from. `load` gives the verdict of the door; it rejects with a `LoadError` when there is no text to judge. */
export type CorpusSource = { id: string; load: (signal: AbortSignal) => Promise<CheckResult> };

/** How long the door may take beside the page, in milliseconds: a worker that hangs is ended. */
const DOOR_DEADLINE = 10_000;

type Door = (text: string) => Verdict;

/** The door as code of the page. In a build it is in the worker's file and in no other, so that the page starts without it. */
async function doorItself(): Promise<Door> {
  if (!import.meta.env.PROD) {
    const { readCorpusText } = await import('../corpus/readCorpus.ts');
    return (text) => ({ result: readCorpusText(text), names: null });
  }
  await import(/* @vite-ignore */ doorAddress);
  return Reflect.get(window, 'datelineDoor') as Door;
}

/** The door's verdict, worked out beside the page; on the page itself where no worker can be had. Rejects when it takes too long. */
export async function throughDoor(text: string, signal: AbortSignal): Promise<CheckResult> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(DOOR_DEADLINE)]);
  try {
    return taken(await askWorker<Verdict>(doorAddress, text, within));
  } catch (error) {
    if (signal.aborted) throw error;
    if (within.aborted)
      throw new LoadError('door/timeout', `The coverage could not be checked within ${DOOR_DEADLINE / 1000} s.`);
    return taken((await doorItself())(text));
  }
}

/** A verdict as the page has it: the names of a corpus are kept beside it. */
function taken({ result, names }: Verdict): CheckResult {
  if (result.ok && names) rememberNames(result.corpus, names);
  return result;
}

/** A corpus file on our own host. */
export function fileSource(id: string, url: string): CorpusSource {
  return { id, load: async (signal) => throughDoor(await fetchText(url, signal), signal) };
}

/** The coverage that comes with the app. */
export const bundledSource: CorpusSource = fileSource('bundled', bundledUrl);
