import { MARK, SHAPE, type Shape, type Token } from './segmented.ts';

/** Abbreviations before a name or a number: the full stop belongs to them and ends no sentence. */
export const LEADING =
  'Mr|Mrs|Ms|Mx|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Maj|Lt|Col|Sgt|Capt|Cmdr|Adm|Cpl|Pvt|Rev|Fr|Hon|Prof|Pres|Amb|Det|Insp|Supt|Messrs|Mme|Mlle|St|Ste|Mt|Ft|Sr|Sra';
/** Abbreviations that may also stand at a sentence's end. */
export const TRAILING =
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Jr|Inc|Co|Corp|Ltd|Bros|Calif|Mass|Conn|Penn|Pa|Fla|Ga|Va|Wash|Ore|Ariz|Colo|Ill|Mich|Minn|Tenn|Tex|Wis|Ave|Blvd|Dept|Univ|Ph\\.D|vs|etc|approx|est';

/** The longest run of signs that is told apart sign by sign: what is longer is junk, and one token. */
const LONGEST_SIGNS = 12;
/** The longest token, in characters or parts: the expression's own stack is bounded, and hostile words are cut. */
const LONGEST = 500;

const WORD = String.raw`[\p{L}\p{N}\p{M}]{1,${LONGEST}}(?:[-‐‑&][\p{L}\p{N}\p{M}]{1,${LONGEST}}|[.,]\p{N}{1,${LONGEST}}|(?<=\p{L})['’](?!(?:s|re|ve|ll|d|m|t)(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}]{1,${LONGEST}}|[.@_][\p{Ll}\p{N}]{2,40}(?![\p{L}\p{N}])){0,40}`;
const TOKEN = new RegExp(
  [
    String.raw`[^\s\p{L}\p{N}\p{M}]{${LONGEST_SIGNS},${LONGEST}}`,
    String.raw`(?:https?:\/\/|www\.)[^\s"“”<>]{1,${LONGEST}}[^\s"“”<>.,;:!?)\]'’]`,
    String.raw`(?:\p{Lu}\.){2,40}`,
    String.raw`(?:${LEADING}|${TRAILING})\.(?![\p{L}\p{N}])`,
    String.raw`No\.(?=\s?\p{N})`,
    String.raw`(?:[ap]\.m\.|e\.g\.|i\.e\.)`,
    WORD,
    String.raw`(?<=[\p{L}\p{N}])['’](?:s|re|ve|ll|d|m|t)(?![\p{L}\p{N}])`,
    String.raw`\.{2,${LONGEST}}|-{2,${LONGEST}}`,
    String.raw`[^\s\p{L}\p{N}\p{M}]`,
  ].join('|'),
  'gu',
);

const LETTER = /[\p{L}\p{N}]/u;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const CAPITALS = /^[\p{Lu}\p{N}.&-]*\p{Lu}[\p{Lu}\p{N}.&-]+$/u;

/** Tells the shape of a token from its letters. */
function shapeOf(word: string): Shape {
  const code = word.charCodeAt(0);
  if (code >= 97 && code <= 122) return SHAPE.lower;
  if (code >= 48 && code <= 57) return SHAPE.number;
  if (CAPITAL.test(word)) return CAPITALS.test(word) ? SHAPE.capitals : SHAPE.capital;
  if (code < 128 || !LETTER.test(word.slice(0, 2))) return SHAPE.other;
  return /^\p{N}/u.test(word) ? SHAPE.number : SHAPE.lower;
}

/** Cuts `text.slice(start, end)` into tokens of one paragraph; sentence and quotation are filled in later. */
export function tokenise(text: string, start: number, end: number, paragraph: number, tokens: Token[]): void {
  const piece = text.slice(start, end);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(piece); match !== null; match = TOKEN.exec(piece)) {
    const word = match[0];
    const shape = shapeOf(word);
    tokens.push({
      start: start + match.index,
      end: start + match.index + word.length,
      text: word,
      lower: shape === SHAPE.lower || shape === SHAPE.other ? lowered(word) : word.toLowerCase(),
      shape,
      sentence: 0,
      paragraph,
      quotation: 0,
      mark: MARK.none,
    });
  }
}

/** Folds the two apostrophes into one, so that "doesn’t" and "doesn't" are one word. */
function lowered(word: string): string {
  return (word.charCodeAt(0) === 0x2019 ? `'${word.slice(1)}` : word).toLowerCase();
}
