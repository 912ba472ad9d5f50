import type { Entity } from './entity.ts';
import { sortOf } from './pronouns.ts';
import type { TokenRun } from './spans.ts';

/** How source words name somebody. */
export const HOW = [
  'name',
  'surname',
  'description',
  'nominal',
  'pronoun',
  'joint',
  'none',
  'group',
  'document',
  'definite',
] as const;
/** `several`: those of one surname whom the words do not tell apart. */
export type How = (typeof HOW)[number] | 'several';

/** What points back to somebody named before: the class of the pronoun or noun, the noun, and where it stands. */
type Pointer = { sort: number; noun: string; at: number; run: TokenRun };

/**
 * What source words say by themselves. A pronoun, and a noun that may point back, name nobody yet: `points` says to whom they may
 * point, and `fresh` takes the words as the name of somebody new.
 */
export type SourceReading = {
  how: How;
  entity: Entity | null;
  because: TokenRun[];
  candidates: Entity[];
  points: Pointer | null;
  fresh: (() => Entity) | null;
};

/** A reading by which source words name somebody, or nobody. */
export const reading = (how: How, entity: Entity | null): SourceReading => ({
  how,
  entity,
  because: [],
  candidates: [],
  points: null,
  fresh: null,
});

/** A reading by which source words point back. */
export const pointing = (how: How, sort: string, noun: string, at: number, run: TokenRun): SourceReading => ({
  ...reading(how, null),
  points: { sort: sortOf(sort), noun, at, run },
});
