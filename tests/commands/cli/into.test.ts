// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { World } from '../../../src/commands/cli/makeCoverage.ts';
import { readCorpusText } from '../../../src/corpus/readCorpus.ts';
import type { Corpus } from '../../../src/domain/corpus.ts';
import { isChecked } from '../../../src/domain/mark.ts';
import { plainAnnotate } from './plainReader.ts';
import { BRIDGE, FERRY, importWith, testFolder } from './world.ts';

const { path, put, remove } = testFolder();
afterAll(remove);

function coverage(file: string): Corpus {
  const result = readCorpusText(readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.corpus;
}
/** Changes a coverage as a person on the desk would, and writes it back. */
function decide(file: string, change: (corpus: Corpus) => void): Corpus {
  const corpus = structuredClone(coverage(file));
  change(corpus);
  writeFileSync(file, JSON.stringify(corpus));
  return coverage(file);
}
const words = ({ statements }: Corpus) => statements.map(({ content }) => content[0]?.exact);
const speaker = (corpus: Corpus, exact: string) => {
  const found = corpus.statements.find(({ content }) => content[0]?.exact === exact)?.speaker;
  return found && found.status !== 'unresolved'
    ? corpus.actors.find(({ id }) => id === found.actor)?.name
    : found?.status;
};
const accept = (corpus: Corpus, exact: string, review: 'accepted' | 'corrected' = 'accepted') => {
  const found = corpus.statements.find(({ content }) => content[0]?.exact === exact);
  if (found?.mark.by !== 'machine') throw new Error(`nothing says “${exact}”`);
  found.mark.review = review;
  return found;
};
const QUAY = 'The quay is safe';
const SAIL = 'We sail again soon';

describe('--into a coverage made by hand', () => {
  it('keeps every claim as it is, and adds what is new', async () => {
    const file = put('built-in.json', readFileSync('src/data/corpus.json'));
    const before = coverage(file);
    const outcome = await importWith([put('ferry.txt', FERRY), '--into', file]);
    expect(outcome).toMatchObject({
      exit: 0,
      written: true,
      lost: [],
      counts: { articles: before.articles.length + 1 },
    });
    const after = coverage(file);
    expect(after.articles.slice(0, before.articles.length)).toEqual(before.articles);
    expect(new Set(after.articles.map(({ badge }) => badge)).size).toBe(after.articles.length);
    expect([after.id, after.title, after.asOf, after.reference]).toEqual([
      before.id,
      before.title,
      before.asOf,
      before.reference,
    ]);
    for (const list of ['statements', 'relations', 'venues', 'events', 'flags'] as const) {
      const there = new Map(
        (after[list] as { id?: string; place?: string | null }[]).map((one) => [one.id ?? one.place, one]),
      );
      for (const one of before[list] as { id?: string; place?: string | null }[])
        expect(there.get(one.id ?? one.place), list).toEqual(one);
    }
    const names = new Map(after.actors.map((one) => [one.id, one]));
    for (const actor of before.actors) expect(names.get(actor.id)).toEqual(actor);
    expect(words(after)).toEqual(expect.arrayContaining([QUAY, SAIL]));
    // Nothing of a machine came into what people have read.
    const hand = new Set(before.articles.map(({ id }) => id));
    for (const { content, mark } of after.statements)
      expect(isChecked(mark), content[0]?.exact).toBe(hand.has(content[0]?.article ?? ''));
  });

  it('comes to the same bytes when it is done again, or with the same article once more', async () => {
    const file = path('built-in.json');
    const bytes = readFileSync(file, 'utf8');
    expect(await importWith([path('ferry.txt'), '--into', file])).toMatchObject({ exit: 0, written: false, known: 1 });
    expect(await importWith(['--into', file])).toMatchObject({ exit: 0, written: false });
    expect(readFileSync(file, 'utf8')).toBe(bytes);
  });

  it('says of articles only what is new', async () => {
    const annotate: World['annotate'] = async (raw, options) => ({
      ...(await plainAnnotate(raw, options)),
      notes: raw.map(({ from }) => ({ code: 'seen', words: 'It was read.', where: from.name })),
    });
    const outcome = await importWith([put('bridge.txt', BRIDGE), '--into', path('built-in.json'), '--dry-run'], {
      annotate,
    });
    expect(outcome.notes).toEqual([{ code: 'seen', words: 'It was read.', where: 'bridge.txt' }]);
  });

  it('gives an actor that a person knows what is said in the new article', async () => {
    const file = put('known.json', readFileSync('src/data/corpus.json'));
    const [actor] = coverage(file).actors.filter(({ name }) => /^[A-Z]\w+ [A-Z]\w+$/.test(name));
    if (!actor) throw new Error('the built-in coverage has a name of two words');
    await importWith([put('more.txt', `More\n\n"I said so", said ${actor.name} again.\n`), '--into', file]);
    const said = coverage(file).statements.find(({ content }) => content[0]?.exact === 'I said so');
    expect(said?.speaker).toMatchObject({ actor: actor.id });
    expect(coverage(file).actors.filter(({ name }) => name === actor.name)).toHaveLength(1);
  });
});

describe('what people decided', () => {
  const start = async (name: string) => {
    const file = path(`${name}.json`);
    const article = put(`${name}/ferry.txt`, FERRY);
    await importWith([article, '--out', file]);
    return { file, article };
  };

  it('stays when other articles come, in their words and under their ids', async () => {
    const { file } = await start('stays');
    const decided = decide(file, (corpus) => {
      accept(corpus, QUAY);
      const [actor] = corpus.actors.filter(({ name }) => name === 'Tom Baker');
      const said = accept(corpus, SAIL, 'corrected');
      if (actor) Object.assign(actor, { name: 'Thomas Baker', sortName: 'Baker, Thomas', mark: { by: 'person' } });
      said.id = 's-by-hand';
    });
    const outcome = await importWith([put('stays/bridge.txt', BRIDGE), '--into', file]);
    expect(outcome).toMatchObject({ exit: 0, written: true, lost: [], counts: { articles: 2, checked: 2 } });
    const after = coverage(file);
    for (const one of decided.statements) expect(after.statements).toContainEqual(one);
    expect(speaker(after, SAIL)).toBe('Thomas Baker');
    expect(after.actors.map(({ name }) => name).sort()).toEqual(['Ana Reyes', 'Lena Voss', 'Thomas Baker']);
  });

  it('stays taken out', async () => {
    const { file } = await start('taken-out');
    decide(file, (corpus) => {
      accept(corpus, QUAY);
      corpus.statements = corpus.statements.filter(({ content }) => content[0]?.exact !== SAIL);
    });
    await importWith([put('taken-out/bridge.txt', BRIDGE), '--into', file]);
    expect(words(coverage(file))).toEqual([QUAY, 'Nobody crosses today']);
  });

  it('moves along in a changed article where its words and their neighbours are the same', async () => {
    const { file, article } = await start('moved');
    decide(file, (corpus) => {
      accept(corpus, SAIL, 'corrected').speaker = {
        status: 'unresolved',
        candidates: [],
        reason: 'Two are named Tom.',
      };
    });
    writeFileSync(
      article,
      FERRY.replace('Ferry talks go on\n\n', 'Ferry talks go on\n\nUPDATED with a longer beginning.\n\n'),
    );
    const outcome = await importWith([article, '--into', file]);
    expect(outcome).toMatchObject({ exit: 0, written: true, lost: [], replaced: [article] });
    const after = coverage(file);
    expect(after.articles).toHaveLength(1);
    expect(speaker(after, SAIL)).toBe('unresolved');
    expect(words(after)).toEqual([QUAY, SAIL]);
  });

  it('is listed as lost, with its words, where they are gone or stand twice', async () => {
    const { file, article } = await start('lost');
    decide(file, (corpus) => {
      accept(corpus, QUAY);
      accept(corpus, SAIL);
    });
    const changed = FERRY.replace(`"${SAIL}"`, '"We sail at once"');
    writeFileSync(article, `${changed}\n${changed}`);
    const outcome = await importWith([article, '--into', file, '--max-loss', '60']);
    expect(outcome).toMatchObject({ exit: 1, written: true });
    expect(outcome.lost.map(({ kind, words, where }) => [kind, words, where])).toEqual([
      ['statement', QUAY, 'Ferry talks go on'],
      ['statement', SAIL, 'Ferry talks go on'],
    ]);
  });

  it('is not written over by an import that does not keep it', async () => {
    const { file, article } = await start('guarded');
    decide(file, (corpus) => void accept(corpus, QUAY));
    const before = readFileSync(file, 'utf8');
    const outcome = await importWith([article, '--out', file]);
    expect([outcome.exit, outcome.problems[0]?.code]).toEqual([3, 'would-lose-decisions']);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect((await importWith([article, '--out', file, '--max-loss', '100%'])).written).toBe(true);
  });

  it('stays where one text stands twice, which the reader takes once', async () => {
    const { file } = await start('twice');
    decide(file, (corpus) => {
      accept(corpus, QUAY);
      const [article] = corpus.articles;
      if (!article) return;
      corpus.articles.push({ ...article, id: 'again', badge: 'Z', publisher: 'The Other News' });
      const said = structuredClone(accept(corpus, SAIL));
      for (const span of [...said.content, ...said.quoted, ...(said.source ? [said.source] : [])])
        span.article = 'again';
      corpus.statements.push({ ...said, id: 's-again' });
    });
    const once: World['annotate'] = (raw, options) =>
      plainAnnotate(
        raw.filter(({ text }, at) => raw.findIndex((one) => one.text === text) === at),
        options,
      );
    const outcome = await importWith([put('twice/bridge.txt', BRIDGE), '--into', file], { annotate: once });
    expect(outcome).toMatchObject({ exit: 0, lost: [], counts: { articles: 3, checked: 3 } });
  });

  it('is all that --only-checked writes', async () => {
    const { file } = await start('checked');
    decide(file, (corpus) => void accept(corpus, QUAY));
    const out = path('checked-only.json');
    await importWith(['--into', file, '--out', out, '--only-checked']);
    expect([words(coverage(out)), coverage(out).actors.map(({ name }) => name)]).toEqual([[QUAY], ['Ana Reyes']]);
    expect(words(coverage(file))).toHaveLength(2);
  });

  it('wins over what the reader claims of words that a person has marked as furniture', async () => {
    const { file, article } = await start('furniture');
    decide(file, (corpus) => {
      const [statement] = corpus.statements;
      const [span] = statement?.content ?? [];
      corpus.statements = corpus.statements.slice(1);
      if (span)
        corpus.flags = [{ id: 'f-1', kind: 'boilerplate', note: 'A slogan.', spans: [span], mark: { by: 'person' } }];
    });
    writeFileSync(article, `${FERRY}\nMore was to be said later on that day.\n`);
    const outcome = await importWith([article, '--into', file]);
    expect(outcome).toMatchObject({ exit: 0, lost: [], counts: { flags: 1 } });
    expect(outcome.notes.map(({ code }) => code)).toContain('against-decisions');
    expect(words(coverage(file))).toEqual([SAIL]);
  });
});

describe('--review', () => {
  const quote = (text: string, exact: string) => {
    const at = text.indexOf(exact);
    return {
      article: 'a',
      before: text.slice(Math.max(0, at - 32), at),
      exact,
      after: text.slice(at + exact.length, at + exact.length + 32),
    };
  };
  const patch = (...decisions: object[]) =>
    put('decisions.json', JSON.stringify({ decisionsVersion: 1, coverage: 'coverage', decisions }));
  const acceptOf = (exact: string) => ({
    what: 'accept',
    of: { list: 'statements', words: [quote(FERRY, exact)] },
    bulk: false,
  });

  it('applies what a colleague decided, and lists what is lost', async () => {
    const out = path('reviewed.json');
    const gone = { ...acceptOf(QUAY), of: { list: 'statements', words: [quote('It was said so', 'was')] } };
    const outcome = await importWith([
      put('review/ferry.txt', FERRY),
      '--out',
      out,
      '--review',
      patch(acceptOf(QUAY), gone),
    ]);
    expect(outcome).toMatchObject({ exit: 1, written: true, counts: { statements: 2, checked: 1 } });
    expect(outcome.lost).toMatchObject([{ kind: 'decision (accept)', words: 'was', where: path('decisions.json') }]);
  });

  it('can be all that is new in a coverage, and is kept from then on', async () => {
    const file = path('reviewed.json');
    const outcome = await importWith(['--into', file, '--review', patch(acceptOf(SAIL))]);
    expect(outcome).toMatchObject({ exit: 0, written: true, counts: { checked: 2 } });
    expect(await importWith([put('review/bridge.txt', BRIDGE), '--into', file])).toMatchObject({
      counts: { checked: 2 },
    });
    expect(await importWith(['--into', file, '--review', patch(acceptOf(SAIL))])).toMatchObject({
      exit: 0,
      written: false,
    });
  });

  it('refuses what is no file of decisions, and nothing is written', async () => {
    const before = readFileSync(path('reviewed.json'), 'utf8');
    for (const [content, code] of [
      ['no', 'not-json'],
      ['{"decisions": []}', 'not-decisions'],
      [before, 'not-decisions'],
    ] as const) {
      const outcome = await importWith(['--into', path('reviewed.json'), '--review', put('wrong.json', content)]);
      expect([outcome.exit, outcome.problems[0]?.code]).toEqual([3, code]);
    }
    expect((await importWith(['--into', path('reviewed.json'), '--review', path('nowhere')])).exit).toBe(3);
    expect(readFileSync(path('reviewed.json'), 'utf8')).toBe(before);
  });
});

describe('articles that look like versions of one', () => {
  it('are two where only the name of the file is the same', async () => {
    const file = path('names.json');
    await importWith([put('monday/1.txt', FERRY), '--into', file]);
    const outcome = await importWith([put('tuesday/1.txt', BRIDGE), '--into', file]);
    expect(outcome).toMatchObject({ replaced: [], counts: { articles: 2 } });
  });
});
