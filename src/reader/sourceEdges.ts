import { FUNCTION_WORDS } from './lexicons/functionWords.ts';
import { PRONOUNS, SUBJECTS } from './lexicons/sourceWords.ts';
import { PERSON_NOUNS, TITLES } from './lexicons/titles.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

const isName = (token: Token | undefined) => token?.shape === SHAPE.capital || token?.shape === SHAPE.capitals;
const isSign = (token: Token | undefined) => token?.shape === SHAPE.other && !/^[()%$€£[\]]/.test(token.text);

/** Words between a speaker and the cue that tell how or when something is said. */
const ADVERB =
  /^(?:also|later|then|earlier|further|again|once|sometimes|never|often|now|still|already|both|who|which|has|had|have|was|were)$/;
/** Words in "-ly" that are no adverbs. */
const NOUN_IN_LY =
  /^(?:family|assembly|ally|rally|supply|monopoly|bully|anomaly|fly|butterfly|reply|jelly|daily|weekly|monthly)$/;
/** Times that a clause begins with, which speak not. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|morning|afternoon|evening|night|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Words behind which the subject of the cue begins when no verb follows: "proclamations which analysts say". */
const RELATIVE = /^(?:which|whom|where)$/;
const VERB = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do)$|ed$/;

/** Whether a word behind "which" is the verb of the relative clause: "which operates a channel", not "which analysts". */
const isVerb = (token: Token | undefined, next: Token | undefined) =>
  token?.shape === SHAPE.lower &&
  (VERB.test(token.lower) ||
    (token.lower.endsWith('s') && next !== undefined && (isName(next) || FUNCTION_WORDS.has(next.lower))));

/** The source without the signs, adverbs and relative words at its end, and the signs at its beginning. */
function bare(tokens: readonly Token[], { from, to }: TokenRun): TokenRun {
  let [start, end] = [from, to];
  while (end - start > 1 && (isSign(tokens[end - 1]) || endsOn(tokens[end - 1]))) end--;
  while (end - start > 1 && isSign(tokens[start])) start++;
  const at = /^on$/.test(tokens[start]?.lower ?? '') ? start + 1 : start;
  const comma = tokens[at + 1]?.text === ',';
  if (TIME.test(tokens[at]?.lower ?? '') && at + 1 < end && (comma || at > start)) start = comma ? at + 2 : at + 1;
  if (start >= end) return { from, to };
  return { from: start, to: end };
}

const endsOn = (token: Token | undefined) =>
  token?.shape === SHAPE.lower &&
  (ADVERB.test(token.lower) || (token.lower.endsWith('ly') && !NOUN_IN_LY.test(token.lower)));

/**
 * The part of source words before a cue that can be its subject: what stands behind a semicolon, or behind "which" when no verb of the relative
 * clause follows; and what stands before a relative clause with a verb of its own.
 */
function subjectOf(tokens: readonly Token[], { from, to }: TokenRun): TokenRun {
  for (let i = to - 2; i > from; i--) {
    const { text, lower } = tokens[i] as Token;
    if (text === ';' || text === ':') return { from: i + 1, to };
    if (RELATIVE.test(lower) || lower === 'who') {
      const next = tokens[i + 1];
      const owns = isVerb(next, tokens[i + 2]);
      if (!owns && lower !== 'who') return { from: i + 1, to };
      if (isSign(tokens[i - 1])) return bare(tokens, { from, to: i });
    }
  }
  return { from, to };
}

/** Source words that begin within a name, from its first word on; and those that end before "and", with whom it joins. */
function wholeName(tokens: readonly Token[], source: TokenRun, { cue, content }: RoughStatement): TokenRun {
  let { from, to } = source;
  const free = (i: number) =>
    tokens[i]?.sentence === tokens[from]?.sentence &&
    (i < cue.from || i >= cue.to) &&
    !content.some((run) => i >= run.from && i < run.to);
  if (isName(tokens[from])) {
    const begin = from;
    while (free(from - 1) && isName(tokens[from - 1]) && !isGrammar(tokens[from - 1])) from--;
    if (from < begin && free(from - 1) && /^(?:the|an?)$/.test(tokens[from - 1]?.lower ?? '')) from--;
  }
  const joined = to < cue.from && cue.from - to <= FARTHEST_JOINED && tokens[to]?.lower === 'and';
  if (joined && Array.from({ length: cue.from - to }, (_, k) => free(to + k)).every(Boolean))
    to = bare(tokens, { from, to: cue.from }).to;
  return { from, to };
}

/** How far behind "and" the cue may stand, in tokens, when all between belongs to the source. */
const FARTHEST_JOINED = 8;
const isGrammar = (token: Token | undefined) =>
  token !== undefined && (FUNCTION_WORDS.has(token.lower) || TIME.test(token.lower));

/**
 * Trims source words to who speaks: no relative clause, no adverb, nothing of the clause before. A pronoun right before the cue is the
 * subject by itself.
 */
export function withTrimmedSources({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source, cue } = one;
    if (!source || one.floating) return one;
    let kept = wholeName(tokens, bare(tokens, source), one);
    if (kept.to <= cue.from) {
      kept = subjectOf(tokens, kept);
      const last = tokens[kept.to - 1] as Token;
      const before = tokens[kept.to - 2];
      const joined = before?.lower === 'and' || before?.lower === 'or';
      if (SUBJECTS.test(last.lower) && last.shape !== SHAPE.capitals && !joined)
        kept = { from: kept.to - 1, to: kept.to };
    }
    return { ...one, source: kept };
  });
}

/** Gives the words of whom a medium cites: in "Reuters, citing local officials, reported" the officials speak, and Reuters carries it. */
export function withCited({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source } = one;
    if (!source) return one;
    for (let i = source.from + 1; i + 1 < source.to; i++) {
      if (tokens[i]?.lower !== 'citing') continue;
      const outer = bare(tokens, { from: source.from, to: i });
      return { ...one, source: { from: i + 1, to: source.to }, relay: one.relay ?? outer };
    }
    return one;
  });
}

const inName = (token: Token | undefined) =>
  (isName(token) && !isGrammar(token)) || /^(?:al|el|de|van|von|bin|ibn)(?:-|$)/.test(token?.lower ?? '');

/** The run of capitalised words that ends before a token; null when there is none. */
function nameBefore(tokens: readonly Token[], to: number): TokenRun | null {
  let from = to;
  while (from > 0 && inName(tokens[from - 1]) && tokens[from - 1]?.sentence === tokens[to - 1]?.sentence) from--;
  return from < to && isName(tokens[from]) ? { from, to } : null;
}

/** The run of capitalised words that begins with a token; null when there is none. */
function nameFrom(tokens: readonly Token[], from: number): TokenRun | null {
  let to = from;
  while (inName(tokens[to]) && tokens[to]?.sentence === tokens[from]?.sentence) to++;
  return to > from ? { from, to } : null;
}

/** The longest name that stands between commas beside a description. */
const LONGEST_NAME = 5;
const isShort = (run: TokenRun | null): run is TokenRun => run !== null && run.to - run.from <= LONGEST_NAME;

/**
 * Joins a name and the description beside it: "Fredys Cerrato, trade minister of Honduras, called" and "According to his wife, Amanda, he left"
 * name the speaker in both parts.
 */
export function withAppositions({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source, cue, content } = one;
    if (!source || one.floating) return one;
    const words = tokens.slice(source.from, source.to);
    const first = words[0] as Token;
    const noun = words.some(({ lower }) => PERSON_NOUNS.has(lower) || TITLES.has(lower));
    if (!noun || PRONOUNS.has(first.lower)) return one;
    const before = nameBefore(tokens, source.from - 1);
    const described = /^(?:an?|the|one|his|her|their)$/.test(first.lower) || isName(first);
    if (
      tokens[source.from - 1]?.text === ',' &&
      tokens[source.from - 1]?.sentence === first.sentence &&
      isShort(before)
    ) {
      const start = tokens[before.from - 1];
      const opens = !start || start.sentence !== first.sentence || before.from === cue.to || start.lower === 'and';
      const free = !content.some(({ from, to }) => from < before.to && to > before.from);
      if (described && opens && free && before.to - before.from > 1)
        return { ...one, source: { from: before.from, to: source.to } };
    }
    const after = tokens[source.to]?.text === ',' ? nameFrom(tokens, source.to + 1) : null;
    if (!isShort(after) || isName(tokens[source.to - 1])) return one;
    const next = tokens[after.to];
    if (next?.text !== ',' && after.to !== cue.from) return one;
    if (after.from <= cue.from && after.to > cue.from) return one;
    const moved = content.map((run) =>
      run.from <= after.to && run.to > after.to + 1 && run.from >= source.to ? { from: after.to + 1, to: run.to } : run,
    );
    return { ...one, source: { from: source.from, to: after.to }, content: moved };
  });
}
