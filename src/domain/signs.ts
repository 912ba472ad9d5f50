import type { Dataset } from './corpus.ts';
import { isChecked, type Mark } from './mark.ts';
import type { Slug } from './slug.ts';
import { speakerOf } from './statement.ts';

type Made = { mark: Mark };

const signed = new WeakMap<Dataset, boolean>();

/**
 * Whether a coverage holds something that a machine made. Only then its marks have signs, hollow or solid, and can be filtered by
 * whether a person has checked them; one that was read by hand has neither. Looked up once.
 */
export function hasSigns(dataset: Dataset): boolean {
  const known = signed.get(dataset);
  if (known !== undefined) return known;
  const { statements, relations, venues, events, flags } = dataset;
  const lists: (readonly Made[])[] = [statements, relations, venues, events, flags];
  const has = lists.some((list) => list.some(({ mark }) => mark.by === 'machine'));
  signed.set(dataset, has);
  return has;
}

/** How much of something is checked, in words: "checked", "not checked", "2 of 6 checked". */
export function checkedWords(checked: number, of: number): string {
  return checked === 0 ? 'not checked' : checked === of ? 'checked' : `${checked} of ${of} checked`;
}

const solid = new WeakMap<Dataset, Set<Slug>>();

/** The actors of whom all is checked: every statement of theirs, and every relation that they have a part in. Looked up once. */
export function checkedActors(dataset: Dataset): ReadonlySet<Slug> {
  const known = solid.get(dataset);
  if (known) return known;
  const all = new Set<Slug>();
  const open = new Set<Slug>();
  const take = ({ mark }: Made, ids: readonly (Slug | null)[]) => {
    for (const id of ids) if (id !== null) (isChecked(mark) ? all : open).add(id);
  };
  for (const statement of dataset.statements) take(statement, [speakerOf(statement)]);
  for (const relation of dataset.relations) take(relation, [...relation.actors, ...relation.recipients]);
  for (const id of open) all.delete(id);
  solid.set(dataset, all);
  return all;
}
