import { OUTLETS } from './lexicons/titles.ts';
import type { Segmented, Token } from './segmented.ts';
import type { TokenRun } from './spans.ts';
import type { RoughStatement } from './statements.ts';

/** Statements whose cues are farther apart than so many tokens share no words: the windows of the span pass end before. */
const NEAR = 260;

/** The statements whose cues stand near that of statement `i`; statements come in the order of their cues. */
function* neighbours(statements: readonly RoughStatement[], i: number): Generator<RoughStatement> {
  const { cue } = statements[i] as RoughStatement;
  for (const step of [-1, 1])
    for (let k = i + step; k >= 0 && k < statements.length; k += step) {
      const other = statements[k] as RoughStatement;
      if (Math.abs(other.cue.from - cue.from) > NEAR) break;
      yield other;
    }
}

const within = (cue: TokenRun, run: TokenRun) => cue.from >= run.from && cue.to <= run.to;
const sizeOf = (content: readonly TokenRun[]) => content.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * Stage 7 takes apart what is said within what is said. A statement within another one only repeats a part of it and goes;
 * but when a medium reports nothing beside what somebody said, the inner statement stays and the medium is its relay.
 */
export function withoutNested(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const outer = new Map<RoughStatement, RoughStatement>();
  for (const [i, one] of statements.entries())
    for (const other of neighbours(statements, i))
      if (other.content.some((run) => within(one.cue, run)) && sizeOf(other.content) >= sizeOf(one.content))
        outer.set(one, other);
  const carried = new Map<RoughStatement, RoughStatement>();
  for (const [inner, other] of outer) {
    if (!other.source || outer.has(other) || !inner.source) continue;
    const said = sizeOf(inner.content) + inner.cue.to - inner.cue.from + inner.source.to - inner.source.from;
    if (said >= 0.75 * sizeOf(other.content) && OUTLETS.test(wordsOf(segmented, other.source)))
      carried.set(inner, other);
  }
  const relays = new Set(carried.values());
  const kept: RoughStatement[] = [];
  for (const one of statements) {
    const carrier = carried.get(one);
    if (carrier) kept.push({ ...one, relay: carrier.source });
    else if (!outer.has(one) && !relays.has(one)) kept.push(one);
  }
  return kept.map((one) => (one.relay ? one : { ...one, relay: relayOf(segmented, one) }));
}

function wordsOf({ text, tokens }: Segmented, { from, to }: TokenRun): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** The words that name who carries a statement: "told Reuters", "in an interview with the BBC", "quoted as saying by Xinhua". */
function relayOf(segmented: Segmented, { cue, source, content }: RoughStatement): TokenRun | null {
  const { tokens } = segmented;
  const sentence = (tokens[cue.from] as Token).sentence;
  const limit = segmented.sentences[sentence]?.to ?? cue.to;
  const taken = (i: number) =>
    (source !== null && i >= source.from && i < source.to) || content.some(({ from, to }) => i >= from && i < to);
  const lastCue = (tokens[cue.to - 1] as Token).lower;
  for (let i = cue.to; i < Math.min(limit, cue.to + 12); i++) {
    if (taken(i)) break;
    const before = i === cue.to ? lastCue : (tokens[i - 1] as Token).lower;
    if (!/^(?:told|tells|telling|with|by|to|informed)$/.test(before)) continue;
    const from = tokens[i]?.lower === 'the' ? i + 1 : i;
    let to = from;
    while (to < limit && !taken(to) && /^\p{Lu}/u.test((tokens[to] as Token).text)) to++;
    const run = { from: i, to };
    if (to > from && OUTLETS.test(wordsOf(segmented, run))) return { from, to };
  }
  return null;
}

/**
 * Settles words that two statements claim: they belong to the one whose cue stands in their sentence, else to the nearer cue.
 * A statement that is left without content goes.
 */
export function withoutOverlap(segmented: Segmented, statements: readonly RoughStatement[]): RoughStatement[] {
  const { tokens } = segmented;
  const far = ({ cue }: RoughStatement, run: TokenRun) => {
    const sentences = [tokens[run.from], tokens[run.to - 1]].map((token) =>
      Math.abs((token as Token).sentence - (tokens[cue.from] as Token).sentence),
    );
    const gap = run.to <= cue.from ? cue.from - run.to : Math.max(0, run.from - cue.to);
    return Math.min(...sentences) * 1000 + gap;
  };
  const claims = statements.map((one) => [...one.content]);
  for (const [a, one] of statements.entries())
    for (let b = a + 1; b < statements.length; b++) {
      const other = statements[b] as RoughStatement;
      if (other.cue.from - one.cue.to > NEAR) break;
      for (const run of claims[a] as TokenRun[])
        for (const rival of claims[b] as TokenRun[]) {
          const shared = Math.min(run.to, rival.to) - Math.max(run.from, rival.from);
          if (shared <= 0 || shared < 0.5 * Math.min(run.to - run.from, rival.to - rival.from)) continue;
          const lost = far(one, run) <= far(other, rival) ? b : a;
          const gone = lost === a ? run : rival;
          claims[lost] = (claims[lost] as TokenRun[]).filter((kept) => kept !== gone);
        }
    }
  return statements.flatMap((one, i) =>
    (claims[i] as TokenRun[]).length > 0 ? [{ ...one, content: claims[i] as TokenRun[] }] : [],
  );
}
