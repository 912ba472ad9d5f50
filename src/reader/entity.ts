import type { TokenRun } from './spans.ts';
import type { ActorKind } from './types.ts';

export const GENDER = { unknown: 0, male: 1, female: 2 } as const;

/** Somebody or something that a text names, with every place where it does. */
export type Entity = {
  id: number;
  name: string;
  /** Folded words of the name without titles. */
  words: string[];
  kind: ActorKind;
  gender: number;
  plural: boolean;
  aliases: Set<string>;
  mentions: TokenRun[];
  /** Nouns that describe it: "minister", "agency". */
  nouns: Set<string>;
  /** The mention that gives the fullest form. */
  fullest: TokenRun;
  /** Whether a name of it stands in the text, or only a description. */
  named: boolean;
  /** Those whom a bare surname may mean; [] for everybody else. */
  rivals: readonly Entity[];
};
