// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/readCorpus.ts';
import { REASONS } from '../../../src/domain/markWords.ts';
import { annotate } from '../../../src/reader/annotate.ts';
import { NoDraft, type Progress } from '../../../src/reader/draft.ts';
import { madeFiles } from '../../fixtures/articles/styles.ts';
import { article, draftOf, model, readFiles, spoken } from './reading.ts';

const PLAIN = '"We will rebuild the bridge before the winter," Mayor Paul Reyes said on Monday.';

describe('a coverage made of articles', () => {
  it('is the same for the same articles in any order', async () => {
    const raw = await readFiles(madeFiles(16, 7));
    const one = await annotate(raw, { model });
    const other = await annotate([...raw].reverse(), { model });
    expect(JSON.stringify(other.corpus)).toBe(JSON.stringify(one.corpus));
    expect(other.notes).toEqual(one.notes);
  });

  it.each([1, 2, 3, 4, 5, 6])('passes the door, whatever the style of its articles (seed %i)', async (seed) => {
    const { corpus } = await annotate(await readFiles(madeFiles(24, seed)), { model });
    expect(readCorpus(structuredClone(corpus))).toMatchObject({ ok: true });
    expect(corpus.made).toEqual({ reader: 'dateline', version: expect.any(String), on: null });
    for (const { name, fullName, aliases, metonyms } of corpus.actors) {
      expect(fullName).toBeNull();
      for (const form of [name, ...aliases, ...metonyms])
        expect(
          corpus.articles.some(({ text }) => text.replace(/\s+/g, ' ').includes(form)),
          form,
        ).toBe(true);
    }
    for (const { mark } of [...corpus.statements, ...corpus.relations, ...corpus.venues, ...corpus.flags]) {
      if (mark.by !== 'machine') throw new Error('a machine made it');
      expect(mark.review).toBe('none');
      for (const code of mark.why) expect(REASONS[code]).toBeTruthy();
    }
  });

  it('says how far it is, and ends when it is told to', async () => {
    const seen: Progress[] = [];
    const control = new AbortController();
    const raw = await readFiles(madeFiles(6));
    await annotate(raw, { model, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, of }) => [done, of])).toEqual([1, 2, 3, 4, 5, 6].map((done) => [done, 6]));
    expect(seen.at(-1)?.statements).toBeGreaterThan(5);
    const ended = annotate(raw, { model, signal: control.signal, onProgress: () => control.abort() });
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('keeps what a file held beside the text', async () => {
    const { corpus, leftOut } = await annotate(await readFiles(madeFiles(4)), { model });
    const page = corpus.articles.find(({ from }) => from?.format === 'html');
    expect(leftOut[page?.id ?? '']?.map(({ text }) => text).join()).toContain('Harbour Post');
  });

  it('reads a text that two files have once, and says so', async () => {
    const other = article(PLAIN, { from: { format: 'text', name: 'b.txt', sha256: '1'.repeat(64), read: null } });
    const { corpus, notes } = await draftOf([article(PLAIN), other]);
    expect(corpus.articles).toHaveLength(1);
    expect(notes).toContainEqual({
      code: 'duplicate-article',
      words: expect.stringContaining('a.txt'),
      where: 'b.txt',
    });
  });

  it('gives badges in the order of the days, A to Z and on', async () => {
    const raw = Array.from({ length: 28 }, (_, i) =>
      article(`${PLAIN} ${i}`, { published: { value: `2021-02-${String(28 - i).padStart(2, '0')}`, found: 'here' } }),
    );
    const { corpus } = await annotate(raw, { model });
    expect(corpus.articles.map(({ badge }) => badge).slice(24)).toEqual(['Y', 'Z', 'AA', 'AB']);
    expect(corpus.articles[0]?.published).toBe('2021-02-01');
  });
});

describe('the day that weekdays are counted from', () => {
  it('is the latest day of publication', async () => {
    const on = (value: string) => ({ published: { value, found: 'JSON-LD' } });
    const { corpus } = await annotate([article('One.', on('2021-02-03')), article(PLAIN, on('2021-03-04'))], { model });
    expect(corpus.asOf).toMatchObject({ date: '2021-03-04', basis: expect.stringContaining('publication') });
  });

  it('is else the latest day that a text writes out, and says of what it was inferred', async () => {
    const text = 'The bridge fell on 3 March 2020. Talks are planned for 9 May 2022. It was mended on June 7, 2021.';
    const { corpus } = await annotate([article(text)], { model });
    expect(corpus.asOf.date).toBe('2021-06-07');
    expect(corpus.asOf.basis).toMatch(/^Inferred: .*June 7, 2021/);
  });

  it('is asked for where nothing tells: there is no clock', async () => {
    const made = annotate([article('He came on Thursday.')], { model });
    await expect(made).rejects.toThrow(NoDraft);
    await expect(made).rejects.toThrow(/say on which day/);
    await expect(annotate([], { model })).rejects.toThrow(NoDraft);
    await expect(annotate([article(PLAIN)], { model, asOf: '2021-02-30' })).rejects.toThrow(/2021-02-30/);
  });
});

describe('who is who over several articles', () => {
  it('joins full names, and says that it did', async () => {
    const { corpus } = await draftOf([
      '"We will go on," said Donald J. Trump, the president.',
      '"Nothing will change here," Donald Trump said on Monday in the town hall.',
    ]);
    expect(corpus.actors.map(({ id }) => id)).toEqual(['donald-j-trump']);
    const [{ mark } = { mark: null }] = corpus.actors;
    expect(mark).toMatchObject({ why: expect.arrayContaining(['join:full-name']) });
  });

  it('takes no bare surname for one of two who have it', async () => {
    const draft = await draftOf([
      'Kim Jong Un met Moon Jae-in. "It was a long road to this day," said Kim Jong Un.',
      'James Kim met Moon Jae-in. "It was a short road to this place," said James Kim.',
      '"Nobody knows what the next week will bring," Kim said after he met Moon Jae-in.',
    ]);
    const bare = spoken(draft).find(({ words }) => words.startsWith('Nobody'));
    expect(['Kim', '?']).toContain(bare?.speaker);
  });

  it('leaves open who of two in one article a surname means', async () => {
    const draft = await draftOf([
      'Kim Jong Un met James Kim in the town hall on Friday.\n\n"Nobody knows what the next week will bring," Kim said.',
    ]);
    const [statement] = spoken(draft);
    expect(statement).toMatchObject({ speaker: '?', candidates: ['James Kim', 'Kim Jong Un'] });
  });

  it('takes a capital that speaks for its government', async () => {
    const draft = await draftOf(['Beijing said it would not send a delegation to the talks. China is large.']);
    const [statement] = spoken(draft);
    expect(statement?.speaker).toBe('China');
    expect(draft.corpus.actors.find(({ name }) => name === 'China')?.metonyms).toEqual(['Beijing']);
  });

  it('takes who carries words for no speaker', async () => {
    const draft = await draftOf([
      'The minister Paul Reyes was quoted as saying by Xinhua that the road would stay closed until May.',
    ]);
    expect(spoken(draft)).toMatchObject([{ relay: 'Xinhua' }]);
    // Named, or left open with the one candidate: never the agency.
    const [speaker] = draft.corpus.statements.map((one) => one.speaker);
    const actors = speaker?.status === 'unresolved' ? speaker.candidates : [speaker?.actor];
    expect(actors).toEqual(['paul-reyes']);
  });

  it('makes two of "China-US", and none of a line of the page', async () => {
    const { corpus } = await draftOf([
      'The China-US trade talks began on Monday.\n\nMore news: Manchester return? Real Madrid dismiss clause claim for Diaz\n\n"We go on as long as it takes," said Paul Reyes, the envoy.',
    ]);
    expect(corpus.actors.map(({ id }) => id).sort()).toEqual(['china', 'paul-reyes', 'united-states']);
  });
});

describe('twins', () => {
  const NAMED = 'Spokesman Lu Kang said Beijing remains supportive of efforts to end tensions in the region.';
  const PRONOUN = 'He said Beijing remains supportive of efforts to end tensions in the region.';

  it('let a named speaker cross to the same words without a name, with the words that settle it', async () => {
    const draft = await draftOf([NAMED, PRONOUN]);
    expect(spoken(draft)).toMatchObject([
      { speaker: 'Lu Kang', how: 'named' },
      { speaker: 'Lu Kang', how: 'sibling-article', why: expect.arrayContaining(['twin']) },
    ]);
    const [a, b] = draft.corpus.statements;
    expect(a?.same).not.toBeNull();
    expect(a?.same).toBe(b?.same);
    expect(draft.corpus.flags).toMatchObject([{ kind: 'shared-passage', spans: [{}, {}] }]);
  });

  it('never let anything cross between two that are open', async () => {
    const statements = spoken(await draftOf([PRONOUN, `The day was long. ${PRONOUN}`]));
    expect(statements.map(({ speaker }) => speaker)).toEqual(['?', '?']);
  });

  it('are open where pronouns lead to different people', async () => {
    const words = '"The trade negotiations are a matter between the two sides alone", he said.';
    const draft = await draftOf([
      `Lu Kang said the day was long. Lu Kang laughed. ${words}`,
      `Paul Reyes said the night was short. Paul Reyes laughed. ${words}`,
    ]);
    const twins = spoken(draft).filter(({ same }) => same !== null);
    expect(twins).toHaveLength(2);
    for (const one of twins) expect(one.speaker).toBe('?');
  });

  it('take the ties that they tell of along', async () => {
    const words = 'said China supports the United States and Japan in the long dispute.';
    const draft = await draftOf([`Spokesman Lu Kang ${words}`, `Paul Reyes said the night was short. He ${words}`]);
    const [, second] = draft.corpus.articles;
    const own = draft.corpus.relations.filter(({ evidence }) => evidence[0]?.article === second?.id);
    expect(own.map(({ claimedBy }) => claimedBy)).toEqual(['lu-kang']);
  });

  it('take time that grows with the sum of the texts', async () => {
    const { sharedPassages } = await import('../../../src/reader/assemble/sharedPassages.ts');
    const made = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        article: { id: `a-${i}`, text: `${PLAIN} `.repeat(300) } as never,
        cut: [],
        statements: [],
      }));
    const timed = (count: number) => {
      const articles = made(count);
      const rounds = [1, 2, 3, 4].map(() => {
        // Of the processor: the clock also counts what the machine does beside.
        const start = process.cpuUsage();
        sharedPassages(articles);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      });
      return Math.max(1, Math.min(...rounds));
    };
    timed(20);
    // Four times the text; sixteen would be the square of it.
    expect(timed(80) / timed(20)).toBeLessThan(12);
  });
});

describe('what is not read', () => {
  it('is another language, but for its quotations', async () => {
    const draft = await annotate(await readFiles(madeFiles(8).filter(({ name }) => name.startsWith('deutsch'))), {
      model,
      asOf: '2021-03-18',
    });
    expect(draft.corpus.articles[0]?.language).toBe('de');
    expect(spoken(draft)[0]).toMatchObject({
      kind: 'direct',
      words: 'Wir werden die Brücke noch vor dem Winter wieder aufbauen',
      speaker: '?',
      candidates: [],
    });
    expect(draft.notes).toContainEqual(expect.objectContaining({ code: 'other-language' }));
    expect(draft.corpus.relations).toEqual([]);
  });

  it('is a damaged sentence, for ties', async () => {
    const text =
      'A headline about the long talks in the town\n\nA headline about the long talks in the town\n\nXi was quoted as saying that China supports the U.S.\n\nJapan supports Kenya.';
    const { corpus } = await draftOf([text]);
    expect(corpus.relations.map(({ summary }) => summary)).toEqual(['Japan supports Kenya']);
    expect(corpus.flags.map(({ kind }) => kind).sort()).toEqual(['repeated', 'truncated']);
  });

  it('is all there, in a paragraph with thousands of marks', async () => {
    const text = Array.from(
      { length: 1500 },
      (_, i) => `"We go on for ${i} days," said Paul Reyes. "They wait for ${i} years," said Dee Okoro. `,
    ).join('');
    const draft = await draftOf([text]);
    expect(draft.corpus.statements.length).toBeGreaterThan(2_900);
    expect(draft.notes).toEqual([]);
  });
});

describe('how sure it has to be', () => {
  it('leaves less sure speakers open, with who was meant as a candidate', async () => {
    const raw = [article(PLAIN)];
    const { corpus } = await annotate(raw, { model, asOf: '2021-03-18', minSure: 100 });
    const [statement] = corpus.statements;
    const sure = statement?.mark.by === 'machine' ? statement.mark.sure : 0;
    expect(statement?.speaker.status).toBe(sure >= 100 ? 'named' : 'unresolved');
    expect(corpus.relations).toEqual([]);
  });
});
