/** Many lists of whole numbers in two arrays: list `at` is `items` from `starts[at]` until just before `starts[at + 1]`. */
export type Lists = { starts: Int32Array; items: Int32Array };

/** What is put in, list by list: `end` closes the list that is being written. */
export function listWriter() {
  const starts = [0];
  const items: number[] = [];
  return {
    put: (item: number) => items.push(item),
    end: () => starts.push(items.length),
    lists: (): Lists => ({ starts: Int32Array.from(starts), items: Int32Array.from(items) }),
  };
}

/** The same pairs seen from the other side: for each item below `size`, the numbers of the lists that hold it, in order. */
export function inverted({ starts, items }: Lists, size: number): Lists {
  const ends = new Int32Array(size + 1);
  for (const item of items) ends[item + 1] = (ends[item + 1] ?? 0) + 1;
  for (let item = 0; item < size; item += 1) ends[item + 1] = (ends[item + 1] ?? 0) + (ends[item] ?? 0);
  const next = ends.slice();
  const holders = new Int32Array(items.length);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      const item = items[at] ?? 0;
      holders[next[item] ?? 0] = list;
      next[item] = (next[item] ?? 0) + 1;
    }
  }
  return { starts: ends, items: holders };
}

/** Appends to the list that a map holds under a key. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The first rows there is room for: all of them up to `limit`; of more, those that are shown come first. */
export function firstRows<T extends { shown: boolean }>(rows: T[], limit: number): T[] {
  if (rows.length <= limit) return rows;
  return [...rows.filter(({ shown }) => shown), ...rows.filter(({ shown }) => !shown)].slice(0, limit);
}
