import type { Slug } from './slug.ts';

/** Something with names: an actor or a place. */
type Named = { id: Slug; aliases: readonly string[]; metonyms?: readonly string[] };

/** A name found in a text; several ids where several share the name. Offsets are UTF-16 code units. */
export type Mention = { start: number; end: number; ids: Slug[] };

type Finder = { pattern: RegExp; ids: Map<string, Slug[]> } | null;
const finders = new WeakMap<readonly Named[], Finder>();

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function finderFor(list: readonly Named[]): Finder {
  const known = finders.get(list);
  if (known !== undefined) return known;
  const ids = new Map<string, Slug[]>();
  for (const { id, aliases, metonyms = [] } of list) {
    for (const name of [...aliases, ...metonyms]) {
      const others = ids.get(name) ?? [];
      if (!others.includes(id)) ids.set(name, [...others, id]);
    }
  }
  // Longest first, so that "James Kim" is never read as "Kim".
  const names = [...ids.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gv');
  const finder = names.length === 0 ? null : { pattern, ids };
  finders.set(list, finder);
  return finder;
}

/** Where the names of a list stand in a text, longest name first, without overlap. A look-up of names, not a claim about who is meant. */
export function mentionsIn(text: string, list: readonly Named[]): Mention[] {
  const finder = finderFor(list);
  if (!finder) return [];
  return [...text.matchAll(finder.pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ids: finder.ids.get(match[0]) ?? [],
  }));
}
