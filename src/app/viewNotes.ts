import type { CoverageHead } from '../coverage/coverage.ts';
import type { View } from '../domain/view.ts';
import type { LinkNote } from '../url/link.ts';

/** What a link may ask for and this version, or this coverage, does not have: it is said, not passed over. */
export function viewNotes({ articles }: CoverageHead, view: View): LinkNote[] {
  const { pair } = view;
  return [
    ...(pair === null || pair.every((id) => articles.some((article) => article.id === id))
      ? []
      : [{ param: 'pair', found: pair.join('.'), expected: 'two articles of this coverage' }]),
  ];
}
