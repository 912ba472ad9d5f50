import { PRONOUNS } from './lexicons/sourceWords.ts';
import { PERSON_NOUNS } from './lexicons/titles.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

const AUXILIARY = /^(?:was|were|is|are|has|have|had|been|being|also|later|earlier|then|again|widely)$|ly$/;

const isName = (token: Token | undefined) => token?.shape === SHAPE.capital || token?.shape === SHAPE.capitals;

/** The name or pronoun right before a verb and its auxiliaries, in its sentence; null when something else stands there. */
function subjectBefore({ tokens }: Segmented, cue: TokenRun): TokenRun | null {
  const { sentence } = tokens[cue.from] as Token;
  let to = cue.from;
  while (to > 0 && tokens[to - 1]?.sentence === sentence && AUXILIARY.test(tokens[to - 1]?.lower ?? '')) to--;
  const last = tokens[to - 1];
  if (!last || last.sentence !== sentence) return null;
  if (PRONOUNS.has(last.lower) && last.shape !== SHAPE.capitals) return { from: to - 1, to };
  let from = to;
  while (from > 0 && tokens[from - 1]?.sentence === sentence && isName(tokens[from - 1])) from--;
  return from < to ? { from, to } : null;
}

/** Where "quoted as saying" stands in a cue: the token after it; -1 when the cue is another one. */
function quotedAs({ tokens }: Segmented, cue: TokenRun): number {
  const words = tokens
    .slice(Math.max(0, cue.from - 3), cue.to)
    .map(({ lower }) => lower)
    .join(' ');
  return /\b(?:quoted|cited|reported) as (?:saying|having said|telling)$/.test(words) ? cue.to : -1;
}

/**
 * Mends the passive: in "Kim was quoted as saying by Xinhua" the subject speaks, and who stands after "by" carries the words. The span pass
 * knows one source, and takes the nearer one.
 */
export function withPassives(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const { tokens } = segmented;
  return statements.map((one) => {
    const after = quotedAs(segmented, one.cue);
    const { source } = one;
    if (after < 0 || tokens[after]?.lower !== 'by' || !source || source.from <= after) return one;
    const named = lastNameIn(tokens, source);
    const start = tokens.findLastIndex(
      ({ lower }, i) => i <= one.cue.to - 1 && i >= one.cue.from - 3 && /^(?:quoted|cited|reported)$/.test(lower),
    );
    const subject = subjectBefore(segmented, { from: start < 0 ? one.cue.from : start, to: one.cue.to });
    return { ...one, source: subject, relay: named ?? source };
  });
}

function lastNameIn(tokens: readonly Token[], { from, to }: TokenRun): TokenRun | null {
  let end = to;
  while (end > from && !isName(tokens[end - 1])) end--;
  let start = end;
  while (start > from && isName(tokens[start - 1])) start--;
  return end > start ? { from: start, to: end } : null;
}

/** A clause of fewer words than this before a verb of speaking is no content. */
const FEWEST_WORDS = 4;

/**
 * Mends the inverted order with an apposition: in "The road will close, said Ann Reyes, a spokeswoman" the clause before is what is said, not
 * the words about the speaker.
 */
export function withInverted(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const { tokens, sentences } = segmented;
  return statements.map((one) => {
    const { cue, source, content } = one;
    const first = content[0];
    if (!source || !first || content.length > 1 || source.from !== cue.to) return one;
    const sentence = sentences[(tokens[cue.from] as Token).sentence];
    if (!sentence || first.from < source.to || first.from > source.to + 2) return one;
    const ends = source.to >= sentence.to || /^[,.]$/.test((tokens[source.to] as Token).text);
    if (!ends || tokens[cue.from - 1]?.text !== ',') return one;
    if (cue.from - 1 - sentence.from < FEWEST_WORDS || !isName(tokens[source.from])) return one;
    // Words in quotation marks are never words about the speaker.
    if (tokens.slice(first.from, first.to).some(({ quotation }) => quotation > 0)) return one;
    return { ...one, content: [{ from: sentence.from, to: cue.from - 1 }] };
  });
}

/** Adverbs of hearsay: who they stand beside has not said it. */
const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly)$/;

/** Takes off the source where the cue names nobody: in "Kim reportedly met Xi" somebody reports, and it is not Kim. */
export function withoutHearsay({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) =>
    one.source && tokens.slice(one.cue.from, one.cue.to).every(({ lower }) => HEARSAY.test(lower))
      ? { ...one, source: null }
      : one,
  );
}

/** Takes the words of the source out of the content. */
export function withoutSource(statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source } = one;
    if (!source) return one;
    return { ...one, content: one.content.filter(({ from, to }) => to <= source.from || from >= source.to) };
  });
}

/** So many words at most are told about a speaker between two commas. */
const LONGEST_APPOSITION = 14;

/**
 * Takes what is said of a speaker off what the speaker says: in "According to Ann Reyes, a city clerk, the road will close" the content begins after
 * the second comma.
 */
export function withoutAppositions({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source, content } = one;
    const [first, ...rest] = content;
    if (!source || !first || first.from < source.to || first.from > source.to + 1) return one;
    if (tokens[source.to]?.text !== ',' && tokens[first.from - 1]?.text !== ',') return one;
    const from = tokens[first.from]?.text === ',' ? first.from + 1 : first.from;
    if (!/^(?:an?|the)$/.test(tokens[from]?.lower ?? '') || (tokens[from]?.quotation ?? 0) > 0) return one;
    let comma = from;
    while (comma < first.to && comma - from < LONGEST_APPOSITION && tokens[comma]?.text !== ',') comma++;
    if (tokens[comma]?.text !== ',' || first.to - comma <= FEWEST_WORDS) return one;
    if (!tokens.slice(from, comma).some(({ lower }) => PERSON_NOUNS.has(lower))) return one;
    return { ...one, content: [{ from: comma + 1, to: first.to }, ...rest] };
  });
}
