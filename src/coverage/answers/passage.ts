import { itemById } from '../../domain/corpus.ts';
import { otherVersion } from '../../domain/reading.ts';
import type { Slug } from '../../domain/slug.ts';
import type { Opened } from '../../domain/view.ts';
import type { Question } from '../coverage.ts';
import { factOf, type PassageFact } from './reading/facts.ts';
import { readingOf } from './reading/reading.ts';

/** The passage that an opened mark leads to, among those that one can step through from it. */
export type PassageAnswer = {
  /** The passage that is shown, which has another number than was asked for where there is none of that. */
  opened: Opened;
  article: Slug;
  headline: string;
  /** What the passages have in common, the number of this one, from 1, and how many there are. */
  title: string;
  number: number;
  inAll: number;
  previous: Opened | null;
  next: Opened | null;
  /** A mark with the same passages: one and the same for all that one can step to. */
  list: string;
  /** Whether the filters hide it. */
  outside: boolean;
  /** The same words in another article. */
  other: { opened: Opened; badge: string } | null;
  fact: PassageFact;
};

/** What an opened mark shows; null where the coverage has no such mark. */
export const PASSAGE: Question<Opened, PassageAnswer | null> = {
  name: 'passage',
  answer: ({ whole, slice }, wants) => {
    const reading = readingOf(whole, slice, wants);
    if (!reading) return null;
    const { list, index, current, outside } = reading;
    const other = otherVersion(whole, current);
    return {
      opened: current.opened,
      article: current.article,
      headline: itemById(whole.articles, current.article)?.headline ?? current.article,
      title: list.title,
      number: index + 1,
      inAll: list.passages.length,
      previous: list.passages[index - 1]?.opened ?? null,
      next: list.passages[index + 1]?.opened ?? null,
      // What the filters hide is found by itself alone: another mark of the list may have a list in the selection.
      list: (outside ? current : (list.passages[0] ?? current)).opened.mark,
      outside,
      other: other && {
        opened: other.opened,
        badge: itemById(whole.articles, other.article)?.badge ?? other.article,
      },
      fact: factOf(whole, current),
    };
  },
};
