import { once } from './once.ts';
import type { Slug } from './slug.ts';

const placesOf = once((list: readonly { id: Slug }[]) => new Map(list.map((item, place) => [item.id, place])));

/** The place of the item with that id in a list, from 0; -1 where there is none. The list is indexed once and must not be changed. */
export function placeById(list: readonly { id: Slug }[], id: Slug): number {
  return placesOf(list).get(id) ?? -1;
}
