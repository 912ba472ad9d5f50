import { PRONOUNS, SUBJECTS } from './lexicons/sourceWords.ts';
import { PERSON_NOUNS, TITLES } from './lexicons/titles.ts';
import { type Segmented, SHAPE, type Token } from './segmented.ts';
import type { Run } from './spans.ts';
import type { RoughStatement } from './statements.ts';

const isName = (token: Token | undefined) => token?.shape === SHAPE.capital || token?.shape === SHAPE.capitals;
const isSign = (token: Token | undefined) => token?.shape === SHAPE.other && !/^[()%$€£[\]]/.test(token.text);

/** Words between a speaker and the cue that tell how or when something is said. */
const ADVERB =
  /^(?:also|later|then|earlier|further|again|once|sometimes|never|often|now|still|already|both|who|which|has|had|have|was|were)$|[^f]ly$/;
/** Words behind which the subject of the cue begins when no verb follows: "proclamations which analysts say". */
const RELATIVE = /^(?:which|whom|where)$/;
/** Verbs that a relative clause begins with, and clauses end on. */
const VERB = /^(?:is|are|was|were|has|have|had|will|would|could|can|did|does|do)$|(?:ed|es)$/;

/** The source without the signs, adverbs and relative words at its end, and the signs at its beginning. */
function bare(tokens: readonly Token[], { from, to }: Run): Run {
  let [start, end] = [from, to];
  while (end - start > 1 && (isSign(tokens[end - 1]) || endsOn(tokens[end - 1]))) end--;
  while (end - start > 1 && isSign(tokens[start])) start++;
  return { from: start, to: end };
}

const endsOn = (token: Token | undefined) => token?.shape === SHAPE.lower && ADVERB.test(token.lower);

/**
 * The part of source words before a cue that can be its subject: what stands behind a semicolon, or behind "which" when no verb of the relative
 * clause follows; and what stands before a relative clause with a verb of its own.
 */
function subjectOf(tokens: readonly Token[], { from, to }: Run): Run {
  for (let i = to - 2; i > from; i--) {
    const { text, lower } = tokens[i] as Token;
    if (text === ';' || text === ':') return { from: i + 1, to };
    if (RELATIVE.test(lower) || lower === 'who') {
      const next = tokens[i + 1] as Token;
      const owns = next.shape === SHAPE.lower && VERB.test(next.lower);
      if (!owns && lower !== 'who') return { from: i + 1, to };
      if (isSign(tokens[i - 1])) return bare(tokens, { from, to: i });
    }
  }
  return { from, to };
}

/**
 * Trims source words to who speaks: no relative clause, no adverb, nothing of the clause before. A pronoun right before the cue is the
 * subject by itself.
 */
export function withTrimmedSources({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { source, cue } = one;
    if (!source || one.floating) return one;
    let kept = bare(tokens, source);
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

/** The run of capitalised words that ends before a token; null when there is none. */
function nameBefore(tokens: readonly Token[], to: number): Run | null {
  let from = to;
  while (from > 0 && isName(tokens[from - 1]) && tokens[from - 1]?.sentence === tokens[to - 1]?.sentence) from--;
  return from < to ? { from, to } : null;
}

/** The run of capitalised words that begins with a token; null when there is none. */
function nameFrom(tokens: readonly Token[], from: number): Run | null {
  let to = from;
  while (isName(tokens[to]) && tokens[to]?.sentence === tokens[from]?.sentence) to++;
  return to > from ? { from, to } : null;
}

/** The longest name that stands between commas beside a description. */
const LONGEST_NAME = 5;
const isShort = (run: Run | null): run is Run => run !== null && run.to - run.from <= LONGEST_NAME;

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
    const described = /^(?:an?|the|one|his|her|their)$/.test(first.lower) || TITLES.has(first.lower);
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
