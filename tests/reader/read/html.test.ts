// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { takeBack } from '../../../src/reader/read/takeBack.ts';
import { allStrings, pickedStrings, type Source } from '../../security/strings.ts';
import { BREAKS_PAGE, FRONT_PAGE, GRAPH_PAGE, HEADLINE, SCRIPT_PAGE, STORY, TABLE_PAGE } from './files.ts';
import { onlyArticle, onlyProblem, readText } from './reading.ts';

const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const story = STORY.map((text) => `<p>${text}</p>`).join('');

describe('a saved page', () => {
  it('of a large publisher is its article, with what its linked data says', async () => {
    const article = await onlyArticle(GRAPH_PAGE, 'crane.html');
    expect(article.text).toBe(
      [
        ...STORY,
        'The crane in the basin on Tuesday morning. Photo: A. Berg',
        'What comes next',
        'We will be back on Monday, with or without a crane, said one of the fishermen at the quay.',
        'The engineers report on Friday, and the basin is measured on Saturday.',
        'The council meets on Monday evening at seven.',
      ].join('\n\n'),
    );
    expect(article).toMatchObject({
      headline: { value: HEADLINE, found: 'JSON-LD' },
      publisher: { value: 'The Harbour Post', found: 'JSON-LD' },
      published: { value: '2019-01-08', found: 'JSON-LD' },
      url: { value: 'https://harbour.example/lindvik/crane', found: 'JSON-LD' },
      language: { value: 'en-GB', found: 'html lang' },
      from: { format: 'html', name: 'crane.html', read: null },
    });
  });

  it('lists all that was left out, with its place', async () => {
    const { leftOut, text } = await onlyArticle(GRAPH_PAGE, 'crane.html');
    expect(leftOut.map(({ text: words, where }) => [where, words])).toEqual([
      ['page header', 'The Harbour Post'],
      ['navigation', 'World\nSport'],
      ['byline', 'By Ada Berg'],
      ['date of the page', '8 January'],
      ['links to other articles', 'Read next\nFerry delayed again in the north'],
      ['box beside the text', 'Sign up for our newsletter'],
      ['footer', '© The Harbour Post'],
    ]);
    expect(leftOut[4]?.at).toBe(text.indexOf('\n\nWhat comes next'));
  });

  it('takes a line back to where it stood, as a paragraph that joins no other', async () => {
    const article = await onlyArticle(GRAPH_PAGE, 'crane.html');
    const back = takeBack(article, new Set([2, 4]));
    expect(back.text.startsWith(`By Ada Berg\n\n${STORY[0]}`)).toBe(true);
    expect(back.text).toContain('Photo: A. Berg\n\nRead next\nFerry delayed again in the north\n\nWhat comes next');
    expect(back.leftOut.map(({ where }) => where)).not.toContain('byline');
    // The rest can still be taken back, one after the other or all at once, with the same result.
    const oneByOne = article.leftOut.reduce((before) => takeBack(before, new Set([0])), article);
    expect(oneByOne.text).toBe(takeBack(article, new Set(article.leftOut.keys())).text);
  });

  it('of a blog parts its paragraphs at two breaks, and leaves the comments out', async () => {
    const article = await onlyArticle(BREAKS_PAGE, 'p.html');
    expect(article.text).toContain(STORY.join('\n\n'));
    expect(article.text).not.toContain('First!');
    expect(article.leftOut.find(({ where }) => where === 'comments')?.text).toContain('First!');
    expect(article).toMatchObject({
      headline: { value: HEADLINE, found: 'og:title' },
      publisher: { value: 'Nordlys', found: 'og:site_name' },
      published: { value: '2019-01-08', found: 'article:published_time' },
      url: { value: 'https://nordlys.example/p/12', found: 'og:url' },
    });
  });

  it('of the nineties is read, with the day in its words and nothing that it does not say', async () => {
    const article = await onlyArticle(TABLE_PAGE, 'old.htm');
    expect(article.text).toContain(STORY.join('\n\n'));
    expect(article.headline).toEqual({ value: HEADLINE, found: 'title element' });
    expect(article.published).toEqual({ value: '2019-01-08', found: 'dateline' });
    expect(article.publisher).toBeNull();
    expect(article.url).toBeNull();
  });

  it('that only scripts would fill is read from its linked data, and says so', async () => {
    const article = await onlyArticle(SCRIPT_PAGE, 'app.html');
    expect(article.text).toBe(STORY.join('\n\n'));
    expect(article.published?.value).toBe('2019-01-08');
    expect(article.publisher?.value).toBe('Nordlys');
    expect(article.notes.map(({ code }) => code)).toEqual(['from-json-ld', 'paid']);
    expect(article.leftOut.map(({ text }) => text)).toEqual(['Please enable scripts.']);
  });

  it('that is a list of links is none', async () => {
    expect((await onlyProblem(FRONT_PAGE, 'index.html')).code).toBe('page-of-links');
  });

  it('says where it was saved from', async () => {
    const { url } = await onlyArticle(
      `<!-- saved from url=(0032)https://nordlys.example/harbour/1 -->${page(story)}`,
      'a.html',
    );
    expect(url).toEqual({ value: 'https://nordlys.example/harbour/1', found: 'mark of the saving program' });
  });

  it('of several described articles is the one whose address is its own', async () => {
    const head = `<link rel="canonical" href="https://a.example/2"><script type="application/ld+json">[{"@type":"NewsArticle","headline":"One","url":"https://a.example/1"},{"@type":"NewsArticle","headline":"Two","url":"https://a.example/2"}]</script>`;
    expect((await onlyArticle(page(story, head), 'a.html')).headline?.value).toBe('Two');
  });

  it.each([
    ['two days', '<time datetime="2019-01-08">a</time><time datetime="2019-01-09">b</time>', null],
    [
      'two days, of which one is marked',
      '<time datetime="2019-01-08">a</time><time itemprop="datePublished" datetime="2019-01-09">b</time>',
      '2019-01-09',
    ],
    ['one day twice', '<time datetime="2019-01-08T09:00">a</time><time datetime="2019-01-08">b</time>', '2019-01-08'],
    ['a day of another article', '<aside><time datetime="2019-01-08">a</time></aside>', null],
  ])('with time elements of %s', async (_, times, day) => {
    const { published } = await onlyArticle(page(`<article>${times}${story}</article>`), 'a.html');
    expect(published?.value ?? null).toBe(day);
  });

  it('keeps a date that may be two days out, and says so', async () => {
    const head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"01/02/2019"}</script>';
    const { published, notes } = await onlyArticle(page(story, head), 'a.html');
    expect(published).toBeNull();
    expect(notes.map(({ words }) => words).join()).toContain('“01/02/2019” (JSON-LD) may be two days');
  });
});

describe('the words of a page', () => {
  const textOf = async (body: string) =>
    (await onlyArticle(page(`<article>${body}${story}</article>`), 'a.html')).text.split('\n\n')[0];

  it.each([
    [
      'entities',
      '<p>Arden &amp; Berg said &ldquo;no&rdquo;&#33; &lt;b&gt; &nbsp;end of it, and all of that twice over.</p>',
      'Arden & Berg said “no”! <b> \u00a0end of it, and all of that twice over.',
    ],
    [
      'white space',
      '<p>\n  The harbour\n\t is <b>closed </b> <i>now</i>, and it will stay so for quite some time.\n</p>',
      'The harbour is closed now, and it will stay so for quite some time.',
    ],
    [
      'quotation marks that a browser draws',
      '<p>Arden, who heads the authority, asked for <q>patience</q> and for more time.</p>',
      'Arden, who heads the authority, asked for “patience” and for more time.',
    ],
    [
      'a break',
      '<p>The first line of the poem,<br>the second line of the poem, and the end.</p>',
      'The first line of the poem,\nthe second line of the poem, and the end.',
    ],
    [
      'no scripts or styles',
      '<p>The harbour is closed<script>alert(1)</script><style>p{}</style>, and it will stay so for some time.</p>',
      'The harbour is closed, and it will stay so for some time.',
    ],
    [
      'an author within a sentence',
      '<p>The harbour was measured by <a class="author" href="#">Ada Berg</a>, who said that it is deep enough.</p>',
      'The harbour was measured by Ada Berg, who said that it is deep enough.',
    ],
  ])('have %s', async (_, body, text) => expect(await textOf(body)).toBe(text));

  it('that are hidden are left out and listed', async () => {
    const { text, leftOut } = await onlyArticle(
      page(`<article>${story}<p hidden>Hidden words.</p><p style="display: none">More.</p></article>`),
      'a.html',
    );
    expect(text).toBe(STORY.join('\n\n'));
    expect(leftOut).toEqual([{ text: 'Hidden words.\nMore.', where: 'hidden on the page', at: text.length }]);
  });

  it('are never cut within a paragraph: each block is in the text or in the list', async () => {
    for (const html of [GRAPH_PAGE, BREAKS_PAGE, TABLE_PAGE]) {
      const { text, leftOut } = await onlyArticle(html, 'a.html');
      const listed = leftOut.map((piece) => piece.text).join('\n');
      for (const paragraph of STORY)
        expect(text.split('\n\n').includes(paragraph) || listed.includes(paragraph)).toBe(true);
    }
  });
});

describe('a hostile page', () => {
  it.each([
    ['deep', `${'<div>'.repeat(20_000)}${story}`],
    ['deep and unclosed', `${'<b><i><div><p>'.repeat(5_000)}${story}`],
    ['wide', `${'<p>a</p>'.repeat(60_000)}<article>${story}</article>`],
    ['of attributes', `<div ${Array.from({ length: 5_000 }, (_, index) => `a${index}=b`).join(' ')}>${story}</div>`],
    ['of open comments', `${'<!--'.repeat(20_000)}-->${story}`],
    ['of entities', `<p>${'&amp;'.repeat(100_000)}</p>${story}`],
    ['of declarations', `${'<!doctype html>'.repeat(10_000)}${story}`],
  ])('that is %s is read in a time that its length allows', async (_, body) => {
    const before = process.cpuUsage();
    const { articles } = await readText(page(body), 'a.html');
    const { user, system } = process.cpuUsage(before);
    expect(articles[0]?.text).toContain(STORY[1]);
    // Seconds of the processor; the largest has half a megabyte.
    expect((user + system) / 1e6).toBeLessThan(8);
  });

  it('runs nothing, and its words come out as words', async () => {
    const attacksOf = (sources: Source[]) =>
      sources.flatMap(({ strings }) => strings).filter((text) => text.includes('<'));
    const alone = attacksOf(pickedStrings());
    const all = attacksOf(allStrings());
    const together = Array.from({ length: Math.ceil(all.length / 40) }, (_, part) =>
      all.slice(40 * part, 40 * part + 40).join('\n'),
    );
    expect(alone.length).toBeGreaterThan(20);
    for (const attack of [...alone, ...together]) {
      const { articles, problems } = await readText(page(`<article>${story}${attack}</article>`), 'a.html');
      expect(problems, attack).toEqual([]);
      expect(articles[0]?.text, attack).toContain(STORY[0]);
    }
    expect(Reflect.has(globalThis, 'planted')).toBe(false);
  });

  it('of a megabyte takes less than three seconds of the processor, and twice as much takes about twice as long', async () => {
    const long = (copies: number) =>
      page(
        `<article><h1>${HEADLINE}</h1>${Array.from({ length: copies }, (_, index) => `<p>${index} ${STORY[index % 5]}</p>`).join('')}</article>`,
      );
    const cpu = async (html: string) => {
      const before = process.cpuUsage();
      const { articles } = await readText(html, 'a.html');
      expect(articles).toHaveLength(1);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    };
    await cpu(long(500));
    const [one, two] = [await cpu(long(6_000)), await cpu(long(12_000))];
    expect(long(6_000).length).toBeGreaterThan(1_000_000);
    expect(one).toBeLessThan(3);
    expect(two / one).toBeLessThan(4);
  });
});
