/** How long the server may take to answer, in milliseconds. */
const DEADLINE = 5000;

/**
 * Whether the app's own server answers now. `navigator.onLine` only knows of the cable, and what stands in between may answer in the
 * server's place: so a file is asked for that no worker holds, and it has to be a script.
 */
export async function serverAnswers(): Promise<boolean> {
  const ended = new AbortController();
  const late = setTimeout(() => ended.abort(), DEADLINE);
  try {
    const { ok, headers } = await fetch('./sw.js', { cache: 'no-store', credentials: 'omit', signal: ended.signal });
    return ok && /javascript/.test(headers.get('content-type') ?? '');
  } catch {
    return false;
  } finally {
    clearTimeout(late);
    // The first lines are enough.
    ended.abort();
  }
}
