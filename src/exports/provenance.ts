import type { Shown } from '../coverage/answers/shown.ts';
import type { CoverageHead } from '../coverage/coverage.ts';
import type { Day } from '../domain/edtf.ts';
import { type Filters, LIST_FACETS } from '../domain/filters.ts';
import { bandOf, type Origin } from '../domain/origin.ts';
import { type Pin, pinOf } from '../domain/pin.ts';
import { searchWords } from '../domain/searchText.ts';

/** The view that is exported. */
export type Exported = {
  head: CoverageHead;
  filters: Filters;
  /** The full address of the view. */
  link: string;
  /** The day of the export. */
  made: Day;
};

/** What everything that leaves the desk says about itself. */
export type Provenance = {
  /** That the data is of somebody else, and from where; null for the coverage that comes with the app. */
  band: string | null;
  title: string;
  asOf: Day;
  pin: Pin;
  /** "All of the coverage", or "Only Moon; Conflict". */
  filters: string;
  /** "6 of 37 statements, 4 of 25 ties, 0 of 6 places, 3 of 19 events". */
  shown: string;
  link: string;
  made: Day;
};

function shownWords(shown: Shown['sizes'], all: Shown['sizes']): string {
  const count = (noun: string, list: keyof typeof all) =>
    `${shown[list] === all[list] ? all[list] : `${shown[list]} of ${all[list]}`} ${noun}`;
  return [
    count('statements', 'statements'),
    count('ties', 'ties'),
    count('places', 'venues'),
    count('events', 'events'),
  ].join(', ');
}

/** The filters in words, by the names that chips have for them. */
export const filtersInWords = (active: readonly { name: string }[]): string =>
  active.length === 0 ? 'All of the coverage' : `Only ${active.map(({ name }) => name).join('; ')}`;

/** Where a view comes from. */
export function provenanceOf({ head, link, made }: Exported, { active, sizes }: Shown): Provenance {
  return {
    band: bandOf(head),
    title: head.title,
    asOf: head.asOf.date,
    pin: pinOf(head),
    filters: filtersInWords(active),
    shown: shownWords(sizes, head.sizes),
    link,
    made,
  };
}

/** Longest part of a file name that tells the filters, in characters. */
const VIEW_LIMIT = 60;

/** The filters in the letters that every file system takes: `all`, `moon-jae-in_conflict`. */
function viewPart(filters: Filters): string {
  const values: string[] = LIST_FACETS.flatMap((facet): string[] => filters[facet]);
  const { from, to } = filters;
  if (from !== null || to !== null) values.push(`${from ?? ''}to${to ?? ''}`);
  values.push(...searchWords(filters.text));
  const plain = values.map((value) => value.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '')).filter(Boolean);
  if (values.length === 0) return 'all';
  const all = plain.join('_') || 'filtered';
  return all.length <= VIEW_LIMIT ? all : `${all.slice(0, VIEW_LIMIT).replace(/[-_]+$/, '')}_and-more`;
}

/** Where data of somebody else came from, in the letters of `viewPart`: `from-data-example-org_`. */
function fromPart(origin: Origin): string {
  if (origin.kind === 'built-in') return '';
  const from = origin.kind === 'file' ? origin.name.replace(/\.json$/i, '') : origin.host;
  const plain = from
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, VIEW_LIMIT);
  return `from-${plain || 'a-file'}_`;
}

/** `dateline_korea-2019_moon-jae-in_2026-11-22_statements.csv`: whose data it is unless it is ours, the coverage, the view, the day, what is in it. */
export function fileName({ head, filters, made }: Exported, what: string, extension: string): string {
  return `dateline_${fromPart(head.origin)}${head.id}_${viewPart(filters)}_${made}_${what}.${extension}`;
}
