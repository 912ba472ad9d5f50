import { faultLine } from '../../../corpus/lines.ts';
import type { ReadProblem, ReadResult, Source } from '../article.ts';
import { refused } from '../article.ts';
import { shortened } from '../characters.ts';
import { isJsonFeed, readJsonFeed } from '../feed/jsonFeed.ts';
import { READ_LIMITS } from '../limits.ts';
import { type RefusalCode, refusal } from '../refusals.ts';
import { fieldsOf } from './columns.ts';
import { type Row, readRows } from './rows.ts';

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys under which lists of articles stand. */
const LISTS = [
  'articles',
  'items',
  'results',
  'data',
  'documents',
  'docs',
  'rows',
  'records',
  'stories',
  'entries',
  'value',
  'hits',
  'response',
];

/** The files of this app and of news agencies that are JSON and no list of articles. */
function ownKind(thing: Thing): RefusalCode | null {
  const { kind, articles, statements } = thing;
  if (Array.isArray(articles) && (Array.isArray(statements) || 'schemaVersion' in thing)) return 'coverage';
  if (kind === 'dateline-story') return 'story';
  if ('decisionsVersion' in thing || (typeof kind === 'string' && /^dateline-.*(?:decision|review)/.test(kind)))
    return 'decisions';
  if (typeof kind === 'string' && kind.startsWith('dateline-')) return 'other-dateline';
  const ninjs =
    ['body_html', 'body_xhtml', 'body_text'].some((key) => key in thing) &&
    ['versioncreated', 'pubstatus', 'urgency', 'profile', 'usageterms'].some((key) => key in thing);
  return ninjs ? 'ninjs' : null;
}

/** What a value is as a cell: words and numbers as they are, a name of an object, several words of a list. */
function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? value.slice(0, 10_000).join('\n\n') : '';
  if (isThing(value))
    return cellOf(
      ['name', 'title', 'rendered', 'value'].map((key) => value[key]).find((one) => typeof one === 'string') ?? '',
    );
  return '';
}

/** The list of articles in a value, at most three keys deep; null when there is none. */
function listIn(value: unknown, depth = 0): Thing[] | null {
  if (Array.isArray(value)) {
    if (value.length > 0 && !value.some(isThing)) return null;
    // What is no object becomes a row without a text, which is a problem of its own.
    return value.map((one) => (isThing(one) ? (isThing(one._source) ? one._source : one) : {}));
  }
  if (!isThing(value) || depth > 2) return null;
  for (const key of LISTS) {
    const list = Object.hasOwn(value, key) ? listIn(value[key], depth + 1) : null;
    if (list) return list;
  }
  return null;
}

/** Reads a list of objects as rows; their keys are the columns, in the order in which they come. */
function readThings(
  source: Source,
  things: readonly Thing[],
  places: readonly string[],
  faults: readonly ReadProblem[] = [],
): ReadResult {
  const keys = new Set<string>();
  for (const thing of things) for (const key of Object.keys(thing)) if (keys.size < READ_LIMITS.columns) keys.add(key);
  const columns = [...keys];
  if (things.length > 0 && fieldsOf(columns).every((field) => field === null)) {
    const found =
      columns.length === 0
        ? undefined
        : `the keys ${columns
            .slice(0, 12)
            .map((key) => `“${shortened(key, 30)}”`)
            .join(', ')}`;
    return refused(refusal('other-json', source.name, found), ...faults);
  }
  const rows: Row[] = things.map((thing, index) => ({
    cells: columns.map((key) => (Object.hasOwn(thing, key) ? cellOf(thing[key]) : '')),
    where: `${source.name}, ${places[index] ?? `item ${index + 1}`}`,
    fault: null,
  }));
  const result = readRows(source, columns, rows);
  return { ...result, problems: [...faults, ...result.problems] };
}

/** Reads one value of JSON: a JSON Feed, a list of articles, an object with such a list, or one article. Refuses others in words. */
function readValue(source: Source, value: unknown): ReadResult {
  const own = isThing(value) ? ownKind(value) : Array.isArray(value) && isThing(value[0]) ? ownKind(value[0]) : null;
  if (own) return refused(refusal(own, source.name));
  if (isThing(value) && isJsonFeed(value)) return readJsonFeed(source, value);
  if (isThing(value) && fieldsOf(Object.keys(value)).includes('text')) return readThings(source, [value], []);
  const list = listIn(value);
  if (list) return readThings(source, list, []);
  const found =
    isThing(value) && Object.keys(value).length > 0
      ? `the keys ${Object.keys(value)
          .slice(0, 12)
          .map((key) => `“${shortened(key, 30)}”`)
          .join(', ')}`
      : undefined;
  return refused(refusal('other-json', source.name, found));
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Reads a JSON file; a fault is told with its line. */
export function readJson(source: Source): ReadResult {
  const whole = parsed(source.text);
  if (whole) return readValue(source, whole.value);
  return refused(refusal('broken-json', `${source.name}, line ${faultLine(source.text) ?? 1}`));
}

/** Reads JSON lines: a row for each line; a line that is no object is a problem of its own. */
export function readJsonLines(source: Source): ReadResult {
  const things: Thing[] = [];
  const places: string[] = [];
  const faults: ReadProblem[] = [];
  for (const [index, line] of source.text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line)?.value;
    if (isThing(value)) {
      things.push(value);
      places.push(`line ${index + 1}`);
    } else faults.push(refusal('broken-json', `${source.name}, line ${index + 1}`));
  }
  if (things.length === 0) return readJson(source);
  return things.length === 1
    ? readValue(source, things[0])
    : readThings(source, things, places, faults.slice(0, READ_LIMITS.problems));
}
