import { type ReadStory, readStory, type Story } from '../../domain/story.ts';

/** Most bytes that a packed story may come to when it is unpacked: a short link must not fill the memory. */
const UNPACKED_LIMIT = 200_000;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough<Uint8Array>(stream as TransformStream)
    .getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(next.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A story as a link holds it: its parts as a JSON list, deflated, in base64url. */
export async function packStory({ title, coverage, steps }: Story): Promise<string> {
  const list = [title, coverage, ...steps.map(({ view, says }) => [view, says])];
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads what `packStory` wrote; anything else, and a story that was cut off, is a problem and never an exception. */
export async function unpackStory(packed: string): Promise<ReadStory> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await through(bytes, new DecompressionStream('deflate-raw'), UNPACKED_LIMIT);
    const list: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
    if (!Array.isArray(list)) throw new TypeError('not a list');
    const [title, coverage, ...steps] = list;
    return readStory({
      kind: 'dateline-story',
      version: 1,
      title,
      coverage,
      steps: steps.map((step) => (Array.isArray(step) && step.length === 2 ? { view: step[0], says: step[1] } : step)),
    });
  } catch {
    const expected = 'a packed story, whole';
    return { ok: false, problems: [{ path: 'story', expected, found: `${packed.length} characters that are not` }] };
  }
}
