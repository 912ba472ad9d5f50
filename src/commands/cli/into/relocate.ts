import type { Article } from '../../../domain/article.ts';
import type { Evidence } from '../../../domain/evidence.ts';

/** How many characters on each side have to be the same, too. */
const CONTEXT = 32;

/** Where words of an old article stand in a new one; null when they cannot be found for sure. */
export type Relocate = (evidence: Evidence) => Evidence | null;

/**
 * Finds the words of old articles in new ones: at the same place where the text is the same, else where the words with what stands around
 * them are there once. Nothing is matched loosely.
 *
 * @param now the new version of an old article by its id, without an entry where there is none
 */
export function relocator(olds: readonly Article[], now: ReadonlyMap<string, Article>): Relocate {
  const old = new Map(olds.map((article) => [article.id, article]));
  return (evidence) => {
    const [before, after] = [old.get(evidence.article), now.get(evidence.article)];
    if (!before || !after) return null;
    if (before.text === after.text) return { ...evidence, article: after.id };
    const from = Math.max(0, evidence.start - CONTEXT);
    const words = before.text.slice(from, evidence.end + CONTEXT);
    const at = after.text.indexOf(words);
    if (at < 0 || after.text.includes(words, at + 1)) return null;
    const start = at + evidence.start - from;
    return { article: after.id, start, end: start + evidence.exact.length, exact: evidence.exact };
  };
}

/** The places of all passages, or null when one of them is gone. */
export function relocateAll(passages: readonly Evidence[], relocate: Relocate): Evidence[] | null {
  const found = passages.map(relocate);
  return found.every((one) => one !== null) ? found : null;
}
