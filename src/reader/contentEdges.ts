import { MARK, type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

/** Verbs of speaking that take somebody and "to": what is said begins at "to". */
const URGES =
  /^(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|warn(?:s|ed|ing)?|advis(?:e|es|ed|ing)|told|tell(?:s|ing)?|encourag(?:e|es|ed|ing)|order(?:s|ed|ing)?|instruct(?:s|ed|ing)?|invit(?:e|es|ed|ing)|on)$/;
/** Verbs behind which whom they speak of belongs to what is said: "called it a mistake". */
const CALLS = /^(?:call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|brand(?:s|ed)|label(?:s|led)|dubb?(?:ed|s))$/;
const TIME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|morning|afternoon|evening|night)$/;
const BEFORE_TIME = /^(?:late|early|on|last|this|yesterday)$/;
/** Words that begin a phrase between a verb of speaking and "that". */
const PHRASE = /^(?:in|on|at|to|for|before|after|during|earlier|yesterday|today|later|with|through|via)$/;
const VERB = /^(?:is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|must|should|did|does|do)$/;
/** Words that a clause begins with behind whom somebody told it. */
const OPENS = /^(?:the|an?|he|she|they|it|we|i|there|his|her|their|its|this|these|that)$/;
/** How far the beginning of content is moved, in tokens, and what must be left. */
const FARTHEST = 14;
const NEAR = 7;
const FEWEST_WORDS = 2;

const isName = (token: Token | undefined) => token?.shape === SHAPE.capital || token?.shape === SHAPE.capitals;

/** Where content that follows its cue begins when what it begins with tells to whom, when or how it is said. */
function beginning(tokens: readonly Token[], { from, to }: TokenRun, cue: TokenRun): number {
  const verb = tokens[cue.to - 1]?.lower ?? '';
  let start = from;
  let at = start;
  while (at < to && BEFORE_TIME.test(tokens[at]?.lower ?? '') && at - start < 2) at++;
  if (TIME.test(tokens[at]?.lower ?? '')) {
    while (at < to && (TIME.test(tokens[at]?.lower ?? '') || tokens[at]?.text === ',')) at++;
    start = at;
  }
  if (tokens[start]?.lower === 'that') return start + 1;
  if (PHRASE.test(tokens[start]?.lower ?? ''))
    for (let i = start + 1; i < Math.min(to, start + FARTHEST); i++) {
      const { lower, mark } = tokens[i] as Token;
      if (VERB.test(lower) || mark !== MARK.none) break;
      if (lower === 'that' && !/^(?:of|in|on|at|to|for|with)$/.test(tokens[i - 1]?.lower ?? '')) return i + 1;
    }
  if (URGES.test(verb) && start === cue.to) {
    let i = start;
    while (
      i < Math.min(to, start + NEAR) &&
      tokens[i]?.lower !== 'to' &&
      tokens[i]?.shape !== SHAPE.other &&
      !VERB.test(tokens[i]?.lower ?? '')
    )
      i++;
    if (
      i > start &&
      tokens[i]?.lower === 'to' &&
      tokens[i + 1]?.shape === SHAPE.lower &&
      !OPENS.test(tokens[i + 1]?.lower ?? '')
    )
      return i;
    if (/^(?:told|tell(?:s|ing)?)$/.test(verb)) {
      let name = start;
      while (name < to && isName(tokens[name])) name++;
      if (name > start && OPENS.test(tokens[name]?.lower ?? ''))
        return tokens[name]?.lower === 'that' ? name + 1 : name;
    }
  }
  return start;
}

/** Mends the edges of content by what always holds: the words between a cue and "that" are none of it, nor is what follows a semicolon. */
export function withContentEdges({ tokens }: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  return statements.map((one) => {
    const { cue, source } = one;
    if (one.floating) return one;
    const content = one.content.map((run, piece) => {
      let { from, to } = run;
      const near = piece === 0 && from >= cue.to && from <= cue.to + 1;
      if (near) {
        const moved = beginning(tokens, run, cue);
        if (to - moved > FEWEST_WORDS) from = moved;
      } else if (piece === 0 && from > cue.to && from <= cue.to + 4 && CALLS.test(tokens[cue.to - 1]?.lower ?? '')) {
        const free = !source || source.to <= cue.from || source.from >= to;
        const between = tokens.slice(cue.to, from);
        if (free && between.every(({ shape, mark }) => shape !== SHAPE.other || mark !== MARK.none)) from = cue.to;
      }
      const words = tokens.slice(from, to);
      if (words.every(({ quotation }) => quotation === 0) && cue.to <= from) {
        const end = words.findIndex(({ text }) => text === ';');
        if (end > FEWEST_WORDS) to = from + end;
      }
      return { from, to };
    });
    return { ...one, content };
  });
}
