import bundledUrl from '../data/corpus.json?url';
import { fetchText } from './fetchText.ts';
import { type OpenResult, openOwn } from './openCoverage.ts';

/** Where a coverage comes from. `load` gives the verdict of the door; it rejects with a `LoadError` when there is no text to judge. */
export type CorpusSource = { id: string; load: (signal: AbortSignal) => Promise<OpenResult> };

/** A corpus file on our own host. */
export function fileSource(id: string, url: string): CorpusSource {
  return { id, load: async (signal) => openOwn(await fetchText(url, signal), signal) };
}

/** The coverage that comes with the app. */
export const bundledSource: CorpusSource = fileSource('bundled', bundledUrl);
