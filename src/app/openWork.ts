import type { Coverage } from '../coverage/coverage.ts';
import { forgetKept, keepFile, readKept } from '../source/keptFile.ts';
// The band's code comes with this file, so that a coverage never waits for another one to be fetched, or fails by it.
import '../features/opening/Band.tsx';
import { Band } from './bandPart.ts';
import { keyOf, type Opening } from './opening.ts';
import { openWish, type Wish } from './openWish.ts';

/** How often the progress is told, in milliseconds: the screen need not be drawn for every piece. */
const TELL_EVERY = 100;

/** How long a coverage that was taken off can still be asked, in milliseconds. */
const CLOSES_AFTER = 10_000;

/** Takes coverages off the list. What is on the screen until the next one is drawn may ask until then. */
function without(coverages: Coverage[], key: string): Coverage[] {
  for (const one of coverages) if (keyOf(one) === key) setTimeout(one.close, CLOSES_AFTER);
  return coverages.filter((one) => keyOf(one) !== key);
}

/** Stops what is being opened, or only the go that was given `own`. What was opened before stays. */
export function cancelOpening(opening: Opening, own = opening.go.own): void {
  own?.abort();
  if (opening.go.own !== own) return;
  opening.go.own = null;
  opening.show({ running: null });
}

/** Opens one after the other; gives those that were opened. What ran before is cancelled. */
export async function openAll(
  opening: Opening,
  wishes: Wish[],
  own: AbortController = new AbortController(),
): Promise<Coverage[]> {
  opening.go.own?.abort();
  opening.go.own = own;
  opening.show({ refusals: [] });
  let told = 0;
  const all: Coverage[] = [];
  for (const wish of wishes) {
    const result = await openWish(wish, own.signal, (now) => {
      const before = opening.get().running;
      const same = now.stage === before?.stage && now.name === before.name;
      if (own.signal.aborted || (same && Date.now() - told < TELL_EVERY)) return;
      told = Date.now();
      opening.show({ running: now });
    });
    if (own.signal.aborted || result === null) {
      if (result !== null && 'coverage' in result) result.coverage.close();
      return all;
    }
    const { refusals } = opening.get();
    if (!('coverage' in result)) {
      opening.show({ refusals: [...refusals, result] });
      continue;
    }
    const { coverage, file } = result;
    // What says whose data it is comes first: without it nothing is shown.
    await Band.load();
    const { origin, digest } = coverage.head;
    all.push(coverage);
    opening.show({ coverages: [...without(opening.get().coverages, keyOf(coverage)), coverage] });
    if (origin.kind === 'file') opening.unseen.set(digest, { name: origin.name, digest, file });
  }
  opening.go.own = null;
  opening.show({ running: null });
  return all;
}

/** Keeps the file of a coverage that has been on screen, as the last one that was opened. */
export async function keepSeen(opening: Opening, { head }: Coverage): Promise<void> {
  const kept = opening.unseen.get(head.digest);
  opening.unseen.delete(head.digest);
  if (kept && (await keepFile(kept))) opening.show({ kept: { name: kept.name, digest: kept.digest } });
}

/** Opens the file that this browser keeps. */
export async function openKept(opening: Opening): Promise<Coverage[]> {
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
  opening.show({ coverages: without(opening.get().coverages, key) });
}
