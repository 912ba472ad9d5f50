import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { INDEFINITE, isOccupation, joinsFields } from './lexicons/names.ts';
import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { BODIES, FEMALE, MALE, TITLES } from './lexicons/titles.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';

/** A capitalised run that names somebody or something: `core` is where the name begins after its titles. */
export type NameRun = { from: number; to: number; core: number };

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:jan|feb|aug|sept|oct|nov|dec)\.$/;
/** Small words inside names of persons. */
const PARTICLES = new Set('de la del van von der den bin ibn al el da di du dos le ben ter ten'.split(' '));

/** What may follow a name of one word that begins a sentence: a verb of its own, a title, a comma. */
const AFTER_NAME =
  /^(?:,|'s|’s|\(|is|are|was|were|has|have|had|will|would|could|can|did|does|should|might|may|must|and|who|whose|also|later|then|himself|herself)$|ed$/;
/** Words that open sentences with a comma behind them, and name nobody. */
const OPENERS = new Set(
  'today yesterday tomorrow despite such apart calling deeply all meanwhile nevertheless nonetheless instead overall besides moreover furthermore indeed perhaps elsewhere otherwise thus hence still yet further next finally first second third last officials reports organizers organisers protesters researchers scientists experts residents authorities sources investigators witnesses critics supporters police prosecutors lawmakers estimates'.split(
    ' ',
  ),
);

/** Whether what follows a capitalised word at the start of a sentence fits a name: else the capital only begins the sentence. */
function isFollowed(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i] as Token;
  const next = tokens[i + 1]?.lower ?? '';
  if (OPENERS.has(lower) || (next === ',' && lower.endsWith('ly'))) return false;
  return AFTER_NAME.test(next) || SPEECH_FORMS.has(next);
}

/** The longest name, in tokens. */
const LONGEST_NAME = 12;

/** Takes accents off; most words have none. */
function plain(text: string): string {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) > 127) return text.normalize('NFKD').replace(/\p{M}/gu, '');
  return text;
}

/** Makes words comparable: no accents, small letters, only letters and digits. */
export function folded(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isCapital = (token: Token | undefined) =>
  token !== undefined && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals);

/** Finds the capitalised runs of a text that are names, each within one sentence. Those of datelines are places: they name nobody. */
export function findNames(segmented: Segmented): NameRun[] {
  const { tokens, sentences } = segmented;
  const common = new Set<string>();
  /** Words that have their capital within a sentence: names. */
  const known = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (token.shape === SHAPE.lower) common.add(token.lower);
    else if (tokens[i - 1]?.sentence === token.sentence && tokens[i - 1]?.shape !== SHAPE.other) known.add(token.lower);
  const runs: NameRun[] = [];
  const datelines = new Set(segmented.datelines.map(({ from }) => from));
  for (const sentence of sentences) {
    if (datelines.has(sentence.from)) continue;
    const shouted = isShouted(tokens, sentence.from, sentence.to);
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i] as Token;
      if (!isCapital(token) || DAYS.test(token.lower)) continue;
      const starts = i === sentence.from || (tokens[i - 1] as Token).mark !== 0 || tokens[i - 1]?.text === ':';
      if (FUNCTION_WORDS.has(token.lower) && !(token.text.length > 1 && token.shape === SHAPE.capitals && !shouted))
        continue;
      const alone = !isCapital(tokens[i + 1]) || i + 1 >= sentence.to;
      // "Nobody", "Both Trump and Xi", "Shoppers in the town".
      if (starts && token.shape === SHAPE.capital && (INDEFINITE.has(token.lower) || (alone && isMany(token.lower))))
        continue;
      if (starts && token.shape !== SHAPE.capitals && common.has(token.lower) && !(TITLES.has(token.lower) && !alone))
        continue;
      if (starts && alone && token.shape === SHAPE.capital && !known.has(token.lower) && !isFollowed(tokens, i))
        continue;
      const to = endOfRun(tokens, i, sentence.to);
      const run = { from: i, to, core: coreOf(tokens, i, to) };
      runs.push(run);
      i = to - 1;
    }
  }
  return runs.filter(pairsOut(tokens, runs));
}

const JOINING = new Set(['sino', 'anglo', 'franco', 'indo', 'russo', 'us', 'uk', 'eu', 'un']);

/** Tells the names that are not two joined by a hyphen: "China-US" and "Kim-Trump" name nobody by themselves. */
function pairsOut(tokens: readonly Token[], runs: readonly NameRun[]): (run: NameRun) => boolean {
  const alone = new Set<string>();
  for (const { from, to } of runs)
    for (let i = from; i < to; i++) if (!/[-–]/.test((tokens[i] as Token).text)) alone.add((tokens[i] as Token).lower);
  return ({ from, to }) => {
    for (let i = from; i < to; i++) {
      const parts = (tokens[i] as Token).text.split(/[-–]/);
      if (parts.length === 2 && parts.every((part) => /^\p{Lu}/u.test(part) && isKnown(part.toLowerCase())))
        return false;
    }
    return true;
  };
  function isKnown(part: string): boolean {
    return alone.has(part) || JOINING.has(part);
  }
}

/** Whether a word means several people by what they do. */
const isMany = (lower: string) => lower.endsWith('s') && isOccupation(lower, true);

/** Whether a sentence is set in capitals throughout, so that they tell nothing. */
function isShouted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((tokens[i] as Token).shape === SHAPE.lower) return false;
  return to - from > 4;
}

function endOfRun(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1;
  let body = BODIES.has((tokens[from] as Token).lower);
  let joined = false;
  while (to < Math.min(limit, from + LONGEST_NAME)) {
    const token = tokens[to] as Token;
    const next = tokens[to + 1];
    if (isCapital(token) && !DAYS.test(token.lower)) {
      body ||= BODIES.has(token.lower);
      to++;
      continue;
    }
    // "Emily W. Moss": an initial with its full stop.
    if (
      token.text === '.' &&
      to > from + 1 &&
      /^\p{Lu}$/u.test((tokens[to - 1] as Token).text) &&
      isCapital(next) &&
      to + 1 < limit
    ) {
      to += 2;
      continue;
    }
    const nextFits = to + 1 < limit && isCapital(next);
    const { lower } = token;
    if (
      PARTICLES.has(lower) &&
      to + 1 < limit &&
      (nextFits || (PARTICLES.has(next?.lower ?? '') && isCapital(tokens[to + 2])))
    )
      to += nextFits ? 2 : 3;
    else if (nextFits && body && (lower === 'of' || lower === 'for')) {
      joined = true;
      to += 2;
    } else if (body && lower === 'of' && tokens[to + 1]?.lower === 'the' && to + 2 < limit && isCapital(tokens[to + 2]))
      to += 3;
    else if (nextFits && joined && (lower === 'and' || lower === '&')) to += 2;
    else if (nextFits && (token.text === '&' || joinsFields(tokens, to, limit))) {
      body = true;
      to += 2;
    } else break;
  }
  return to;
}

/** Where the name begins behind its titles: behind the last title word of the run; the run's end when all are titles. */
function coreOf(tokens: readonly Token[], from: number, to: number): number {
  // "Foreign Affairs" behind "of" is no title.
  const body = tokens.slice(from, to).findLastIndex((token) => BODIES.has(token.lower) && !TITLES.has(token.lower));
  const last = lastTitle(tokens, from, to);
  // A body's name holds its titles: "Ministry of Foreign Affairs". "Acme Agency Director Bill Okoro" has a title behind it.
  if (body !== -1 && from + body > last) return from;
  // "Health and Safety Executive".
  if (last === to - 1 && tokens.slice(from, to).some((_, k) => joinsFields(tokens, from + k, to))) return from;
  if (last !== -1) return last + 1;
  // "Shopkeeper Effie Muir": what somebody does is no part of a full name.
  return to - from > 2 && isOccupation((tokens[from] as Token).lower) ? from + 1 : from;
}

function lastTitle(tokens: readonly Token[], from: number, to: number): number {
  // "John Major": behind a first name it is a surname.
  const first = (tokens[to - 2] as Token | undefined)?.lower ?? '';
  const surname = to - from > 1 && (MALE.has(first) || FEMALE.has(first)) && !TITLES.has(first);
  for (let i = surname ? to - 2 : to - 1; i >= from; i--) {
    if (/^(?:of|for)$/.test((tokens[i] as Token).lower) && BODIES.has((tokens[i - 1] as Token).lower)) return -1;
    if (TITLES.has((tokens[i] as Token).lower)) return i;
  }
  return -1;
}

const SURNAMES = new Set(
  'kim lee park pak choi choe jung jeong chung kang cho jo yoon yun jang lim rim han shin sin moon mun song ri yi xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo mao deng shi lu jiang wen hua nguyen tran le pham ho vo dang bui phan'.split(
    ' ',
  ),
);

/** Tells whether the surname of a full name comes first, as in "Kim Jong Un": by a list of surnames, or the hyphen of the given name. */
export function isSurnameFirst(name: string): boolean {
  const words = folded(name).split(' ');
  return words.length > 1 && (SURNAMES.has(words[0] ?? '') || /-\p{Ll}\p{L}*$/u.test(name));
}
