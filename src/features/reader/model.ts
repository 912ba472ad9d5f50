import type { Dataset } from '../../domain/corpus.ts';
import { type Passage, type ReadingList, readingList } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Opened } from '../../domain/view.ts';

const byArticle = new WeakMap<readonly Passage[], Map<Slug, Passage[]>>();

/** The passages of a list by their article. Computed once per list. */
export function passagesByArticle({ passages }: ReadingList): Map<Slug, Passage[]> {
  const known = byArticle.get(passages);
  if (known) return known;
  const found = new Map<Slug, Passage[]>();
  for (const passage of passages) {
    const own = found.get(passage.article);
    if (own) own.push(passage);
    else found.set(passage.article, [passage]);
  }
  byArticle.set(passages, found);
  return found;
}

/** What the reader shows for an opened mark. `outside` says that the filters hide it. Null when the coverage has no such mark. */
export type Reading = { list: ReadingList; index: number; current: Passage; outside: boolean };

/** Finds an opened mark in the slice, or else in the whole; a passage number beyond the end is the last one. */
export function readingOf(whole: Dataset, slice: Dataset, opened: Opened): Reading | null {
  const inSlice = readingList(slice, opened.mark);
  const list = inSlice ?? readingList(whole, opened.mark);
  if (!list) return null;
  const exact = list.passages.findIndex(
    (passage) => passage.opened.mark === opened.mark && passage.opened.passage === opened.passage,
  );
  const last = list.passages.findLastIndex((passage) => passage.opened.mark === opened.mark);
  const index = exact >= 0 ? exact : last;
  const current = list.passages[index];
  return current ? { list, index, current, outside: inSlice === null } : null;
}
