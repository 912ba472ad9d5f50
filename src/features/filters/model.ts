import type { Dataset } from '../../domain/corpus.ts';

const relays = new WeakMap<Dataset, Set<string | null>>();

/** Those who carry words that others said. Computed once. */
export function relaysOf(dataset: Dataset): Set<string | null> {
  const known = relays.get(dataset);
  if (known) return known;
  const found = new Set<string | null>();
  for (const { relay } of dataset.statements) found.add(relay?.actor ?? null);
  for (const { relay } of dataset.relations) found.add(relay);
  relays.set(dataset, found);
  return found;
}
