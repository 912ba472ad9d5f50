import type { Mark, Review } from '../../domain/mark.ts';
import { REASONS } from '../../domain/markWords.ts';

const REVIEW_WORDS: Record<Review, string> = {
  none: 'not checked',
  accepted: 'checked by a person',
  corrected: 'corrected by a person',
  bulk: 'accepted with others at once',
};

/** How sure a machine is, in one of three words: no screen shows a figure. */
const doubtOf = (sure: number) => (sure >= 80 ? 'sure' : sure >= 50 ? 'fairly sure' : 'in doubt');

/** What a machine's claim says of itself: "Read by a machine, fairly sure, because …; not checked." Null for a person's. */
export function markSentence(mark: Mark): string | null {
  if (mark.by === 'person') return null;
  const because = mark.why.length === 0 ? '' : `, because ${mark.why.map((code) => REASONS[code]).join(', and ')}`;
  return `Read by a machine, ${doubtOf(mark.sure)}${because}; ${REVIEW_WORDS[mark.review]}.`;
}
