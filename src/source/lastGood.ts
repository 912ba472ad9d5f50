/** The cache that holds them. It belongs to what is shown, not to a version of the app, and outlives updates. */
const CACHE = 'dateline-last-good';
const keyOf = (name: string) => `./last-good/${name}`;

/**
 * The last good text of that name, kept in this browser; null when there is none or nothing can be read. It is not trusted: it has to
 * pass the same check again.
 */
export async function readLastGood(name: string): Promise<string | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(keyOf(name));
    return kept ? await kept.text() : null;
  } catch {
    return null;
  }
}

/** Keeps a text as the last good one of that name. A browser without room or storage keeps what it has; the screen does not depend on it. */
export async function keepLastGood(name: string, text: string): Promise<void> {
  try {
    await (await caches.open(CACHE)).put(keyOf(name), new Response(text));
  } catch {
    // Nothing to be done: the next good one is tried again.
  }
}

/** Forgets what was kept under that name. */
export async function forgetLastGood(name: string): Promise<void> {
  try {
    await (await caches.open(CACHE)).delete(keyOf(name));
  } catch {
    // Where nothing can be stored, nothing is kept.
  }
}
