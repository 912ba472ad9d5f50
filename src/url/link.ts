import { embedOf } from '../domain/embedOf.ts';
import { type Filters, NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_VIEW, type View } from '../domain/view.ts';
import type { Codec } from './codecs.ts';
import { mendedParams, readings } from './mended.ts';
import { FILTER_ROWS, VIEW_ROWS } from './table.ts';
import { LINK_VERSION, type Param, upgraded } from './upgrades.ts';

/** All that a link holds. `rest` are parameters that are not ours, kept in their order. */
export type LinkState = { filters: Filters; view: View; rest: Param[] };

export const EMPTY_LINK: LinkState = { filters: NO_FILTERS, view: DEFAULT_VIEW, rest: [] };

/** Something in a link that could not be read and was left out, or that was cut off with its end. */
export type LinkNote = { param: string; found: string; expected: string };

/** The `param` of the note that the end of a link is missing. */
export const CUT_OFF = 'end';

/** Longest query that is read, in characters: more than our own parameters can come to. */
export const LINK_LIMIT = 300_000;

/** What the parameters that are not ours may come to, as they are written. */
export const REST_LIMIT = 8_000;
/** Most parameters that are not ours, and most characters of the name of one. */
export const REST_NAMES = 100;

const VERSION_KEY = 'v';
const LENGTH_KEY = 'len';

/**
 * Some clients cut links after 2,000 characters. A link whose own part is longer than this says how long that is, before anything
 * that could be lost, so that a cut can be told.
 */
const LONG = 1_000;
type AnyRow = { part: 'filters' | 'view'; name: string; key: string; codec: Codec<unknown> };

/** The one table, read in both directions. */
const ROWS: AnyRow[] = [
  ...Object.entries(FILTER_ROWS).map(([name, row]) => ({ part: 'filters' as const, name, ...row })),
  ...Object.entries(VIEW_ROWS).map(([name, row]) => ({ part: 'view' as const, name, ...row })),
] as AnyRow[];
const ROW_OF = new Map(ROWS.map((row) => [row.key, row]));

const isOurs = (key: string) => key === VERSION_KEY || key === LENGTH_KEY || ROW_OF.has(key);

/** Percent-encodes, the last character too where it is punctuation, since chat clients cut that off. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/[-._~]$/, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function restParam([key, value]: Param): string {
  return value === '' ? escaped(key) : `${escaped(key)}=${escaped(value)}`;
}

/** The query string of a state, without the question mark; '' for the default view. Always the same text for the same state. */
export function encodeLink(state: LinkState): string {
  const own = ROWS.flatMap((row) => {
    const written = row.codec.write((state[row.part] as Record<string, unknown>)[row.name]);
    return written === null ? [] : [`${row.key}=${written}`];
  });
  const rest = state.rest.filter(([key]) => key !== '').map(restParam);
  const head = own.length > 0 ? [`${VERSION_KEY}=${LINK_VERSION}`] : [];
  const length = own.join('&').length;
  if (length > LONG) head.push(`${LENGTH_KEY}=${length}`);
  return [...head, ...own, ...rest].join('&');
}

/** A note when a link has less of its own part than it says. */
function cutNote(params: Param[]): LinkNote[] {
  const said = Number(params.find(([key]) => key === LENGTH_KEY)?.[1]);
  const own = params.filter(([key]) => ROW_OF.has(key)).map(([key, value]) => `${key}=${value}`);
  const found = own.join('&').length;
  return said > found
    ? [{ param: CUT_OFF, found: `${found} characters`, expected: `${said} characters of filters and view` }]
    : [];
}

function readVersion(params: Param[], notes: LinkNote[]): number {
  const found = params.find(([key]) => key === VERSION_KEY)?.[1];
  if (found === undefined) return LINK_VERSION;
  const version = Number(readings(found).find((text) => /^[1-9][0-9]{0,3}$/.test(text)) ?? 0);
  if (version < 1 || version > LINK_VERSION)
    notes.push({ param: VERSION_KEY, found, expected: `a link of version ${LINK_VERSION} or older` });
  return version < 1 ? LINK_VERSION : version;
}

/** Reads any query string. What cannot be read becomes the default and a note; nothing throws. */
export function decodeLink(search: string): { state: LinkState; notes: LinkNote[] } {
  const notes: LinkNote[] = [];
  if (search.length > LINK_LIMIT) {
    notes.push({ param: 'link', found: `${search.length} characters`, expected: `at most ${LINK_LIMIT} characters` });
    return { state: EMPTY_LINK, notes };
  }
  const params = mendedParams(search, isOurs);
  notes.push(...cutNote(params));
  const version = readVersion(params, notes);
  const state = { filters: { ...NO_FILTERS }, view: { ...DEFAULT_VIEW }, rest: [] as Param[] };
  const seen = new Set<string>();
  const twice = new Map<string, LinkNote>();
  const embed = embedOf(search);
  for (const [key, value] of upgraded(params, version)) {
    const row = ROW_OF.get(key);
    if (key === '' || key === VERSION_KEY || key === LENGTH_KEY) continue;
    if (!row) {
      // An embed never writes its address.
      if (embed === null) state.rest.push([key, value]);
    } else if (seen.has(key)) twice.set(key, { param: key, found: value, expected: 'this parameter once' });
    else {
      seen.add(key);
      const read = readings(value)
        .map(row.codec.read)
        // What is an embed to the server is one here, and nothing else is, however well it could be mended.
        .find((one) => one !== undefined && (key !== 'embed' || one === embed));
      if (read === undefined) notes.push({ param: key, found: value, expected: row.codec.expected });
      else Object.assign(state[row.part], { [row.name]: read });
    }
  }
  notes.push(...twice.values());
  const names = state.rest.map(([key]) => key);
  if (
    state.rest.map(restParam).join('&').length > REST_LIMIT ||
    [names, ...names].some(({ length }) => length > REST_NAMES)
  ) {
    notes.push({
      param: 'unknown parameters',
      found: `${names.join(', ').slice(0, REST_NAMES).toWellFormed()}…`,
      expected: `at most ${REST_LIMIT} characters, and ${REST_NAMES} names of as many`,
    });
    state.rest = [];
  }
  return { state, notes };
}
