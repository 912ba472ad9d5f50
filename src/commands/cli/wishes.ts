import { type Day, isDay } from '../../domain/edtf.ts';
import { isSlug } from '../../domain/slug.ts';
import { choiceOf, type Given, numberOf, WrongUsage } from './arguments.ts';
import { FORMATS, type Format } from './options.ts';

/** What an import is asked to do, checked. `out` null is the standard output, undefined none. */
export type Wishes = {
  words: string[];
  out: string | null | undefined;
  into: string | undefined;
  review: string | undefined;
  id: string | undefined;
  title: string | undefined;
  asOf: Day | undefined;
  feeds: string[];
  /** The first day that is taken. */
  since: Day | undefined;
  limit: number | undefined;
  watch: string | undefined;
  minSure: number | undefined;
  onlyChecked: boolean;
  /** From 0 to 100. */
  maxLoss: number;
  format: Format;
  dryRun: boolean;
  json: boolean;
  quiet: boolean;
};

const MILLISECONDS_OF_DAY = 86_400_000;

/** The day so many days before another one. */
const daysBefore = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);

function dayOf(given: Given, name: string, today: () => Day): Day | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  if (text === 'today') return today();
  if (isDay(text)) return text;
  throw new WrongUsage(`--${name} takes a day such as 2019-01-10, not “${text}”.`);
}

function sinceOf(given: Given, from: () => Day): Day | undefined {
  const text = given.text('since');
  if (text === undefined || isDay(text)) return text;
  const [, count = '', unit = ''] = /^(\d{1,4})([dw])$/.exec(text) ?? [];
  if (count === '') throw new WrongUsage(`--since takes 3d, 2w or a day such as 2019-01-10, not “${text}”.`);
  return daysBefore(from(), Number(count) * (unit === 'w' ? 7 : 1));
}

function percentOf(given: Given, name: string, usual: number): number {
  const text = given.text(name);
  if (text === undefined) return usual;
  const value = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (value <= 100) return value;
  throw new WrongUsage(`--${name} takes a share from 0% to 100%, not “${text}”.`);
}

/** Checks what an import was called with. `today` is the machine's day, which is asked for only where a wish needs it. */
export function wishesOf(given: Given, today: () => Day): Wishes {
  const into = given.text('into');
  const named = given.text('out') ?? into;
  const id = given.text('id');
  const asOf = dayOf(given, 'as-of', today);
  const wishes: Wishes = {
    words: given.rest,
    out: named === '-' ? null : named,
    into,
    review: given.text('review'),
    id,
    title: given.text('title'),
    asOf,
    feeds: given.list('feed'),
    since: sinceOf(given, () => asOf ?? today()),
    limit: numberOf(given, 'limit', 1, 10_000),
    watch: given.text('watch'),
    minSure: numberOf(given, 'min-sure', 50, 100),
    onlyChecked: given.has('only-checked'),
    maxLoss: percentOf(given, 'max-loss', 50),
    format: choiceOf(given, 'format', FORMATS) ?? 'auto',
    dryRun: given.has('dry-run'),
    json: given.has('json'),
    quiet: given.has('quiet'),
  };
  if (into === '-') throw new WrongUsage('--into takes a file.');
  if (id !== undefined && !isSlug(id))
    throw new WrongUsage(`--id takes lower-case words joined by hyphens, such as ferry-2019, not “${id}”.`);
  if (wishes.title?.trim() === '') throw new WrongUsage('--title takes a title.');
  if (wishes.words.length === 0 && wishes.feeds.length === 0 && into === undefined && wishes.watch === undefined)
    throw new WrongUsage('There is nothing to import: name files, folders or -, or a --feed.');
  if (named === undefined && !wishes.dryRun)
    throw new WrongUsage('Where to? --out FILE, or --out - for the standard output.');
  if (wishes.out === null && wishes.json) throw new WrongUsage('--json and --out - would both print.');
  if (wishes.watch !== undefined && (wishes.words.includes('-') || wishes.out === null))
    throw new WrongUsage('--watch goes on and on: it reads files and writes one, no pipes.');
  return wishes;
}
