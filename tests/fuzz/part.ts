import { type Kind, runRound } from './round.ts';

/** One process of a run: `corpus|query SEED FROM TO`. Prints what it came to as JSON, and how far it is on the other output. */
export async function main([kind = '', ...numbers]: string[]): Promise<number> {
  const [seed = 0, from = 0, to = 0] = numbers.map(Number);
  const tenth = Math.max(1000, Math.floor((to - from) / 10_000) * 1000);
  const round = runRound(kind as Kind, seed, from, to, (done) => {
    if (done > 0 && done % tenth === 0) process.stderr.write(`${kind}: ${done.toLocaleString('en')} from ${from}\n`);
  });
  process.stdout.write(JSON.stringify(round));
  return 0;
}
