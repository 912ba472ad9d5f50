import { PERSON_NOUNS } from '../lexicons/titles.ts';
import type { Segmented } from '../segmented.ts';
import type { IndexedSpan, SpanIndex } from '../world/spanIndex.ts';

const LONGEST = 120;
/** How many mentions of somebody are looked at. */
const MENTIONS = 20;
const APPOSITION = /^, ((?:an? |the )?\p{L}[^,.;:!?"“”«»()\n\r]{2,120})(?=,| said\b|\.)/u;

/** What an article says somebody is, from the words between commas after a name: "Dee Lee, the mayor of the town,". Null when it says nothing. */
export function roleOf(
  { text }: Segmented,
  mentions: readonly IndexedSpan[],
  cut: SpanIndex<IndexedSpan>,
): IndexedSpan | null {
  for (const { end } of mentions.slice(0, MENTIONS)) {
    const match = APPOSITION.exec(text.slice(end, end + LONGEST + 10));
    const words = match?.[1] ?? '';
    if (!/^(?:an? |the |\p{Ll})/u.test(words) || /^(?:who|which|whose|where|when|while|and|but|or|as)\b/.test(words))
      continue;
    const role = { start: end + 2, end: end + 2 + words.trimEnd().length };
    if (!cut.touches(role) && words.split(/[\s-]+/).some((word) => PERSON_NOUNS.has(word.toLowerCase()))) return role;
  }
  return null;
}
