import type { Mark } from '../../domain/mark.ts';
import { doubtOf, reasonsOf, reviewWords } from '../../domain/signWords.ts';

/** What a machine's claim says of itself: "Read by a machine, fairly sure, because …; not checked." Null for a person's. */
export function markSentence(mark: Mark): string | null {
  if (mark.by === 'person') return null;
  const reasons = reasonsOf(mark);
  return `Read by a machine, ${doubtOf(mark.sure)}${reasons === '' ? '' : `, because ${reasons}`}; ${reviewWords(mark)}.`;
}
