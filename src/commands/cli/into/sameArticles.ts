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

type Way = { key(one: Identity): string | null; versions: boolean };
/** The ways in which an article may be known again, the surest first. */
const WAYS: Way[] = [
  { key: ({ text, headline, url }) => JSON.stringify([text, headline, url]), versions: false },
  { key: ({ text }) => text, versions: false },
  { key: ({ url }) => url, versions: false },
  { key: ({ name, headline }) => (name === null ? null : JSON.stringify([name, headline])), versions: true },
  { key: ({ name }) => name, versions: true },
];

/** The articles of one list that stand in another, too, the same or changed: the place in `news` for a place in `olds`. Never in doubt: a key counts when one on each side has it. */
export function sameArticles(olds: readonly Identity[], news: readonly Identity[]): Map<number, number> {
  const same = new Map<number, number>();
  const taken = new Set<number>();
  for (const { key, versions } of WAYS) {
    const places = (list: readonly Identity[], isFree: (at: number) => boolean) => {
      const byKey = new Map<string, number[]>();
      for (const [at, one] of list.entries()) {
        const found = isFree(at) ? key(one) : null;
        if (found !== null) byKey.set(found, [...(byKey.get(found) ?? []), at]);
      }
      return byKey;
    };
    const free = places(news, (at) => !taken.has(at));
    for (const [found, [old = -1, ...moreOlds]] of places(olds, (at) => !same.has(at))) {
      const [other = -1, ...moreNews] = free.get(found) ?? [];
      const [a, b] = [olds[old], news[other]];
      if (!a || !b || moreOlds.length > 0 || moreNews.length > 0 || (versions && !isVersion(a, b))) continue;
      same.set(old, other);
      taken.add(other);
    }
  }
  return same;
}
