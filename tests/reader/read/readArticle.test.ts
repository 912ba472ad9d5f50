// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../../src/reader/read/refusals.ts';
import { HEADLINE, latin1, STORY, TEXT, utf8, utf16 } from './files.ts';
import { onlyArticle, onlyProblem, readText, resultOf } from './reading.ts';

const SHARED = '../shared';

describe('a plain text', () => {
  it('is kept letter for letter, with its first line as the headline', async () => {
    const article = await onlyArticle(TEXT, 'story.txt');
    expect(article.text).toBe(TEXT);
    expect(article.headline).toEqual({ value: HEADLINE, found: 'first line' });
    expect(article.publisher).toBeNull();
    expect(article.published).toBeNull();
    expect(article.url).toBeNull();
    expect(article.language).toEqual({ value: 'en', found: 'the words' });
    expect(article.from).toMatchObject({ format: 'text', name: 'story.txt', read: null });
    expect(article.leftOut).toEqual([]);
  });

  it('carries the digest of its bytes', async () => {
    const { from } = await onlyArticle('abc def\n', 'a.txt');
    // printf 'abc def\n' | sha256sum
    expect(from.sha256).toBe('7f19f4c268b3ba08a92ecce07699ab14d47238bc6999d01822321bcba7b4d5b6');
  });

  it.each([
    ['a sentence', `${STORY[0]}\n\n${STORY[1]}`],
    ['a quotation that ends', '“It is over.”\n\nSaid who?'],
    ['nothing after it', 'Only a line'],
    ['an address', 'https://nordlys.example/1\n\nText follows here.'],
    ['a name', 'By Ada Berg\n\nText follows here.'],
  ])('has no headline where the first line is %s', async (_, text) => {
    expect((await onlyArticle(text, 'a.txt')).headline).toBeNull();
  });

  it('may be a question, and may have marks of Markdown before it', async () => {
    expect((await onlyArticle('# Will it open?\n\nNobody knows.', 'a.md')).headline?.value).toBe('Will it open?');
  });

  it.each([
    ['January 8, 2019', '2019-01-08'],
    ['Published: Tuesday 8 January 2019 09:12 GMT', '2019-01-08'],
    ['LINDVIK, Jan. 8, 2019 (NTB) — The harbour is closed.', '2019-01-08'],
    ['The harbour closed on January 8, 2019, said Arden.', null],
    ['01/02/2019', null],
  ])('is of the day that its lines say: %s', async (line, day) => {
    const { published } = await onlyArticle(`${HEADLINE}\n\n${line}\n\n${STORY[0]}`, 'a.txt');
    expect(published).toEqual(day === null ? null : { value: day, found: 'dateline' });
  });

  it('keeps a null character and a control, and says so', async () => {
    const text = 'The har\0bour\u0007 is closed\u0007, they said.\n\nMore.';
    const { text: kept, notes } = await onlyArticle(text, 'a.txt');
    expect(kept).toBe(text);
    expect(notes.map(({ words }) => words)).toEqual([
      'Kept as they are, though no text needs them: U+0000, U+0007 (2 times).',
    ]);
  });

  it('leaves the head of a Markdown file out, reads it, and lists it', async () => {
    const head = '---\ntitle: "From the head"\ndate: 2019-01-08\nsource: Nordlys\n---\n\n';
    const article = await onlyArticle(`${head}${TEXT}`, 'a.md');
    expect(article.text).toBe(TEXT);
    expect(article.headline).toEqual({ value: 'From the head', found: 'front matter, title' });
    expect(article.published).toEqual({ value: '2019-01-08', found: 'front matter, date' });
    expect(article.publisher?.value).toBe('Nordlys');
    expect(article.leftOut).toEqual([{ text: head, where: 'front matter', at: 0 }]);
  });

  it('says that its lines are broken at a width', async () => {
    const wrapped = STORY.map((text) => text.replace(/(.{60}\S*) /g, '$1\n')).join('\n\n');
    expect((await onlyArticle(wrapped, 'a.txt')).notes.map(({ code }) => code)).toContain('hard-wrapped');
    expect((await onlyArticle(TEXT, 'a.txt')).notes).toEqual([]);
  });
});

describe('an encoding', () => {
  const words = 'Moon Jaé-in – “évening”';
  const inWindows = words.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94');

  it('is UTF-8 without a word, with a mark or without', async () => {
    for (const text of [words, `\ufeff${words}`]) {
      const article = await onlyArticle(text, 'a.txt');
      expect(article.text).toBe(words);
      expect(article.notes).toEqual([]);
    }
  });

  it('is windows-1252 where the bytes are no UTF-8, and that is said', async () => {
    const [article] = (await resultOf(latin1(inWindows), 'a.txt')).articles;
    expect(article?.text).toBe(words);
    expect(article?.notes[0]?.words).toContain('windows-1252 assumed');
  });

  it.each(['le', 'be'] as const)('is UTF-16 (%s) by its mark, or by its zeros', async (order) => {
    const text = `${words} \ud83d\ude00 \ud800 end. ${STORY[0]}`;
    for (const [mark, said] of [
      [true, 'by its byte order mark'],
      [false, 'assumed'],
    ] as const) {
      const [article] = (await resultOf(utf16(text, order, mark), 'a.txt')).articles;
      expect(article?.text).toBe(text);
      expect(article?.notes[0]?.words).toContain(said);
    }
  });

  it('is what the page says where that fits', async () => {
    // "Москва" in windows-1251.
    const page = `<html><head><meta charset="windows-1251"></head><body><p>\xcc\xee\xf1\xea\xe2\xe0 ${STORY[0]}</p></body></html>`;
    const [article] = (await resultOf(latin1(page), 'a.html')).articles;
    expect(article?.text).toContain('Москва The harbour');
    expect(article?.notes[0]?.words).toContain('windows-1251');
  });

  it('stays UTF-8 where few bytes are damaged: nothing is turned into other letters', async () => {
    const bytes = utf8('“Évening” in Malmö – “yes”, he said');
    bytes[1] = 0x20;
    const [article] = (await resultOf(bytes, 'a.txt')).articles;
    expect(article?.text).toContain('Évening” in Malmö – “yes”');
    expect(article?.text).toContain('\ufffd');
    expect(article?.notes[0]?.words).toMatch(/Read as UTF-8, of which .* damaged/);
  });

  it.skipIf(!existsSync(`${SHARED}/cases/05-windows-1252.json`))(
    'does not hide a coverage in windows-1252',
    async () => {
      const problem = await onlyProblem(readFileSync(`${SHARED}/cases/05-windows-1252.json`), '05-windows-1252.json');
      expect(problem.code).toBe('coverage');
    },
  );
});

describe('what is not read', () => {
  const zip = (name: string) => zipSync({ [name]: utf8('Words') });
  it.each<[string, Uint8Array | string, string, RegExp]>([
    ['pdf', '%PDF-1.7\n%\xe2\xe3', 'a.pdf', /PDF viewer.*copy/],
    ['pdf', '%PDF-1.7\n', 'a.txt', /PDF viewer/],
    ['image', '\x89PNG\r\n\x1a\n', 'a.png', /picture/],
    ['image', '\xff\xd8\xff\xe0', 'a.jpg', /picture/],
    ['media', '\0\0\0\x18ftypisom', 'a.mp4', /transcript/],
    ['archive', '\x1f\x8b\x08', 'a.gz', /unpack/],
    ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.doc', /\.docx or plain text/],
    ['rtf', '{\\rtf1\\ansi Words}', 'a.rtf', /\.docx or plain text/],
    ['email', 'From: a@b\nTo: c@d\nSubject: x\nMIME-Version: 1.0\n\nWords', 'a.eml', /paste/],
    [
      'web-archive',
      'From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\nWords',
      'a.mhtml',
      /save it as “HTML”/,
    ],
    ['newsml', '<?xml version="1.0"?><newsItem xmlns="x"><contentSet/></newsItem>', 'a.xml', /paste/],
    ['nitf', '<nitf><body><p>Words</p></body></nitf>', 'a.xml', /paste/],
    ['ninjs', '{"uri":"x","headline":"a","body_text":"Words","versioncreated":"2019"}', 'a.json', /paste/],
    ['drawing', '<svg xmlns="x"><text>Words</text></svg>', 'a.svg', /text/],
    ['feed-list', '<opml version="2.0"><body/></opml> Words', 'a.opml', /open one of the addresses/],
    [
      'sitemap',
      '<?xml version="1.0"?><urlset><url><loc>https://a.example</loc></url></urlset>',
      'a.xml',
      /open the links/,
    ],
    ['other-xml', '<?xml version="1.0"?><invoice>1</invoice>', 'a.xml', /saved page, or a feed/],
    ['story', '{"kind":"dateline-story","version":1,"title":"Words","steps":[]}', 'a.json', /Stories/],
    ['decisions', '{"kind":"dateline-decisions","version":1}', 'a.json', /checked/],
    ['coverage', '{"schemaVersion":2,"articles":[],"statements":[]}', 'a.json', /Coverage/],
    ['other-json', '{"name":"dateline","version":"1"}', 'package.json', /list of objects/],
    ['broken-json', '{"title":"a","text":', 'a.json', /whole JSON file/],
    ['empty', '', 'a.txt', /article/],
    ['no-text', ' \n— … ', 'a.txt', /article/],
    ['database', 'SQLite format 3\0', 'a.db', /export/],
    ['binary', '\x01\x02\x03\x04\x05\x06abc', 'a.bin', /text/],
    ['zip', zip('a.txt'), 'a.docx', /unpack/],
    ['spreadsheet', zip('xl/workbook.xml'), 'a.xlsx', /CSV/],
  ])('has a sentence of its own: %s', async (code, content, name, help) => {
    const bytes = typeof content === 'string' ? latin1(content.replace(/[“”…—]/g, '-')) : content;
    const result = await resultOf(bytes, name);
    expect(result.articles).toEqual([]);
    expect(result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(result.problems[0]?.expected).toMatch(help);
    expect(result.problems[0]?.where).toContain(name);
  });

  it('has other words for each', () => expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length));

  it('never answers "JSON" or "a table" to somebody with an article', async () => {
    for (const [start, name] of [
      ['[LINDVIK] The harbour is closed', 'a.txt'],
      ['{This is an opinion} The harbour is closed', 'pasted text'],
      ['[“Nobody was hurt,” said Arden', 'pasted text'],
      ['<Tom Arden> said that', 'a.txt'],
      ['Arden, Tom, said; Berg, Ada, did not', 'a.csv'],
      ['From: the harbour we hear', 'a.txt'],
      ['Date: a thing with stones', 'a.txt'],
      ['PK is how they call it', 'a.txt'],
      ['The format %PDF-1.7 is old', 'a.txt'],
    ] as const) {
      const { text, from } = await onlyArticle(`${start}\n\n${STORY.join('\n\n')}`, name);
      expect(text.startsWith(start)).toBe(true);
      expect(from.format, start).toBe('text');
    }
  });

  it('is told by the content before the name and the type', async () => {
    const page = `<!doctype html><html><body><article><p>${STORY.join('</p><p>')}</p></article></body></html>`;
    expect((await onlyArticle(page, 'a.txt')).from.format).toBe('html');
    expect((await readText(page, 'a.csv', 'text/csv')).articles[0]?.from.format).toBe('html');
    expect((await onlyArticle(TEXT, 'a.html')).from.format).toBe('text');
  });

  it('is a text or a file that is too large', async () => {
    expect((await onlyProblem(new Uint8Array(64_000_001), 'a.txt')).code).toBe('too-large');
    const long = await onlyProblem(utf8('words '.repeat(900_000)), 'a.txt');
    expect(long).toMatchObject({ code: 'text-too-large', found: '5,400,000' });
  });
});

const hasArticles = existsSync(`${SHARED}/articles`);
it.skipIf(!hasArticles)(
  'the two source articles are read letter for letter, with a headline and without a day',
  async () => {
    for (const file of readdirSync(`${SHARED}/articles`)) {
      const bytes = readFileSync(`${SHARED}/articles/${file}`);
      const [article] = (await resultOf(bytes, file)).articles;
      expect(article?.text).toBe(bytes.toString('utf8'));
      expect(article?.language.value).toBe('en');
      expect(article?.published).toBeNull();
      expect(article?.headline?.value).toBe(bytes.toString('utf8').split('\n')[0]);
    }
  },
);
