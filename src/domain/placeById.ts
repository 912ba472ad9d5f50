import type { Slug } from './slug.ts';

const indexes = new WeakMap<readonly { id: Slug }[], Map<Slug, number>>();

/** The place of the item with that id in a list, from 0; -1 where there is none. The list is indexed once and must not be changed. */
export function placeById(list: readonly { id: Slug }[], id: Slug): number {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.map((item, place) => [item.id, place]));
    indexes.set(list, index);
  }
  return index.get(id) ?? -1;
}
