import type { Range, Segmented, Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';
import { fold, spotsByName } from './world/gazetteer.ts';

/** How far a dateline may reach into its paragraph, in characters. */
const LONGEST = 160;
/** A town and a colon, with nothing else, are a dateline only in one of so many first paragraphs: later they are a turn or a heading. */
const FIRST_PARAGRAPHS = 3;

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\\.?';
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:${WEEKDAY},? )?(?:${DAY} ${MONTH}(?:,? \\d{4})?|${MONTH} ${DAY}(?:, \\d{4})?)|${WEEKDAY}`;
const AGENCY = '\\([^()\\n]{2,40}\\)';
const DASH = '(?:--|[—–-])';
/** "PORTO NOVO", "ST. JOHN’S". */
const LOUD = "\\p{Lu}[\\p{Lu}'’.-]{2,}(?:[ -](?:[Dd][EeAaOoUu]|\\p{Lu}[\\p{Lu}'’.-]+)){0,3}";
/** "Porto Novo", "Rio de Janeiro". */
const TOWN = "\\p{Lu}[\\p{L}'’.-]+(?: (?:(?:de|da|do|du|del|la|al|el|the|upon|sur|am) )?\\p{Lu}[\\p{L}'’.-]+){0,3}";
const AND = ' ?(?:/|and|AND|&|;|,) ?';
/** Two or three towns, and a region or country in small letters behind the last. */
const townsOf = (town: string) => `${town}(?:${AND}${town}){0,2}(?:, \\p{L}[\\p{L}.]+(?: [\\p{L}.]+){0,2})?`;
const END = `(?: ?${DASH}(?= )| ?${DASH}(?=["“'‘\\p{L}])|:(?= ))`;
/** A sentence begins behind it: "NASA - the agency" goes on. */
const BEGINS = '(?= ?["“\'‘«]?[\\p{Lu}\\p{N}])';

const FORMS = [
  // LISBON, Portugal, 8 January 2019 (Wire) -
  `(?:${townsOf(LOUD)})(?:,? (?:${DATE}))?(?: ${AGENCY})? ?${DASH}(?= )${BEGINS}`,
  `(?:${townsOf(LOUD)}),? (?:${DATE})(?: ${AGENCY})?${END}${BEGINS}`,
  `(?:${townsOf(LOUD)})(?:,? (?:${DATE}))? ${AGENCY}${END}${BEGINS}`,
  // Lisbon, 8 January 2019 –
  `(?:${townsOf(TOWN)}), (?:${DATE})(?: ${AGENCY})?${END}${BEGINS}`,
  `(?:${townsOf(TOWN)}) ${AGENCY}${END}${BEGINS}`,
  // 8 January 2019, LISBON -
  `(?:${DATE})(?:,| ${DASH}|:) (?:${townsOf(LOUD)}|${townsOf(TOWN)})(?: ${AGENCY})?${END}${BEGINS}`,
  // Jan 8 (Wire) - , (Wire) -
  `(?:(?:${DATE}) )?${AGENCY} ?${DASH}(?= )${BEGINS}`,
];
const DATELINE = new RegExp(`^(?:${FORMS.join('|')})`, 'u');
/** "LISBON: Mayor …": only a town that the gazetteer has. */
const COLON = new RegExp(`^(${LOUD}):(?= )${BEGINS}`, 'u');
/** "By Jane Doe in LISBON", alone or before a dash. */
const NAME = "\\p{Lu}[\\p{L}'’.-]+(?: (?:(?:de|da|van|von|der|den|al|bin) ){0,2}\\p{Lu}[\\p{L}'’.-]*){1,3}";
const BYLINE = new RegExp(
  `^(?:By|BY) ${NAME}(?:(?:,| and|, and) ${NAME}){0,2}(?:,? (?:in|IN) (?:${townsOf(LOUD)}|${townsOf(TOWN)}))?(?:,? (?:${DATE}))?(?: ${AGENCY})?(?:\\s*$|${END}${BEGINS})`,
  'u',
);

/** The dateline or byline at the start of the paragraph whose first token is `from`, its dash included; null when there is none. */
export function datelineAt(text: string, tokens: readonly Token[], from: number, paragraph: number): Range | null {
  const first = tokens[from];
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const words = text.slice(first.start, Math.min(last.end, first.start + LONGEST));
  const length = lengthOf(words, paragraph);
  if (length === 0) return null;
  const end = first.start + words.slice(0, length).trimEnd().length;
  let to = from;
  while (to < tokens.length && (tokens[to] as Token).end <= end) to++;
  return to > from ? { start: first.start, end, from, to } : null;
}

/** What every dateline begins with, or has before its end: else the longer look is spared. */
const HINT = /^(?:\p{Lu}[\p{Lu}'’.-]{2}|[\d(]|[Bb][Yy] )|\) ?[—–:-]|(?:\d|day) ?[—–:-]/u;

function lengthOf(words: string, paragraph: number): number {
  if (!HINT.test(words)) return 0;
  const match = DATELINE.exec(words) ?? (/^B[Yy] /.test(words) ? BYLINE.exec(words) : null);
  if (match) return match[0].length;
  const colon = paragraph < FIRST_PARAGRAPHS ? COLON.exec(words) : null;
  return colon && spotsByName.has(fold(colon[1] ?? '')) ? colon[0].length : 0;
}

/** Tells, token by token, what stands in a dateline: its names are places and agencies, and nobody who speaks or acts. */
function inDateline({ tokens, datelines }: Segmented): Uint8Array {
  const flags = new Uint8Array(tokens.length);
  for (const { from, to } of datelines) flags.fill(1, from, to);
  return flags;
}

/** Takes what stands in a dateline off the sources and contents of statements: its town says nothing. */
export function withoutDatelines(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  if (segmented.datelines.length === 0) return [...statements];
  const dateline = inDateline(segmented);
  return statements.flatMap((one) => {
    if (dateline[one.cue.from] === 1) return [];
    const source = one.source ? behind(one.source, dateline) : null;
    return [{ ...one, source, content: one.content.flatMap((run) => behind(run, dateline) ?? []) }];
  });
}

/** What of a run stands behind a dateline; null when nothing does. */
function behind({ from, to }: TokenRun, dateline: Uint8Array): TokenRun | null {
  let start = to;
  while (start > from && dateline[start - 1] === 0) start--;
  return start < to ? { from: start, to } : null;
}
