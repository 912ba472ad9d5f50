import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Kind, type Round, slowestOf } from './round.ts';

/** The seed of a run that does not name one. Another one gives other cases; what it finds is kept in `finds`. */
const SEED = 20_190_110;
const FINDS = 'tests/fuzz/finds';
/** Processes at the same time. */
const ABREAST = 2;

/** Runs a part of the cases in a process of its own. */
function runPart(kind: Kind, seed: number, from: number, to: number): Promise<Round> {
  const child = spawn(
    process.execPath,
    ['src/commands/run.mjs', '../../tests/fuzz/part.ts', kind, String(seed), String(from), String(to)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`the cases from ${from} to ${to} of ${kind} ended with code ${code}`));
    });
  });
}

/** Several parts of one run, as one; the parts ran at the same time. */
function joined(parts: Round[], kind: Kind): Round {
  const counts: Record<string, number> = {};
  for (const part of parts)
    for (const [outcome, count] of Object.entries(part.counts)) counts[outcome] = (counts[outcome] ?? 0) + count;
  return {
    kind,
    cases: parts.reduce((sum, { cases }) => sum + cases, 0),
    seconds: Math.max(...parts.map(({ seconds }) => seconds)),
    counts: Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a)),
    slowest: slowestOf(parts.flatMap(({ slowest }) => slowest)),
    finds: parts.flatMap(({ finds }) => finds),
  };
}

async function runAll(kind: Kind, seed: number, from: number, cases: number): Promise<Round> {
  const share = Math.ceil(cases / ABREAST);
  const starts = Array.from({ length: ABREAST }, (_, index) => from + index * share);
  const parts = starts.map((start) =>
    runPart(kind, seed, start, Math.max(start, Math.min(start + share, from + cases))),
  );
  return joined(await Promise.all(parts), kind);
}

/** Keeps the input of every find as a file that `finds.test.ts` reads from now on, and says how to see it again. */
function keep({ finds }: Round): void {
  mkdirSync(FINDS, { recursive: true });
  for (const find of finds) {
    const file = `${FINDS}/${find.kind}-${find.seed}-${find.number}.json`;
    writeFileSync(file, `${JSON.stringify(find, null, 2)}\n`);
    console.error(
      `${find.kind} ${find.number}: ${find.fault}. Kept as ${file}; --seed ${find.seed} --from ${find.number}`,
    );
  }
}

/**
 * Reads corpora and links that nobody would write, and holds what comes of them against the laws. `--corpus N --queries N` are how many,
 * `--seed S` which, `--from I` the number of the first; `--out FILE` keeps the figures. Exit code 1 when a law was broken.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string', default: '1000000' },
      queries: { type: 'string', default: '10000000' },
      seed: { type: 'string', default: String(SEED) },
      from: { type: 'string', default: '0' },
      out: { type: 'string' },
    },
  });
  const [corpora, queries, seed, from] = [values.corpus, values.queries, values.seed, values.from].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (![corpora, queries, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error('--corpus, --queries, --seed and --from take whole numbers from 0');
    return 2;
  }
  const rounds: Round[] = [];
  if (corpora > 0) rounds.push(await runAll('corpus', seed, from, corpora));
  if (queries > 0) rounds.push(await runAll('query', seed, from, queries));
  for (const round of rounds) keep(round);
  const figures = JSON.stringify({ seed, from, rounds }, null, 2);
  console.log(figures);
  if (values.out) writeFileSync(values.out, `${figures}\n`);
  return rounds.every(({ finds }) => finds.length === 0) ? 0 : 1;
}
