import type { Actor } from '../../domain/actor.ts';
import type { Why } from '../../domain/mark.ts';
import { folded } from '../names.ts';
import type { IndexedSpan } from '../world/spanIndex.ts';

/** Somebody of one article, before the articles are joined. */
export type LocalActor = {
  name: string;
  kind: Actor['kind'];
  /** Whether a name stands in the article; a description such as "police" is of this article alone. */
  named: boolean;
  /** ISO 3166-1 alpha-2 of a state. */
  country: string | null;
  aliases: Set<string>;
  metonyms: Set<string>;
  mentions: number;
  role: IndexedSpan | null;
  /** The country whose people word stands before a title: "Chinese President". */
  side: string | null;
  why: Set<Why>;
};

/** The words of a name, made comparable. */
export const wordsOf = (name: string): string[] => folded(name).split(' ').filter(Boolean);
