import type { TextFlag } from '../../../domain/textFlag.ts';
import type { Opened } from '../../../domain/view.ts';

/** A sentence of ours in which names of the coverage are kept apart, so that the screen can isolate them. */
export type Remark = readonly (string | { name: string })[];

/** Words of one article, where they stand, and a remark of ours on them. */
export type Voice = { words: string | null; remark: Remark; number: number; opened: Opened | null };

/** Something the two articles, or two sentences of one of them, do not tell alike. */
export type Disagreement = {
  key: string;
  about: 'speaker' | 'day' | 'contradiction' | 'spelling';
  /** What it is about, in words of the corpus. */
  what: string;
  a: Voice[];
  b: Voice[];
  /** What the corpus remarks on it; a contradiction is its own flag. */
  flags: TextFlag[];
};
