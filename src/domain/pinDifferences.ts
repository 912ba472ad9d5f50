import { PINNED_LISTS, type Pin, type PinnedHead, pinOf } from './pin.ts';

/** In what a coverage differs from the one that was pinned, in sentences; none when it is the same. */
export function pinDifferences(pin: Pin, head: PinnedHead): string[] {
  // Where the digest is not known, nothing is claimed.
  if (head.digest === '' || pin.digest === head.digest) return [];
  const now = pinOf(head);
  const differences: string[] = [];
  if (pin.coverage !== now.coverage)
    differences.push(`it was made on the coverage “${pin.coverage}”, and this is “${now.coverage}”`);
  if (pin.asOf !== now.asOf) differences.push(`that was as of ${pin.asOf}, and this is as of ${now.asOf}`);
  const counts = PINNED_LISTS.flatMap((list, at) =>
    pin.counts[at] === now.counts[at] ? [] : [`${pin.counts[at]} ${list} are ${now.counts[at]} now`],
  );
  if (counts.length > 0) differences.push(counts.join(', '));
  if (differences.length === 0) differences.push('as many of everything, but something in it has another wording');
  return differences;
}
