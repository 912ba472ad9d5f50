import type { Param } from './upgrades.ts';

/** How often a client may have encoded a link anew. */
const ROUNDS = 4;

/** Takes percent-encoding off again and again; a text that is not encoded, or wrongly, stays. Our own names and values hold no percent sign. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < ROUNDS && /%[0-9A-Fa-f]{2}/.test(plain); round += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

/** What mail and chat take into a link when it stands in brackets, in quotation marks or at the end of a sentence. */
const TAIL = /[\s.,;:!?()[\]{}<>"'*`|\\…“”‘’«»]+$/u;

const plainName = (name: string) => name.replace(/^(?:amp;)+/i, '').toLowerCase();

/**
 * The parameters of a query, with what chat, mail and social clients do to links undone: encoded as a whole, `&amp;` for `&`, names in
 * capitals. Values stay as they came; `readings` says how they may be read.
 */
export function mendedParams(search: string, isOurs: (name: string) => boolean): Param[] {
  const pieces = search
    .replace(/^\?/, '')
    .split('&')
    .flatMap((piece) => {
      // A whole query that was encoded has its signs of equality encoded, too.
      if (piece.includes('=') || !/%(?:25)*3D/i.test(piece)) return [piece];
      const inner = unescaped(piece).replace(/^\?/, '').split('&');
      return inner.some((part) => isOurs(plainName(part.split('=')[0] ?? ''))) ? inner : [piece];
    });
  return [...new URLSearchParams(pieces.join('&'))].map(([name, value]): Param => {
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
  return [...new Set([plain.replace(TAIL, ''), plain, value])];
}
