import type { Dataset } from '../../../domain/corpus.ts';
import { addTo } from '../../../domain/lists.ts';
import { once } from '../../../domain/once.ts';
import { type Passage, type ReadingList, readingList } from '../../../domain/reading.ts';
import type { Slug } from '../../../domain/slug.ts';
import type { Opened } from '../../../domain/view.ts';

const byArticle = once((passages: readonly Passage[]) => {
  const found = new Map<Slug, Passage[]>();
  for (const passage of passages) addTo(found, passage.article, passage);
  return found;
});

/** The passages of a list by their article. */
export const articlesOf = ({ passages }: ReadingList): ReadonlyMap<Slug, Passage[]> => byArticle(passages);

/** The list that a dataset was last asked for: the next step through it, and the text around a passage, need the same. */
const last = once((_: Dataset) => ({ mark: '', list: null as ReadingList | null }));

function listOf(dataset: Dataset, mark: string): ReadingList | null {
  const kept = last(dataset);
  if (kept.mark !== mark) Object.assign(kept, { list: readingList(dataset, mark), mark });
  return kept.list;
}

/** What the reader shows for an opened mark. `outside` says that the filters hide it. Null when the coverage has no such mark. */
export type Reading = { list: ReadingList; index: number; current: Passage; outside: boolean };

/** Finds an opened mark in the slice, or else in the whole; a passage number beyond the end is the last one. */
export function readingOf(whole: Dataset, slice: Dataset, opened: Opened): Reading | null {
  const inSlice = listOf(slice, opened.mark);
  const list = inSlice ?? listOf(whole, opened.mark);
  if (!list) return null;
  const exact = list.passages.findIndex(
    (passage) => passage.opened.mark === opened.mark && passage.opened.passage === opened.passage,
  );
  const end = list.passages.findLastIndex((passage) => passage.opened.mark === opened.mark);
  const index = exact >= 0 ? exact : end;
  const current = list.passages[index];
  return current ? { list, index, current, outside: inSlice === null } : null;
}
