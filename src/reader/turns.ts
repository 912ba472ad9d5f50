import { type Range, type Segmented, SHAPE, type Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

/** The longest label, in tokens: "FOREIGN MINISTER MARIA DE LA CRUZ". */
const LONGEST_LABEL = 7;
/** So few paragraphs with labels are no transcript. */
const FEWEST_TURNS = 3;
/** Labels of those who only ask. */
const ASKERS = new Set('q question questions interviewer reporter moderator host presenter anchor audience'.split(' '));

/** Words that say what a piece is and not who speaks: "Interview: the minister on water prices". */
const HEADINGS = new Set(
  'interview interviews exclusive analysis opinion comment commentary editorial explainer profile review update updates breaking live watch video listen podcast photo photos picture pictures gallery timeline factbox correction corrections clarification feature features background note notes warning summary recap transcript full text read more related subject date time place topic topics headline title source sources credit caption'.split(
    ' ',
  ),
);

/** One turn of a transcript: the words that name the speaker, and what is said, a run for each paragraph. */
export type Turn = { label: TokenRun; content: TokenRun[] };

/** The label that a paragraph begins with: capitalised words before a colon; null when there is none. */
function labelOf(tokens: readonly Token[], { from, to }: Range): TokenRun | null {
  const limit = Math.min(to - 1, from + LONGEST_LABEL);
  for (let i = from; i <= limit; i++) {
    const token = tokens[i] as Token;
    if (token.text === ':') return i > from && i + 1 < to ? { from, to: i } : null;
    const name = token.shape === SHAPE.capital || token.shape === SHAPE.capitals;
    if (!name && token.text !== '.' && !/^(?:de|la|van|von|bin|al|of)$/.test(token.lower)) return null;
  }
  return null;
}

/**
 * Finds the turns of a transcript: paragraphs that begin with a name and a colon. Labels take turns when there are at least three, of at least
 * two speakers, and one speaks again; else they are headings or captions, and there are no turns. A label that says what the piece is counts for nothing. What follows a turn without a label belongs to
 * it up to the next one; behind the last turn only its own paragraph does.
 */
export function findTurns({ tokens, paragraphs }: Segmented): Turn[] {
  const lastWord = (label: TokenRun) => (tokens[label.to - 1] as Token).lower;
  const all = paragraphs.map((paragraph) => labelOf(tokens, paragraph));
  const labels = all.map((label) => (label && HEADINGS.has(lastWord(label)) ? null : label));
  const words = labels.flatMap((label) => (label ? [lastWord(label)] : []));
  const speakers = new Set(words);
  if (words.length < FEWEST_TURNS || speakers.size < 2 || speakers.size === words.length) return [];
  const turns: Turn[] = [];
  const end = labels.findLastIndex((label) => label !== null);
  for (const [i, paragraph] of paragraphs.entries()) {
    const label = labels[i];
    if (label) turns.push({ label, content: [{ from: label.to + 1, to: paragraph.to }] });
    else if (all[i]) continue;
    else if (i < end) turns.at(-1)?.content.push({ from: paragraph.from, to: paragraph.to });
  }
  return turns;
}

/** Makes statements of the turns of a transcript, in place of what the passes found within them. Those who only ask say nothing. */
export function withTurns(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const turns = findTurns(segmented);
  if (turns.length === 0) return [...statements];
  const taken = new Uint8Array(segmented.tokens.length);
  for (const { label, content } of turns) for (const { from, to } of [label, ...content]) taken.fill(1, from, to);
  const said = turns.filter(({ label }) => !ASKERS.has((segmented.tokens[label.to - 1] as Token).lower));
  return [
    ...statements.filter(({ cue }) => taken[cue.from] === 0),
    ...said.map(({ label, content }) => ({
      cue: { from: label.to, to: label.to, margin: 0 },
      source: label,
      content,
      sourceMargin: 0,
      contentMargin: 0,
      relay: null,
      floating: 'turn' as const,
    })),
  ].sort((a, b) => a.cue.from - b.cue.from);
}
