import { SPEECH_FORMS } from './lexicons/speechVerbs.ts';
import { OUTLETS } from './lexicons/titles.ts';
import type { Range, Segmented } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const BEFORE_DAY = /^(?:on|late|early|earlier|last)$/;
/** Words that name who reports: at most so many. */
const LONGEST_SOURCE = 8;
/** A sentence with fewer words before the comma says too little. */
const FEWEST_WORDS = 5;
/** How sure the form is, in the measure of the passes: a comma, an outlet and a verb of speaking at the end leave little doubt. */
const MARGIN = 100;

/** The outlet and its verb at the end of a sentence: "…, KCNA said on Thursday."; null where there is none. */
function frameOf(
  { text, tokens }: Segmented,
  sentence: Range,
): { content: TokenRun; source: TokenRun; cue: TokenRun } | null {
  let to = sentence.to;
  while (to > sentence.from && /^[.!?]$/.test(tokens[to - 1]?.text ?? '')) to--;
  if (DAY.test(tokens[to - 1]?.lower ?? '')) {
    to--;
    while (BEFORE_DAY.test(tokens[to - 1]?.lower ?? '')) to--;
  }
  const verb = tokens[to - 1];
  if (!verb || verb.quotation > 0 || !/^(?:reported|reports|said|says)$/.test(verb.lower)) return null;
  let from = to - 1;
  while (from > sentence.from && to - from <= LONGEST_SOURCE && tokens[from - 1]?.text !== ',') from--;
  if (tokens[from - 1]?.text !== ',' || from >= to - 1 || from - 1 - sentence.from < FEWEST_WORDS) return null;
  const source = { from, to: to - 1 };
  const words = text.slice(tokens[from]?.start, tokens[to - 2]?.end);
  if (!OUTLETS.test(words) && !/\bmedia$/i.test(words)) return null;
  return { content: { from: sentence.from, to: from - 1 }, source, cue: { from: to - 1, to } };
}

const within = (inner: TokenRun, outer: TokenRun) => inner.from >= outer.from && inner.to <= outer.to;

/**
 * Adds what an outlet says at the end of a sentence and the passes did not see: "Xi accepted an offer to visit Pyongyang, state media reported on
 * Thursday." What somebody in it is told to have done, by a verb that is none of speaking, is then no statement of theirs.
 */
export function withTrailing(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const { tokens, sentences } = segmented;
  const bySentence = new Map<number, RoughStatement[]>();
  for (const one of statements) {
    const n = tokens[one.cue.from]?.sentence ?? 0;
    bySentence.set(n, [...(bySentence.get(n) ?? []), one]);
  }
  const gone = new Set<RoughStatement>();
  const added: RoughStatement[] = [];
  for (const [n, own] of bySentence) {
    const sentence = sentences[n];
    const frame = sentence && frameOf(segmented, sentence);
    if (!frame || own.some(({ cue }) => cue.to > frame.content.to)) continue;
    const inner = own.filter(({ cue }) => within(cue, frame.content));
    for (const one of inner) {
      const words = tokens.slice(one.cue.from, one.cue.to);
      if (!words.some(({ lower }) => SPEECH_FORMS.has(lower) && !ACTS.has(lower))) gone.add(one);
    }
    const { content, source, cue } = frame;
    added.push({
      cue: { ...cue, margin: MARGIN },
      source,
      content: [content],
      sourceMargin: MARGIN,
      contentMargin: MARGIN,
      relay: null,
      floating: null,
    });
  }
  if (added.length === 0) return [...statements];
  return [...statements.filter((one) => !gone.has(one)), ...added].sort((a, b) => a.cue.from - b.cue.from);
}

/** Verbs of speaking that are as often acts: who "accepted an offer" has not said the offer. */
const ACTS = new Set([
  'accepted',
  'accepts',
  'accept',
  'accepting',
  'offered',
  'offers',
  'welcomed',
  'welcomes',
  'agreed',
  'agrees',
  'signed',
]);
