// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/corpus/problem.ts';
import { type CheckResult, readCorpus, readCorpusText } from '../../src/corpus/readCorpus.ts';
import { applyFilters } from '../../src/domain/applyFilters.ts';
import type { Corpus } from '../../src/domain/corpus.ts';
import { NO_FILTERS } from '../../src/domain/filters.ts';
import { byHand } from '../fixtures/byHand.ts';
import { changed, markedArticle, minimalCorpus, smallCorpus } from '../fixtures/markedCorpus.ts';

const small = smallCorpus();
const SHARED = '../shared/security';

/** Codes and paths of what was refused: `too-deep $`. */
function refusals(result: CheckResult): string[] {
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

/** Milliseconds that a piece of work takes. */
function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const many = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index));

describe('bounds', () => {
  it('refuses 81 MB before it is parsed, and counts bytes, not characters', () => {
    expect(refusals(readCorpusText(' '.repeat(81_000_000)))).toEqual(['too-large $']);
    expect(refusals(readCorpusText('"'.padEnd(27_500_000, '金')))).toEqual(['too-large $']);
  });

  it('refuses depth 33, as text and as a tree, and reads depth 32', () => {
    expect(refusals(readCorpusText(nested(33)))).toEqual(['too-deep $']);
    expect(refusals(readCorpusText(nested(32)))).toEqual(['wrong-shape $']);
    expect(refusals(readCorpus(JSON.parse(nested(33))))).toEqual([`too-deep $${'[0]'.repeat(32)}`]);
    expect(refusals(readCorpus(JSON.parse(nested(32))))).toEqual(['wrong-shape $']);
  });

  it('does not count brackets inside strings', () => {
    const text = `"\\"[[[ \\\\`.concat('['.repeat(100), '"');
    expect(refusals(readCorpusText(text))).toEqual(['wrong-shape $']);
  });

  it('refuses 100,001 statements, as text and as a tree, and reads 100,000', () => {
    const file = (count: number) => changed(small, 'statements', new Array(count).fill(0)) as Corpus;
    for (const result of [readCorpus(file(100_001)), readCorpusText(JSON.stringify(file(100_001)))])
      expect(refusals(result)[0]).toMatch(/^too-many /);
    const result = readCorpus(file(100_000));
    expect(result).toMatchObject({ ok: false, more: 90_000 });
    expect(refusals(result)[0]).toBe('wrong-shape $.statements[0]');
  });

  it('refuses a tree 200,000 deep, and one that contains itself', () => {
    let deep: unknown = [];
    for (let depth = 1; depth < 200_000; depth += 1) deep = depth % 2 ? { deep } : [deep];
    expect(refusals(readCorpus(deep))[0]).toMatch(/^too-deep /);
    expect(refusals(readCorpus(changed(small, 'flags.0.note', deep)))[0]).toMatch(/^too-deep /);
    expect(refusals(readCorpusText(nested(200_000)))).toEqual(['too-deep $']);
    const ring: Record<string, unknown> = { ...small };
    ring.flags = [ring];
    expect(refusals(readCorpus(ring))[0]).toMatch(/^too-deep /);
  });

  it('refuses a few lists that stand for many, each holding the next ten times', () => {
    let list: unknown[] = [];
    for (let depth = 0; depth < 30; depth += 1) list = new Array(10).fill(list);
    expect(refusals(readCorpus(list))[0]).toMatch(/^too-many /);
  });
});

describe('odd JSON', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'refuses the key %s anywhere, and says so once',
    (key) => {
      const inside = JSON.stringify(small).replace('{"id":"moon"', `{"${key}":{"id":"x"},"id":"moon"`);
      expect(refusals(readCorpusText(inside))).toEqual([`unknown-key $.actors[0].${key}`]);
      const top = JSON.stringify(small).replace('{', `{"${key}":{"title":"x"},`);
      expect(refusals(readCorpusText(top))).toEqual([`unknown-key $.${key}`]);
      expect(Object.prototype).not.toHaveProperty('id');
    },
  );

  it('does not take inherited values for its own', () => {
    const text = JSON.stringify(small).replace('"title":"A small corpus"', '"__proto__":{"title":"x"}');
    expect(refusals(readCorpusText(text)).map((line) => line.split(' ')[1])).toContain('$.title');
  });

  it('keeps lone surrogates in a text exactly, and refuses one in an id', () => {
    const corpus = minimalCorpus({ articles: [markedArticle('a', 'half \ud83d a pair').article] });
    expect(readCorpusText(JSON.stringify(corpus))).toEqual({ ok: true, corpus });
    expect(refusals(readCorpus(changed(corpus, 'id', 'a\udc00')))).toEqual(['wrong-shape $.id']);
  });

  it('allows one byte order mark', () => {
    const text = JSON.stringify(small);
    expect(readCorpusText(`\ufeff${text}`)).toMatchObject({ ok: true });
    expect(refusals(readCorpusText(`\ufeff\ufeff${text}`))).toEqual(['not-json $']);
    expect(refusals(readCorpusText(''))).toEqual(['not-json $']);
  });

  const suite = `${SHARED}/json-test-suite-parsing`;
  it.skipIf(!existsSync(suite))('refuses every file of JSONTestSuite (skipped where ../shared is absent)', () => {
    const files = readdirSync(suite).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(300);
    for (const name of files) {
      const result = readCorpusText(readFileSync(`${suite}/${name}`, 'utf8'));
      expect(refusals(result)[0], name).toMatch(/^[a-z-]+ \$/);
      if (name.startsWith('n_')) expect(refusals(result)[0], name).toMatch(/^(not-json|too-deep) \$$/);
    }
  });

  it('reads duplicate keys as JSON.parse reads them: the last one counts', () => {
    const text = JSON.stringify(small).replace('{', '{"title":7,');
    expect(readCorpusText(text)).toMatchObject({ ok: true });
  });
});

describe('naughty strings', () => {
  const file = `${SHARED}/blns/blns.json`;
  const paths =
    `id title asOf.date asOf.basis articles.0.id articles.0.badge articles.0.headline articles.0.text articles.0.publisher
    articles.0.published articles.0.url articles.0.language actors.0.name actors.0.sortName actors.0.aliases.0 actors.2.metonyms.0
    actors.0.role.text places.0.name places.0.country places.0.code places.0.area topics.0.label statements.0.content.0.exact
    statements.2.speaker.reason statements.0.same relations.0.summary venues.0.attributedTo venues.0.claims.0.text events.0.label
    events.0.date events.0.surface flags.0.note`.split(/\s+/);

  it.skipIf(!existsSync(file))(
    'in every field are kept exactly or refused (skipped where ../shared is absent)',
    () => {
      const strings: string[] = JSON.parse(readFileSync(file, 'utf8'));
      const kept = new Set<string>();
      for (const [index, value] of strings.entries()) {
        // Each string in every ninth field, and each field with every ninth string; `npm run test:security` tries them all.
        for (const path of paths.filter((_, at) => (index + at) % 9 === 0)) {
          const input = changed(small, path, value);
          const result = readCorpusText(JSON.stringify(input));
          if (result.ok) {
            kept.add(path);
            expect(JSON.stringify(result.corpus)).toBe(JSON.stringify(input));
          } else for (const problem of result.problems) expect(problemLine(problem).length).toBeLessThan(1000);
        }
      }
      expect([...kept]).toEqual(
        expect.arrayContaining(['title', 'articles.0.headline', 'actors.0.name', 'flags.0.note']),
      );
    },
    60_000,
  );
});

describe('files made to be slow', () => {
  const LIMIT = 20_000;
  /** For what takes a few milliseconds when no work is done twice. */
  const SHORT = 3_000;
  const text = 'word '.repeat(200_000);
  const evidence = (start: number, exact = text.slice(start, start + 4)) => ({
    article: 'a',
    start,
    end: start + exact.length,
    exact,
  });
  const corpus = (overrides: Partial<Corpus>) =>
    minimalCorpus({
      articles: [{ ...markedArticle('a', 'x').article, text }],
      actors: small.actors.slice(1, 3),
      ...overrides,
    });
  const [statement] = small.statements;
  const statements = (count: number, overrides: Partial<Corpus['statements'][number]> = {}) =>
    many(count, (index) => ({
      ...(statement as Corpus['statements'][number]),
      id: `s-${index}`,
      kind: 'indirect' as const,
      content: [evidence(5 * index)],
      quoted: [],
      cue: [],
      source: null,
      speaker: { status: 'named' as const, actor: 'kim' },
      same: null,
      ...overrides,
    }));

  it('100,000 flags over 100,000 statements', () => {
    const wide = evidence(0, text.slice(0, 20));
    const flags = many(100_000, (index) => ({
      id: `f-${index}`,
      kind: 'repeated' as const,
      note: 'x',
      spans: [index % 2 ? wide : evidence(5 * index)],
      ...byHand(),
    }));
    const input = corpus({ statements: statements(100_000), flags });
    expect(timeOf(() => expect(readCorpus(input)).toMatchObject({ ok: false }))).toBeLessThan(LIMIT);
  }, 60_000);

  it('100,000 statements that share one group', () => {
    const input = corpus({ statements: statements(100_000, { same: 'g' }) });
    const time = timeOf(() => expect(refusals(readCorpus(input))).toEqual(['broken-rule $.statements[0].same']));
    expect(time).toBeLessThan(LIMIT);
  }, 60_000);

  it('20,000 drifted spans in a long text', () => {
    const input = corpus({
      statements: statements(20_000, { content: [evidence(1)], quoted: [{ ...evidence(1), exact: 'lost' }] }),
    });
    expect(timeOf(() => readCorpus(input))).toBeLessThan(LIMIT);
  }, 60_000);

  it('drifted spans of words that a text of one letter almost says', () => {
    const article = { ...markedArticle('a', 'x').article, text: 'a'.repeat(500_000) };
    const exact = `aaab${'a'.repeat(20_000)}`;
    const flags = many(4, (index) => ({
      id: `f-${index}`,
      kind: 'typo' as const,
      note: 'x',
      spans: [evidence(0, exact)],
      ...byHand(),
    }));
    expect(timeOf(() => readCorpus(minimalCorpus({ articles: [article], flags })))).toBeLessThan(SHORT);
  }, 120_000);

  it('a surface of 60,000 wordings that all stand in the evidence', () => {
    const wordings = many(60_000, (index) => `w${index}`);
    const article = { ...markedArticle('a', 'x').article, text: wordings.join(' ') };
    const [event] = small.events;
    const events = [
      {
        ...(event as Corpus['events'][number]),
        actors: [],
        place: null,
        surface: wordings.join(' / '),
        evidence: [evidence(0, article.text)],
      },
    ];
    expect(timeOf(() => readCorpus(minimalCorpus({ articles: [article], events })))).toBeLessThan(SHORT);
  }, 120_000);

  it('a line of 80,000 spaces, once it has passed the door and is filtered', () => {
    const input = corpus({
      statements: statements(1),
      articles: [{ ...markedArticle('a', 'x').article, text: `${text}\n${' '.repeat(80_000)}` }],
    });
    expect(readCorpus(input)).toMatchObject({ ok: true });
    expect(timeOf(() => applyFilters(input, { ...NO_FILTERS, kinds: ['direct'] }))).toBeLessThan(SHORT);
  }, 120_000);

  it('a chain in which each passage follows the next, filtered by three facets', () => {
    const chain = (length: number) => {
      const article = { ...markedArticle('a', 'x').article, text: 'a\n'.repeat(length + 1) };
      const link = (index: number) => [{ article: 'a', start: 2 * index, end: 2 * index + 3, exact: 'a\na' }];
      const third = many(length / 3, (index) => 3 * index);
      const [relation] = small.relations as [Corpus['relations'][number]];
      const [event] = small.events as [Corpus['events'][number]];
      return minimalCorpus({
        articles: [article],
        actors: small.actors.slice(0, 3),
        statements: third.map((at) => ({
          ...(statements(1)[0] as Corpus['statements'][number]),
          id: `s-${at}`,
          content: link(at),
          quoted: link(at),
        })),
        relations: third.map((at) => ({ ...relation, id: `r-${at}`, evidence: link(at + 1) })),
        events: third.map((at) => ({ ...event, id: `e-${at}`, surface: 'a', place: null, evidence: link(at + 2) })),
      });
    };
    const filters = { ...NO_FILTERS, kinds: ['direct' as const], tieKinds: ['talks' as const], from: '2019-01-01' };
    const dataset = chain(9_000);
    expect(timeOf(() => expect(applyFilters(dataset, filters).statements).toEqual([]))).toBeLessThan(SHORT);
  }, 120_000);
});
