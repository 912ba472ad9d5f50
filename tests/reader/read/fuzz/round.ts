import { watchPrototypes } from '../../../fuzz/prototypes.ts';
import { Random } from '../../../fuzz/random.ts';
import { fileCase } from './cases.ts';
import { fileOutcome } from './laws.ts';

/** A case that broke a law; the same seed and number make it again. */
type FileFind = { seed: number; number: number; fault: string };

/** What a run came to: cases by outcome, a case with several counts for each; the slowest in milliseconds of the processor. */
export type FileRound = {
  seed: number;
  from: number;
  cases: number;
  seconds: number;
  counts: Record<string, number>;
  slowest: { number: number; milliseconds: number; bytes: number }[];
  finds: FileFind[];
};

/** One case in so many is read twice. */
const TWICE = 20;

/** Reads the files of a seed with the numbers from `from` to `to` - 1. */
export async function fileRound(
  seed: number,
  from: number,
  to: number,
  onThousand = (_: number) => {},
): Promise<FileRound> {
  const unchanged = watchPrototypes();
  const start = process.cpuUsage();
  const counts: Record<string, number> = Object.create(null);
  const finds: FileFind[] = [];
  let slowest: FileRound['slowest'] = [];
  for (let number = from; number < to; number += 1) {
    const file = fileCase(new Random(seed, number));
    const { fault, outcomes, milliseconds } = await fileOutcome(file, number % TWICE === 0);
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (fault !== null && finds.length < 50) finds.push({ seed, number, fault });
    if (milliseconds > (slowest[4]?.milliseconds ?? 0))
      slowest = [...slowest, { number, milliseconds, bytes: file.bytes.length }]
        .sort((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, 5);
    if (number % 1000 === 0) onThousand(number);
  }
  if (!unchanged()) finds.push({ seed, number: to, fault: 'a prototype has changed' });
  const { user, system } = process.cpuUsage(start);
  const sorted = Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
  return { seed, from, cases: to - from, seconds: (user + system) / 1e6, counts: sorted, slowest, finds };
}
