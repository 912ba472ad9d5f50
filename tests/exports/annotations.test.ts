// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/domain/corpus.ts';
import { ANNOTATION_FILE } from '../../src/exports/annotations.ts';
import { type Selectors, selectorsOf } from '../../src/exports/textSelectors.ts';
import { byMachine } from '../fixtures/byHand.ts';
import { bundledCorpus, changed, markedArticle, smallCorpus } from '../fixtures/markedCorpus.ts';
import { fileOf, VIEWS, viewOf } from './views.ts';

type Read = {
  '@context': unknown;
  id: string;
  type: string;
  label: string;
  total: number;
  first: { id: string; type: string; startIndex: number; items: ReadItem[] };
  [extension: string]: unknown;
};
type ReadItem = {
  id: string;
  type: string;
  motivation: string;
  body: { type: string; value: string; 'dateline:list': string; 'dateline:item': string; 'dateline:part': string };
  target: { source: string; selector: Selectors };
};

const read = (text: string): Read => JSON.parse(text);

/** Number of passages that are words for something. */
function passageCount({ statements, relations, venues, events, flags }: Dataset): number {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  return (
    sum(
      statements.map(
        ({ content, quoted, cue, source, relay, speaker, said }) =>
          content.length +
          quoted.length +
          cue.length +
          (source ? 1 : 0) +
          (said ? 1 : 0) +
          (relay ? 1 : 0) +
          (speaker.status === 'resolved' ? speaker.because.length : 0),
      ),
    ) +
    sum([...relations, ...venues, ...events].map(({ evidence }) => evidence.length)) +
    sum(venues.flatMap(({ claims }) => claims.map(({ evidence }) => evidence.length))) +
    sum(flags.map(({ spans }) => spans.length))
  );
}

/** The texts of a dataset by what annotations call them, as lists of code points. */
function textsOf({ id, articles }: Dataset): Map<string, string[]> {
  return new Map(
    articles.map((article) => [article.url ?? `urn:dateline:${id}:article:${article.id}`, Array.from(article.text)]),
  );
}

describe('web annotations', () => {
  it.each(VIEWS)('%s: every selector finds its words, by code points', (_, exported) => {
    const { first } = read(fileOf(ANNOTATION_FILE, exported));
    const texts = textsOf(exported.slice);
    for (const { target } of first.items) {
      const text = texts.get(target.source) ?? [];
      const [{ start, end }, { exact, prefix, suffix }] = target.selector;
      expect(text.slice(start, end).join('')).toBe(exact);
      expect(text.slice(Math.max(0, start - 32), start).join('')).toBe(prefix);
      expect(text.slice(end, end + 32).join('')).toBe(suffix);
    }
  });

  it.each(VIEWS)(
    '%s: there is one for each passage, under a name of its own, and the filters are said',
    (_, exported) => {
      const { slice } = exported;
      const { first, ...collection } = read(fileOf(ANNOTATION_FILE, exported));
      expect(first.items.length).toBe(passageCount(slice));
      const provenance = exported.told;
      expect(collection).toMatchObject({
        type: 'AnnotationCollection',
        total: first.items.length,
        'dateline:filters': provenance.filters,
        'dateline:digest': provenance.pin.digest,
        'dateline:link': provenance.link,
      });
      expect(collection.label).toContain(provenance.filters);
      expect(first).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
      const ids = [collection.id, first.id, ...first.items.map(({ id }) => id)];
      expect(new Set(ids).size).toBe(ids.length);
      for (const { type, body } of first.items) expect([type, body.type]).toEqual(['Annotation', 'TextualBody']);
    },
  );

  it('call a passage by the same name in every view', () => {
    const names = (patch: object) =>
      read(fileOf(ANNOTATION_FILE, viewOf(bundledCorpus(), patch))).first.items.map(({ id }) => id);
    const all = new Set(names({}));
    const some = names({ actors: ['moon-jae-in'] });
    expect(some.length).toBeGreaterThan(5);
    expect(some.filter((name) => !all.has(name))).toEqual([]);
  });

  it('say what the words are', () => {
    const small = smallCorpus();
    const [a, b] = small.articles;
    if (!a || !b) throw new Error('no articles');
    const url = 'https://news.example/moon';
    const [page] = [read(fileOf(ANNOTATION_FILE, viewOf({ ...small, articles: [{ ...a, url }, b] }))).first];
    expect(page.items[0]).toMatchObject({
      motivation: 'classifying',
      body: {
        value: 'Content of a direct statement by Moon',
        'dateline:list': 'statements',
        'dateline:item': 's-wait',
        'dateline:part': 'content',
      },
      target: { source: url },
    });
    const labels = page.items.map(({ body }) => body.value);
    expect(labels).toContain('Relay of a statement by Moon: Xinhua');
    expect(labels).toContain('Quoted words of a direct statement by an unresolved speaker (Moon or Kim)');
    expect(labels).toContain('Claim about Hanoi (access): By train');
    expect(new Set(page.items.map(({ target }) => target.source))).toEqual(
      new Set([url, 'urn:dateline:small:article:b']),
    );
  });

  it('say who made each thing, and the day, the topics, the end and the fuller name where there are any', () => {
    const bodies = (corpus: Dataset) =>
      read(fileOf(ANNOTATION_FILE, viewOf(corpus))).first.items.map(({ body }) => body);
    const bundled = bodies(bundledCorpus());
    const find = (item: string, part: string) =>
      bundled.find((body) => body['dateline:item'] === item && body['dateline:part'] === part);
    expect(find('b-trump-tweet', 'said')?.value).toBe('Day of a statement by Donald Trump: 2019-01-08 (stated)');
    expect(find('b-moon-guard', 'content')).toMatchObject({ 'dateline:speakerFullName': 'Moon Jae-in' });
    expect(find('r-kim-xi-arms-length', 'evidence')).toMatchObject({
      'dateline:until': '../2018-03',
      'dateline:topics': 'China and North Korea',
      'dateline:by': 'person',
      'dateline:checked': 'yes',
    });
    const [machine] = bodies(changed(smallCorpus(), 'statements.0.mark', byMachine(80).mark) as Dataset);
    expect(machine).toMatchObject({ 'dateline:by': 'machine', 'dateline:checked': 'no', 'dateline:sure': '80' });
  });
});

describe('selectors', () => {
  it('count code points and split no pair, whatever is in the text', () => {
    const character = fc.constantFrom('a', '😀', '🇰', '\ud83d', '\ude00', '金', '\u0301', '\n', ' ');
    const piece = (minLength: number) => fc.string({ unit: character, minLength, maxLength: 90 });
    fc.assert(
      fc.property(piece(0), piece(1), piece(0), (before, exact, after) => {
        const text = `${before}${exact}${after}`;
        const [start, end] = [before.length, before.length + exact.length];
        const split = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
        fc.pre(!(start > 0 && split(start)) && !split(end));
        const { article } = markedArticle('a', 'text', { text });
        const [position, quote] = selectorsOf(article, { start, end, exact });
        const points = Array.from(text);
        expect(points.slice(position.start, position.end).join('')).toBe(exact);
        expect(quote).toMatchObject({
          prefix: points.slice(Math.max(0, position.start - 32), position.start).join(''),
          suffix: points.slice(position.end, position.end + 32).join(''),
        });
      }),
      { numRuns: 500 },
    );
  });
});
