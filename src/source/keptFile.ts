/** The cache that holds the last opened file. It belongs to the reader of this browser, and leaves it by `forgetKept` only. */
const CACHE = 'dateline-opened';
const KEY = './opened/last';

/** A file as it was opened: its name, the digest of its corpus, its bytes. */
export type KeptFile = { name: string; digest: string; file: Blob };

/** The last file that was opened in this browser; null when there is none, or it cannot be read. It is not trusted: it is checked again. */
export async function readKept(): Promise<KeptFile | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(KEY);
    const name = decodeURIComponent(kept?.headers.get('x-name') ?? '');
    const digest = kept?.headers.get('x-digest') ?? '';
    if (!kept || name === '' || !/^[0-9a-f]{16}$/.test(digest)) return null;
    return { name, digest, file: await kept.blob() };
  } catch {
    return null;
  }
}

/** Keeps a file as the last one; says whether that was possible. */
export async function keepFile({ name, digest, file }: KeptFile): Promise<boolean> {
  try {
    const headers = { 'x-name': encodeURIComponent(name.toWellFormed()), 'x-digest': digest };
    await (await caches.open(CACHE)).put(KEY, new Response(file, { headers }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the file that was kept. */
export async function forgetKept(): Promise<void> {
  try {
    await caches.delete(CACHE);
  } catch {
    // Where nothing can be stored, nothing is kept.
  }
}
