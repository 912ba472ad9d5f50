import type { Dataset } from '../../domain/corpus.ts';

/** A number with its noun: "1 tie", "2 ties". */
export const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Those who carry words that others said. */
export function relaysOf({ statements, relations }: Dataset): Set<string | null> {
  return new Set([...statements.map(({ relay }) => relay?.actor ?? null), ...relations.map(({ relay }) => relay)]);
}
