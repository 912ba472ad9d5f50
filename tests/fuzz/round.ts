import { corpusCase } from './corpusCases.ts';
import { corpusOutcome, type Outcome } from './corpusLaws.ts';
import { watchPrototypes } from './prototypes.ts';
import { queryCase } from './queryCases.ts';
import { queryOutcome } from './queryLaws.ts';
import { Random } from './random.ts';

export const KINDS = {
  corpus: { make: corpusCase, outcomeOf: corpusOutcome },
  query: { make: queryCase, outcomeOf: queryOutcome },
} satisfies Record<string, { make: (random: Random) => string; outcomeOf: (input: string) => Outcome }>;
export type Kind = keyof typeof KINDS;

/** A case that broke a law. */
export type Find = { kind: Kind; seed: number; number: number; fault: string; input: string };

/** A case that took its time: its number, how long, and how long its input is. */
export type Slow = { number: number; milliseconds: number; characters: number };

/** What a run of cases came to; `counts` are cases by outcome, a case with several kinds of problems counts for each. */
export type Round = {
  kind: Kind;
  cases: number;
  seconds: number;
  counts: Record<string, number>;
  /** The few that took longest to read, the slowest first. */
  slowest: Slow[];
  finds: Find[];
};

/** Slower than this, in milliseconds, a case is read again, now by the clock of the processor: others use the machine, too. The least counts. */
const SLOW = 5;
/** How many of the slowest are told. */
const MOST_SLOW = 5;
/** Where the list of finds ends: many are one fault. */
const MOST_FINDS = 20;

/** The slowest of some cases, the slowest first. */
export const slowestOf = (cases: Slow[]): Slow[] =>
  cases.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, MOST_SLOW);

/** Milliseconds of the processor that a piece of work takes. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs the cases of a seed with the numbers from `from` to `to` - 1. */
export function runRound(kind: Kind, seed: number, from: number, to: number, onThousand = (_: number) => {}): Round {
  const { make, outcomeOf } = KINDS[kind];
  const unchanged = watchPrototypes();
  const start = performance.now();
  const counts: Record<string, number> = Object.create(null);
  const round: Round = {
    kind,
    cases: to - from,
    seconds: 0,
    counts,
    slowest: [],
    finds: [],
  };
  const find = (number: number, fault: string, input: string) => {
    if (round.finds.length < MOST_FINDS) round.finds.push({ kind, seed, number, fault, input });
  };
  for (let number = from; number < to; number += 1) {
    const input = make(new Random(seed, number));
    let { fault, outcomes, milliseconds } = outcomeOf(input);
    for (let more = 2; more > 0 && milliseconds > SLOW; more -= 1)
      milliseconds = Math.min(
        milliseconds,
        cpuOf(() => outcomeOf(input)),
      );
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (milliseconds > (round.slowest[MOST_SLOW - 1]?.milliseconds ?? 0))
      round.slowest = slowestOf([...round.slowest, { number, milliseconds, characters: input.length }]);
    if (fault !== null) find(number, fault, input);
    if (number % 1000 === 0) {
      onThousand(number - from);
      if (!unchanged()) find(number, 'a prototype has changed in one of the last thousand cases', input);
    }
  }
  if (!unchanged()) find(to, 'a prototype has changed in one of the last thousand cases', '');
  round.seconds = (performance.now() - start) / 1000;
  return round;
}
