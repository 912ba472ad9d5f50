import { FEW_SPEAKERS, LARGE, largeCorpus, MANY_TIES, type Sizes } from '../../tests/fixtures/largeCorpus.ts';
import { wishesFor } from '../../tests/fixtures/wishes.ts';
import { boundText } from '../corpus/bounds.ts';
import { readCorpusText } from '../corpus/readCorpus.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { memoryCoverage } from '../coverage/memoryCoverage.ts';
import { type Filters, NO_FILTERS } from '../domain/filters.ts';
import { corpusDigest } from '../exports/digest.ts';
import { QUESTIONS } from '../source/questions.ts';

/** Later runs of each piece; the machine has other work to do, so the best of them counts. */
const RUNS = 3;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A fixed piece of work, in milliseconds: what this machine makes of it now is the measure of everything else. */
function yardstick(): number {
  const words = Array.from({ length: 200_000 }, (_, index) => `word ${(index * 7919) % 200_000}`);
  return Math.min(
    ...Array.from({ length: 5 }, () => timeOf(() => new Map([...words].sort().map((word) => [word, 1])))),
  );
}

const SELECTIONS: [name: string, filters: Partial<Filters>][] = [
  ['all', {}],
  ['one actor', { actors: ['actor-15'] }],
  ['one kind', { kinds: ['direct'] }],
  ['one word', { text: 'ceasefire' }],
  ['two facets', { actors: ['actor-15'], kinds: ['indirect'] }],
  ['days', { from: '2017-01-01', to: '2017-12-31' }],
];

const KINDS: Record<string, Partial<Sizes>> = { usual: LARGE, ties: MANY_TIES, speakers: FEW_SPEAKERS };

/**
 * What an engine takes for each answer of a large coverage, beside a fixed piece of work: the first time and, in selections that it has not
 * seen, later. Arguments: `usual`, `ties` or `speakers`, and a number of statements.
 */
export async function main([kind = 'usual', count]: string[]): Promise<number> {
  const sizes = { ...(KINDS[kind] ?? LARGE), statements: Number(count ?? KINDS[kind]?.statements ?? LARGE.statements) };
  const text = JSON.stringify(largeCorpus(sizes));
  const unit = yardstick();
  console.log(`${sizes.statements} statements, ${(text.length / 1e6).toFixed(1)} MB`);
  console.log(`A fixed piece of work takes ${unit.toFixed(0)} ms here.\n`);
  const show = (name: string, ...times: number[]) =>
    console.log(
      `${name.padEnd(40)} ${times.map((time) => `${time.toFixed(1).padStart(8)} ${(time / unit).toFixed(2).padStart(6)}`).join(' ')}`,
    );
  console.log(`${'in ms, and in fixed pieces of work'.padEnd(42)} first            later`);
  show(
    'bounds of the text',
    timeOf(() => boundText(text)),
  );
  let opened = readCorpusText('');
  show(
    'the door',
    timeOf(() => {
      opened = readCorpusText(text);
    }),
  );
  if (!opened.ok) {
    console.error('The large corpus does not pass the door:', opened.problems.slice(0, 5));
    return 1;
  }
  const { corpus } = opened;
  show(
    'digest',
    timeOf(() => corpusDigest(corpus)),
  );
  const open = (): Coverage => memoryCoverage(corpus, { origin: { kind: 'built-in' }, digest: '' });
  show('head', timeOf(open));
  for (const [name, filters] of SELECTIONS)
    for (const [question, wants] of wishesFor(corpus)) {
      const known = QUESTIONS.get(question);
      if (!known) throw new Error(`There is no question ${question}.`);
      // Another coverage of the same corpus has what was looked up, and no answer.
      const ask = () =>
        open()
          .select({ ...NO_FILTERS, ...filters })
          .ask(known, wants);
      show(
        `${name}: ${question}`,
        timeOf(ask),
        Math.min(
          ...Array.from({ length: RUNS }, () => {
            const selection = open().select({ ...NO_FILTERS, ...filters });
            // The filters are applied once for all that a screen asks.
            selection.ask(QUESTIONS.get('shown') as never, null);
            return timeOf(() => selection.ask(known, wants));
          }),
        ),
      );
    }
  return 0;
}
