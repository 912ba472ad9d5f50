import type { Slug } from './slug.ts';

/** Something with names: an actor or a place. */
type Named = { id: Slug; aliases: readonly string[]; metonyms?: readonly string[] };

/** A name found in a text; several ids where several share the name. Offsets are UTF-16 code units. */
export type Mention = { start: number; end: number; ids: Slug[] };

/** Names by their first character, as the lengths that occur, longest first: "James Kim" is never read as "Kim". */
type Finder = { ids: Map<string, Slug[]>; lengths: Map<string, number[]> };
const finders = new WeakMap<readonly Named[], Finder>();

function finderFor(list: readonly Named[]): Finder {
  const known = finders.get(list);
  if (known) return known;
  const ids = new Map<string, Slug[]>();
  const lengths = new Map<string, Set<number>>();
  for (const { id, aliases, metonyms = [] } of list) {
    for (const name of [...aliases, ...metonyms]) {
      const others = ids.get(name);
      if (!others) ids.set(name, [id]);
      else if (!others.includes(id)) others.push(id);
      const first = name.charAt(0);
      const sizes = lengths.get(first) ?? new Set();
      lengths.set(first, sizes.add(name.length));
    }
  }
  const sorted = new Map([...lengths].map(([first, sizes]) => [first, [...sizes].sort((a, b) => b - a)]));
  const finder = { ids, lengths: sorted };
  finders.set(list, finder);
  return finder;
}

/** Letters and digits continue a word. */
const CONTINUES = /^[\p{L}\p{N}]/u;

function continuesAt(text: string, at: number): boolean {
  return at < text.length && CONTINUES.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function continuesBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  const unit = text.charCodeAt(at - 1);
  return CONTINUES.test(unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1));
}

/** Where the names of a list stand in a text, longest name first, without overlap. A look-up of names, not a claim about who is meant. */
export function mentionsIn(text: string, list: readonly Named[]): Mention[] {
  const { ids, lengths } = finderFor(list);
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sizes = lengths.get(text.charAt(at));
    if (!sizes || continuesBefore(text, at)) continue;
    for (const size of sizes) {
      const found = ids.get(text.slice(at, at + size));
      if (!found || continuesAt(text, at + size)) continue;
      mentions.push({ start: at, end: at + size, ids: found });
      at += size - 1;
      break;
    }
  }
  return mentions;
}
