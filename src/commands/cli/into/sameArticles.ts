import { addTo } from '../../../domain/lists.ts';

/** What an article is known by. `name` is that of its file, where the file is the article; null where it holds many. */
export type Identity = { text: string; headline: string | null; url: string | null; name: string | null };

const linesOf = (text: string) => new Set(text.split(/[\r\n]+/).filter((line) => /\S/.test(line)));

/** Whether two texts are versions of one: half of the lines of the shorter stand in the other. */
function isVersion(a: Identity, b: Identity): boolean {
  const [short, long] = [linesOf(a.text), linesOf(b.text)].sort((x, y) => x.size - y.size);
  if (!short || !long) return false;
  const shared = [...short].filter((line) => long.has(line)).length;
  return shared * 2 >= short.size && shared > 0;
}

/** `is`: what one has to be of the other for its key to count: the same text, at the same address, or a version. */
type Way = { key(one: Identity): string | null; is: 'text' | 'address' | 'version' };
/** The ways in which an article may be known again, the surest first. */
const WAYS: Way[] = [
  { key: ({ text, headline, url }) => JSON.stringify([text, headline, url]), is: 'text' },
  { key: ({ text }) => text, is: 'text' },
  { key: ({ url }) => url, is: 'address' },
  { key: ({ name, headline }) => (name === null ? null : JSON.stringify([name, headline])), is: 'version' },
  { key: ({ name }) => name, is: 'version' },
];

/**
 * Finds the articles of one list that stand in another, too, the same or changed: the place in `news` for a place in `olds`. Never in doubt: a key
 * counts when one on each side has it, but for that of the text itself.
 */
export function sameArticles(olds: readonly Identity[], news: readonly Identity[]): Map<number, number> {
  const same = new Map<number, number>();
  const taken = new Set<number>();
  for (const { key, is } of WAYS) {
    const places = (list: readonly Identity[], isFree: (at: number) => boolean) => {
      const byKey = new Map<string, number[]>();
      for (const [at, one] of list.entries()) {
        const found = isFree(at) ? key(one) : null;
        if (found !== null) addTo(byKey, found, at);
      }
      return byKey;
    };
    const free = places(news, (at) => !taken.has(at));
    for (const [found, oldOnes] of places(olds, (at) => !same.has(at))) {
      const newOnes = free.get(found) ?? [];
      // Of several with one text any is as good as another, so they go in their order.
      if (is !== 'text' && (oldOnes.length > 1 || newOnes.length > 1)) continue;
      for (const [number, old] of oldOnes.entries()) {
        const other = newOnes[number] ?? -1;
        const [a, b] = [olds[old], news[other]];
        if (!a || !b || (is === 'version' && !isVersion(a, b))) continue;
        same.set(old, other);
        taken.add(other);
      }
    }
  }
  return same;
}
