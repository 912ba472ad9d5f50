import { once } from '../../domain/once.ts';
import type { Slug } from '../../domain/slug.ts';
import { plain, type Stretch, stretchesOf } from '../../domain/stretches.ts';

/** Something with names: an actor or a place. */
type Named = {
  id: Slug;
  name: string;
  kind: string;
  aliases: readonly string[];
  metonyms?: readonly string[];
  fullName?: string | null;
};

/** An actor or place that was found. `by` is the other name that has the words, where the name on screen does not have them. */
export type Hit = {
  id: Slug;
  name: string;
  kind: string;
  /** Whether another actor's name looks like this one. */
  alike: boolean;
  stretches: Stretch[];
  by: { text: string; kind: NameKind; stretches: Stretch[] } | null;
};

/** Another form that the articles have, a capital that stands for a government, or a fuller name from outside the articles. */
type NameKind = 'form' | 'metonym' | 'outside';
type Name = { text: string; kind: NameKind; plain: string };
type Entry = { item: Named; names: Name[] };

/** The names of a list as they are compared, the one on screen first. */
const entriesOf = once((list: readonly Named[]): Entry[] => {
  const nameOf = (text: string, kind: NameKind) => ({
    text,
    kind,
    plain: plain(text).trim().split(/\s+/).join(' '),
  });
  return list.map((item) => ({
    item,
    names: [
      ...[item.name, ...item.aliases].map((text) => nameOf(text, 'form')),
      ...(item.metonyms ?? []).map((text) => nameOf(text, 'metonym')),
      ...(item.fullName ? [nameOf(item.fullName, 'outside')] : []),
    ],
  }));
});

function beginsAWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(name.slice(Math.max(0, at - 2), at))) return true;
  return false;
}

/** 0: the whole name; 1: its beginning; 2: beginnings of its words; 3: anywhere in it. Null when a word is missing, or when there are no words. */
function rankOf(name: string, words: readonly string[]): number | null {
  if (words.length === 0 || !words.every((word) => name.includes(word))) return null;
  const phrase = words.join(' ');
  if (name === phrase) return 0;
  if (name.startsWith(phrase)) return 1;
  return words.every((word) => beginsAWord(name, word)) ? 2 : 3;
}

/**
 * What has all the words in one of its names: best name first, then in the order of the list. At most `limit`, and how many there are.
 * `alike` are those whose names look like another one's.
 */
export function namesWith(
  list: readonly Named[],
  words: readonly string[],
  limit: number,
  alike?: ReadonlySet<Slug>,
): { hits: Hit[]; found: number } {
  const ranked: { item: Named; names: Name[]; best: Name; rank: number }[] = [];
  for (const { item, names } of entriesOf(list)) {
    let best: { name: Name; rank: number } | null = null;
    for (const name of names) {
      const rank = rankOf(name.plain, words);
      if (rank !== null && (best === null || rank < best.rank)) best = { name, rank };
    }
    if (best) ranked.push({ item, names, best: best.name, rank: best.rank });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const hits = ranked.slice(0, limit).map(({ item: { id, name, kind }, names, best }): Hit => {
    const shows = names[0] !== undefined && rankOf(names[0].plain, words) !== null;
    const by = { text: best.text, kind: best.kind, stretches: stretchesOf(best.text, words) };
    const stretches = shows ? stretchesOf(name, words) : [];
    return { id, name, kind, alike: alike?.has(id) ?? false, stretches, by: shows ? null : by };
  });
  return { hits, found: ranked.length };
}
