// @vitest-environment node
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Coverage } from '../../src/coverage/coverage.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import type { FromWorker, ToWorker } from '../../src/source/coverageMessages.ts';
import { QUESTIONS } from '../../src/source/questions.ts';
import { workerCoverage } from '../../src/source/workerCoverage.ts';
import { filtersFor } from '../exports/views.ts';
import { inMemory } from '../fixtures/ask.ts';
import { indexed } from '../fixtures/indexed.ts';
import { LARGE, largeCorpus } from '../fixtures/largeCorpus.ts';
import { machineMade } from '../fixtures/machineMade.ts';
import { bundledCorpus, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';
import { wishesFor } from '../fixtures/wishes.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';

/** The worker's own code, asked as a page would ask it: what goes over is copied, both ways. */
async function inWorker(corpus: Corpus): Promise<Coverage> {
  let hear: (event: { data: ToWorker }) => void = () => {};
  const page = { onmessage: (_: { data: FromWorker }) => {} };
  let head: (message: FromWorker) => void = () => {};
  const opened = new Promise<FromWorker>((resolve) => {
    head = resolve;
  });
  vi.resetModules();
  vi.stubGlobal('addEventListener', (_: string, listen: typeof hear) => {
    hear = listen;
  });
  vi.stubGlobal('postMessage', (message: FromWorker) => {
    const copy = structuredClone(message);
    if (copy.type === 'answers') queueMicrotask(() => page.onmessage({ data: copy }));
    else if (copy.type !== 'stage') head(copy);
  });
  await import('../../src/source/coverageWorker.ts');
  // Spaces at the end make a file large, however little it says.
  hear({ data: { type: 'open', file: JSON.stringify(corpus).padEnd(1_600_000), origin: { kind: 'built-in' } } });
  const message = await opened;
  if (message.type !== 'head') throw new Error(`It did not stay: ${JSON.stringify(message).slice(0, 300)}`);
  const worker = Object.assign(page, {
    postMessage: (message: ToWorker) => hear({ data: structuredClone(message) }),
    terminate: () => {},
  });
  return workerCoverage(worker as unknown as Worker, message.head);
}

const CORPORA: [name: string, corpus: Corpus][] = [
  ['bundled', bundledCorpus()],
  ['small', smallCorpus()],
  ['minimal', minimalCorpus()],
  ['machine-made', machineMade(bundledCorpus(), ['accepted', 'none', 'bulk'])],
  ['crowded', FIXTURES.crowded()],
  ['one', FIXTURES.one()],
  ['none', FIXTURES.none()],
  ['scripts', FIXTURES.scripts()],
  ['of many articles', largeCorpus({ ...LARGE, statements: 300, articles: 30, actors: 40 })],
];

describe('the questions', () => {
  it('have each a name of its own, in one way of writing, and are all asked here', () => {
    const names = [...QUESTIONS.keys()];
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(wishesFor(bundledCorpus()).map(([name]) => name))).toEqual(new Set(names));
  });
});

describe.each(CORPORA)('engines over the %s coverage', (_, corpus) => {
  let far: Coverage;
  const near = inMemory(indexed(corpus));
  beforeAll(async () => {
    far = await inWorker(corpus);
  }, 60_000);

  it('know the same of it before they are asked', () => {
    expect(far.head).toEqual(near.head);
  });

  it('give the same answers at any state of the filters', async () => {
    const wishes = wishesFor(corpus);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant(NO_FILTERS), filtersFor(corpus)), async (filters) => {
        const answers = await Promise.all(
          wishes.map(([name, wants]) => far.select(filters).ask(QUESTIONS.get(name) as never, wants)),
        );
        for (const [at, [name, wants]] of wishes.entries())
          expect(answers[at], name).toEqual(near.select(filters).ask(QUESTIONS.get(name) as never, wants));
      }),
      { numRuns: 8 },
    );
  });
});

describe('answers about a large coverage', () => {
  /** What grows with the coverage, and why. */
  const LONG: Record<string, string> = {
    'actor-names': 'two coverages are compared, of which neither has the other',
    'placed-venues': 'a file of all venues is made of it, with the map of the page',
    'passage-counts': 'a tab for each article',
    edition: 'what a printer prints',
    scenes: 'the scenes of a wall, up to 200 of a kind',
    article: 'an article is read',
    'tie-matrix': 'at most 2,000 ties',
  };

  it('are short: what is drawn of it, and how many there are', () => {
    const corpus = largeCorpus({ ...LARGE, statements: 5000, articles: 400, actors: 600 });
    const selection = inMemory(corpus).select(NO_FILTERS);
    const long = wishesFor(corpus).flatMap(([name, wants]) => {
      const question = QUESTIONS.get(name);
      if (!question || question.passing || name in LONG) return [];
      const { length } = JSON.stringify(selection.ask(question, wants) ?? null);
      return length > 60_000 ? [`${name}: ${length}`] : [];
    });
    expect(long).toEqual([]);
  });
});
