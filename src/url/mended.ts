import type { Param } from './upgrades.ts';

/** `%252525` of any length is `%` that was encoded again and again. */
const ENCODED_AGAIN = /%(?:25)+(?=[0-9A-Fa-f]{2})/g;

/**
 * Takes percent-encoding off, however often it was put on; a text that is not encoded, or wrongly, stays. Our own names and values hold
 * no percent sign. `%252525` goes at once, and every other way of encoding again doubles the signs, so that there are few rounds.
 */
function unescaped(text: string): string {
  let plain = text;
  while (/%[0-9A-Fa-f]{2}/.test(plain)) {
    try {
      plain = decodeURIComponent(plain.replace(ENCODED_AGAIN, '%'));
    } catch {
      return plain;
    }
  }
  return plain;
}

/** What mail and chat take into a link when it stands in brackets, in quotation marks or at the end of a sentence. */
const TAIL = /[\s.,;:!?()[\]{}<>"'*`|\\…“”‘’«»]/u;

/** From the end, sign by sign: one pattern for all of them would look at a long run inside a value once for each of its signs. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && TAIL.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const plainName = (name: string) => name.replace(/^(?:amp;)+/i, '').toLowerCase();

/** Takes percent-encoding off as the parameters of an address do, which never fails: what is cut or wrong stays as it is. */
const decoded = (text: string) => text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) => textOfBytes(bytes));

function textOfBytes(bytes: string): string {
  const numbers = bytes.slice(1).split('%');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(numbers, (hex) => Number.parseInt(hex, 16)),
  );
}

/** Takes all percent-encoding off in the same way, of what is cut or wrong, too. */
function decodedAll(text: string): string {
  for (let plain = text; ; ) {
    const next = decoded(plain.replace(ENCODED_AGAIN, '%'));
    if (next === plain) return plain;
    plain = next;
  }
}

/**
 * The parameters inside a piece of a query that is a query of ours, encoded as a whole, so that its signs of equality are encoded, too;
 * null when it is none. Who takes it for a name without a value may write a sign of equality behind it. One that was cut inside a percent
 * sign is still one: what is missing is noted, and not lost without a word.
 */
function encodedWhole(piece: string, isOurs: (name: string) => boolean): string[] | null {
  const name = piece.endsWith('=') ? piece.slice(0, -1) : piece;
  if (name.includes('=') || !/%(?:25)*3D/i.test(name)) return null;
  const inner = decodedAll(name).replace(/^\?+/, '').split('&');
  return inner.some((part) => isOurs(plainName(part.split('=')[0] ?? ''))) ? inner : null;
}

/** A query as browsers hold it. Node reads letters beyond ASCII beside a broken percent sign as others than they are. */
const asBytes = (query: string) =>
  query.replace(/[^\0-\x7f]+/g, (letters) => encodeURIComponent(letters.toWellFormed()));

/**
 * The parameters of a query, with what chat, mail and social clients do to links undone: encoded as a whole, `&amp;` for `&`, names in
 * capitals. Values stay as they came; `readings` says how they may be read.
 */
export function mendedParams(search: string, isOurs: (name: string) => boolean): Param[] {
  const pieces = search
    .replace(/^\?+/, '')
    .split('&')
    .flatMap((piece) => encodedWhole(piece, isOurs) ?? [piece]);
  return [...new URLSearchParams(asBytes(pieces.join('&')))].map(([name, value]): Param => {
    const plain = plainName(name);
    return isOurs(plain) ? [plain, value] : [name, value];
  });
}

/**
 * How the value of one of our parameters may be read, in the order in which to try: without what clients do to it, which never stands
 * in a value of ours, then as it came.
 */
export function readings(value: string): string[] {
  const plain = unescaped(value);
  return [...new Set([withoutTail(plain), plain, value])];
}
