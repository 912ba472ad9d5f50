import type { Corpus } from '../domain/corpus.ts';
import { forgetKept, type KeptFile, keepFile, readKept } from '../source/keptFile.ts';
// The band's code comes with this file, so that a coverage never waits for another one to be fetched, or fails by it.
import '../features/opening/Band.tsx';
import { Band } from './bandPart.ts';
import { openCoverage, type Wish } from './openCoverage.ts';
import { keyOf, type OpenedCoverage, type Opening } from './opening.ts';
import { warmUpRest } from './warmUp.ts';

/** How often the progress is told, in milliseconds: the screen need not be drawn for every piece. */
const TELL_EVERY = 100;

/** What is being opened, by the list that it goes to: one go at a time. */
const running = new WeakMap<Opening, AbortController>();

/** The files of what was opened and has not been on screen: one that a page dies of must not be offered again. */
const unseen = new WeakMap<Corpus, { opening: Opening; kept: KeptFile }>();

/** Stops what is being opened, or only the go that was given `own`. What was opened before stays. */
export function cancelOpening(opening: Opening, own = running.get(opening)): void {
  own?.abort();
  if (running.get(opening) !== own) return;
  running.delete(opening);
  opening.show({ running: null });
}

/** Opens one after the other; gives those that were opened. What ran before is cancelled. */
export async function openAll(
  opening: Opening,
  wishes: Wish[],
  own: AbortController = new AbortController(),
): Promise<OpenedCoverage[]> {
  running.get(opening)?.abort();
  running.set(opening, own);
  opening.show({ refusals: [] });
  let told = 0;
  const all: OpenedCoverage[] = [];
  for (const wish of wishes) {
    const result = await openCoverage(wish, own.signal, (now) => {
      const before = opening.get().running;
      const same = now.stage === before?.stage && now.name === before.name;
      if (own.signal.aborted || (same && Date.now() - told < TELL_EVERY)) return;
      told = Date.now();
      opening.show({ running: now });
    });
    if (own.signal.aborted || result === null) return all;
    const { coverages, refusals } = opening.get();
    if (!('opened' in result)) {
      opening.show({ refusals: [...refusals, result] });
      continue;
    }
    const { opened, file } = result;
    // What says whose data it is comes first: without it nothing is shown.
    await Band.load();
    const { origin, digest, corpus } = opened;
    all.push(opened);
    // What is asked for before that is done is worked out when it is asked for.
    void warmUpRest(opened.corpus, new AbortController().signal);
    opening.show({ coverages: [...coverages.filter((one) => keyOf(one) !== keyOf(opened)), opened] });
    if (origin.kind === 'file') unseen.set(corpus, { opening, kept: { name: origin.name, digest, file } });
  }
  running.delete(opening);
  opening.show({ running: null });
  return all;
}

/** Keeps the file of a coverage that has been on screen, as the last one that was opened. */
export async function keepSeen(corpus: Corpus): Promise<void> {
  const { opening, kept } = unseen.get(corpus) ?? {};
  unseen.delete(corpus);
  if (opening && kept && (await keepFile(kept))) opening.show({ kept: { name: kept.name, digest: kept.digest } });
}

/** Opens the file that this browser keeps. */
export async function openKept(opening: Opening): Promise<OpenedCoverage[]> {
  const kept = await readKept();
  return kept === null ? [] : openAll(opening, [{ kind: 'file', name: kept.name, file: kept.file }]);
}

/** Looks for a file that this browser keeps. */
export async function recallKept(opening: Opening): Promise<void> {
  const kept = await readKept();
  if (kept !== null && opening.get().kept === null) opening.show({ kept: { name: kept.name, digest: kept.digest } });
}

/** Forgets the file that this browser keeps; what is open stays open. */
export async function forgetFile(opening: Opening): Promise<void> {
  await forgetKept();
  opening.show({ kept: null });
}

/** Closes the coverage with that key. */
export function takeOff(opening: Opening, key: string): void {
  opening.show({ coverages: opening.get().coverages.filter((one) => keyOf(one) !== key) });
}
