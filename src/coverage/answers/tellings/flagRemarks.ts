import { type Dataset, itemById } from '../../../domain/corpus.ts';
import type { Slug } from '../../../domain/slug.ts';
import type { TextFlag } from '../../../domain/textFlag.ts';

/** What the coverage remarks on a flaw of the text; `badge` is that of its article where it is of one only. */
export type FlagRemark = { id: Slug; note: string; badge: string | null };

/** Flags that a headline or a disagreement shows. */
const MOST = 12;

/** The first of some flags, as remarks. */
export const flagRemarks = (whole: Dataset, flags: readonly TextFlag[]): FlagRemark[] =>
  flags.slice(0, MOST).map(({ id, note, spans }) => {
    const badges = new Set(spans.map(({ article }) => itemById(whole.articles, article)?.badge ?? article));
    return { id, note, badge: badges.size === 1 ? [...badges].join() : null };
  });
