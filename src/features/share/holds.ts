import type { Dataset } from '../../domain/corpus.ts';
import { activeFilters } from '../../domain/filterNames.ts';
import type { Filters } from '../../domain/filters.ts';
import { originOf } from '../../domain/origin.ts';
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
export function linkNeeds(whole: Dataset, { file }: View): string {
  const origin = originOf(whole);
  if (origin.kind === 'built-in') return '';
  const asked =
    origin.kind === 'file'
      ? `for the file “${origin.name}”${file === null ? '' : ` with the digest ${file.digest}`}`
      : `whether to load it from ${origin.host}`;
  return `It does not carry the data: whoever opens it is asked ${asked}.`;
}

/** What a link to this view holds, in sentences. */
export function linkHolds(whole: Dataset, filters: Filters, view: View, pinned: boolean): string {
  const names = activeFilters(whole, filters).map(({ name }) => name);
  const narrowed = names.length === 0 ? 'no filter' : `the filters ${names.join('; ')}`;
  const parts = [narrowed, ...viewParts(view)];
  const state = pinned
    ? `It was made on ${whole.articles.length} articles as of ${whole.asOf.date}: on any other state of the coverage it says what differs, and shows what can be shown.`
    : 'It shows the coverage as it is when somebody opens it.';
  return [`This link holds ${parts.join(', ')}.`, linkNeeds(whole, view), state].filter(Boolean).join(' ');
}
