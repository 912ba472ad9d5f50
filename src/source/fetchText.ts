/** The coverage could not be fetched. `code` is for a report, the message for a reader; `retryAfter`, in seconds, is the server's wish. */
export class LoadError extends Error {
  readonly code: string;
  readonly retryAfter: number | null;
  constructor(code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** How long a whole load may take, in milliseconds, the body included. */
const DEADLINE = 20_000;
/** Most bytes that are read, after decompression: more than any coverage that the door lets in. */
const MOST_BYTES = 80_000_000;

/** A Retry-After header in seconds: it is a number or a date. Null when it is neither, or absent. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** Reads a body to its end and hands out each part with the bytes so far. */
async function readBody(
  response: Response,
  onPart: (part: Uint8Array<ArrayBuffer>, bytes: number) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) {
      void reader.cancel();
      throw new LoadError('load/too-large', `The coverage is larger than ${MOST_BYTES / 1e6} MB.`);
    }
    onPart(part.value, bytes);
  }
}

/**
 * Asks a server and reads all of its answer, within a deadline and a number of bytes that hold for the whole body.
 *
 * @throws LoadError; what `signal` says once that has been raised
 */
export async function fetchParts(
  url: string,
  signal: AbortSignal,
  wishes: RequestInit,
  onPart: (part: Uint8Array<ArrayBuffer>, bytes: number) => void,
): Promise<void> {
  const deadline = AbortSignal.timeout(DEADLINE);
  try {
    const response = await fetch(url, {
      ...wishes,
      signal: AbortSignal.any([signal, deadline]),
      credentials: 'omit',
      redirect: 'error',
    });
    if (!response.ok) {
      void response.body?.cancel();
      throw new LoadError(
        `load/http-${response.status}`,
        `The server answered ${response.status} instead of the coverage.`,
        retryAfter(response.headers.get('retry-after')),
      );
    }
    await readBody(response, onPart);
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    if (deadline.aborted)
      throw new LoadError('load/timeout', `The server did not send the whole coverage within ${DEADLINE / 1000} s.`);
    throw new LoadError('load/network', 'The coverage could not be fetched: the network or the server did not answer.');
  }
}

/**
 * The text of a file of our own host. A redirect is an error: it would lead to a login page or to another host.
 *
 * @throws LoadError; what `signal` says once that has been raised
 */
export async function fetchText(url: string, signal: AbortSignal, cache: RequestCache = 'default'): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await fetchParts(url, signal, { cache }, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return text + decoder.decode();
}
