import type { CoverageHead } from '../../coverage/coverage.ts';
import type { View } from '../../domain/view.ts';

/** Longest link that every chat, mail and social client is known to leave whole, in characters. */
export const SAFE_LENGTH = 2_000;

/** What of the view a link holds, beside the filters. */
function viewParts({ page, pair, ties, order, opened, theme }: View): string[] {
  const parts: string[] = [];
  if (page === 'tellings') parts.push(pair ? `the tellings of ${pair.join(' and ')}` : 'the two tellings');
  if (page === 'paper') parts.push('the paper edition');
  if (ties !== null) parts.push(`the ties as a ${ties}`);
  if (order !== 'weight') parts.push(`the quotes by ${order}`);
  if (opened !== null) parts.push('the reader, open');
  if (theme !== null) parts.push(`the ${theme} theme`);
  return parts;
}

/** What whoever opens a link to this coverage is asked for; '' for the coverage that comes with the app. */
export function linkNeeds({ origin }: CoverageHead, { file }: View): string {
  if (origin.kind === 'built-in') return '';
  const asked =
    origin.kind === 'file'
      ? `for the file “${origin.name}”${file === null ? '' : ` with the digest ${file.digest}`}`
      : `whether to load it from ${origin.host}`;
  return `It does not carry the data: whoever opens it is asked ${asked}.`;
}

/** What a link to this view holds, in sentences; `names` are those of its filters. */
export function linkHolds(head: CoverageHead, names: readonly string[], view: View, pinned: boolean): string {
  const narrowed = names.length === 0 ? 'no filter' : `the filters ${names.join('; ')}`;
  const parts = [narrowed, ...viewParts(view)];
  const state = pinned
    ? `It was made on ${head.articles.length} articles as of ${head.asOf.date}: on any other state of the coverage it says what differs, and shows what can be shown.`
    : 'It shows the coverage as it is when somebody opens it.';
  return [`This link holds ${parts.join(', ')}.`, linkNeeds(head, view), state].filter(Boolean).join(' ');
}
