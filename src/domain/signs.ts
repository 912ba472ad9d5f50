import type { Dataset } from './corpus.ts';
import type { Mark } from './mark.ts';
import { once } from './once.ts';

type Made = { mark: Mark };

/**
 * Whether a coverage holds something that a machine made. Only then its marks have signs, hollow or solid, and can be filtered by
 * whether a person has checked them; one that was read by hand has neither. Looked up once.
 */
export const hasSigns = once(({ statements, relations, venues, events, flags }: Dataset): boolean => {
  const lists: (readonly Made[])[] = [statements, relations, venues, events, flags];
  return lists.some((list) => list.some(({ mark }) => mark.by === 'machine'));
});

/** How much of something is checked, in words: "checked", "not checked", "2 of 6 checked". */
export function checkedWords(checked: number, of: number): string {
  return checked === 0 ? 'not checked' : checked === of ? 'checked' : `${checked} of ${of} checked`;
}
