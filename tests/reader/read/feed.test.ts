// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ATOM, HEADLINE, JSON_FEED, RSS, STORY } from './files.ts';
import { onlyProblem, readText } from './reading.ts';

const text = STORY.join('\n\n');

describe('a feed', () => {
  it('in RSS: an item is an article only with its full text; the others are listed, each with its headline', async () => {
    const { articles, problems } = await readText(RSS, 'feed.xml');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      text,
      headline: { value: 'Harbour & crane', found: 'title of the item' },
      publisher: { value: 'Nordlys', found: 'title of the feed' },
      published: { value: '2019-01-08', found: 'pubDate' },
      url: { value: 'https://nordlys.example/Harbour%20%26amp%3B%20crane', found: 'link' },
      language: { value: 'en-gb', found: 'language' },
      from: { format: 'feed', name: 'feed.xml' },
    });
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'summary-only feed.xml, item 2: “Only a summary”',
      'summary-only feed.xml, item 3: “Breaks off”',
    ]);
  });

  it('in Atom: content of each type is read, and a day of change is not taken for the day of publication', async () => {
    const { articles, problems } = await readText(ATOM, 'feed.atom');
    expect(articles.map((article) => article.text)).toEqual([text, text, text]);
    expect(articles.map(({ headline }) => headline?.value)).toEqual(['Crane & harbour', 'As XHTML', 'As text']);
    expect(articles.map(({ published }) => published?.value ?? null)).toEqual(['2019-01-08', null, '2019-01-08']);
    expect(articles[1]?.notes.map(({ words }) => words).join()).toContain(
      'only when it was changed: “2019-01-09T09:00:00Z”',
    );
    expect(articles.map(({ url }) => url?.value)).toEqual(
      [1, 2, 3].map((number) => `https://nordlys.example/${number}`),
    );
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'summary-only feed.atom, item 4: “Elsewhere”',
    ]);
  });

  it('in JSON: content_html and content_text are full texts', async () => {
    const { articles, problems } = await readText(JSON_FEED, 'feed.json');
    expect(articles.map((article) => article.text)).toEqual([text, text]);
    expect(articles[0]).toMatchObject({
      headline: { value: HEADLINE },
      published: { value: '2019-01-08' },
      from: { format: 'feed' },
    });
    expect(problems.map(({ code }) => code)).toEqual(['summary-only']);
  });

  it('that is cut off gives the items before the cut, and says so', async () => {
    const cut = RSS.slice(0, RSS.indexOf('Breaks off'));
    const { articles, problems } = await readText(cut, 'feed.xml');
    expect(articles).toHaveLength(1);
    expect(problems[0]?.code).toBe('broken-xml');
    expect(problems[0]?.found).toContain('the 2 items before it were read');
    expect(problems[0]?.where).toMatch(/^feed\.xml, line \d+$/);
  });

  it('keeps an entity that nobody explained as it is written, and knows the frequent ones', async () => {
    const { articles } = await readText(
      RSS.replace('<title>Harbour &amp;', '<title>Harbour &ndash; &unknown;'),
      'feed.xml',
    );
    expect(articles[0]?.headline?.value).toBe('Harbour – &unknown; crane');
  });

  it.each([
    [
      'xml-doctype',
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    ],
    ['xml-doctype', '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel><title>Words</title></channel></rss>'],
    ['xml-too-deep', `<rss>${'<a>'.repeat(200)}Words`],
    ['empty-feed', '<rss version="2.0"><channel><title>Words</title></channel></rss>'],
    ['broken-xml', '<rss><channel><title>Words</channel></rss>'],
  ])('is refused: %s', async (code, xml) =>
    expect((await onlyProblem(new TextEncoder().encode(xml), 'feed.xml')).code).toBe(code),
  );

  it('with as many summaries as a feed can have lists some, and says how many more', async () => {
    const items = '<item><title>Words</title></item>'.repeat(700);
    const { problems } = await readText(`<rss><channel>${items}</channel></rss>`, 'feed.xml');
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems', found: '200 more' });
  });
});
