import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileRound } from './round.ts';

/**
 * Reads files that nobody would write, and holds what comes of them against the laws. `--cases N` are how many, `--seed S` which, `--from I` the
 * number of the first; `--out FILE` keeps the figures. Exit code 1 when a law was broken.
 */
export async function main(args: string[]): Promise<number> {
  const options = {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20190110' },
    from: { type: 'string', default: '0' },
    out: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const [cases, seed, from] = [Number(values.cases), Number(values.seed), Number(values.from)];
  if (![cases, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error('--cases, --seed and --from take whole numbers from 0');
    return 2;
  }
  const round = await fileRound(seed, from, from + cases, (number) =>
    console.error(`${number.toLocaleString('en')} of ${(from + cases).toLocaleString('en')}`),
  );
  const figures = JSON.stringify(round, null, 2);
  console.log(figures);
  if (values.out) writeFileSync(values.out, `${figures}\n`);
  return round.finds.length === 0 ? 0 : 1;
}
