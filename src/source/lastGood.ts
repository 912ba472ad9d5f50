/** The cache that holds it. It belongs to the coverage, not to a version of the app, and outlives updates. */
const CACHE = 'dateline-last-good';
const KEY = './last-good.json';

/**
 * The text of the last coverage that passed the door, kept in this browser; null when there is none or nothing can be read. The words
 * are not trusted: they have to pass the door again.
 */
export async function readLastGood(): Promise<string | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(KEY);
    return kept ? await kept.text() : null;
  } catch {
    return null;
  }
}

/** Keeps a text as the last good one. A browser without room or storage keeps what it has; the screen does not depend on it. */
export async function keepLastGood(text: string): Promise<void> {
  try {
    await (await caches.open(CACHE)).put(KEY, new Response(text, { headers: { 'content-type': 'application/json' } }));
  } catch {
    // Nothing to be done: the next good one is tried again.
  }
}
