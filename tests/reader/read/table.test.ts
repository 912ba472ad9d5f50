// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CSV, HEADLINE, JSON_LINES, JSON_ROWS, SEMICOLON_CSV, STORY } from './files.ts';
import { onlyProblem, readText, resultOf } from './reading.ts';

const text = STORY.join('\n\n');
const cell = (words: string) => `"${words.replaceAll('"', '""')}"`;

describe('a table', () => {
  it('has an article in each row with a text, and says what each column was taken for', async () => {
    const { articles, problems, columns } = await readText(CSV, 'export.csv');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      text,
      headline: { value: HEADLINE, found: 'column “Title”' },
      publisher: { value: 'Nordlys', found: 'column “Source”' },
      published: { value: '2019-01-08', found: 'column “Publish Date”' },
      url: { value: 'https://nordlys.example/1', found: 'column “URL”' },
      from: { format: 'table', name: 'export.csv' },
    });
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'empty-row export.csv, row 3: “No text here”',
    ]);
    expect(columns?.map(({ column, as }) => [column, as])).toEqual([
      ['Title', 'headline'],
      ['URL', 'url'],
      ['Publish Date', 'published'],
      ['Source', 'publisher'],
      ['Full Text', 'text'],
      ['Section', null],
    ]);
    expect(columns?.[5]?.example).toBe('Ports');
  });

  it('with semicolons and other names is read, and other rows settle which number is the day', async () => {
    const { articles } = await readText(SEMICOLON_CSV, 'export.csv');
    expect(articles.map(({ published }) => published?.value)).toEqual(['2019-02-01', '2019-02-13']);
    expect(articles[0]?.notes.map(({ words }) => words)).toEqual([
      'Cells parted by semicolons.',
      'Other rows settle that the day stands first in dates such as 01/02/2019.',
    ]);
    expect(articles[0]?.publisher?.value).toBe('Nordlys');
  });

  it('leaves a date alone that nothing settles', async () => {
    const { articles } = await readText(SEMICOLON_CSV.replace('13/02', '03/02'), 'export.csv');
    expect(articles.map(({ published }) => published)).toEqual([null, null]);
    expect(articles[0]?.notes.at(-1)?.words).toContain('may be two days');
  });

  it('with tabs is known without its name', async () => {
    const tsv = `headline\tbody\tdate\n${HEADLINE}\t${STORY[0]}\t8 Jan 2019\n`;
    const { articles } = await readText(tsv, 'pasted text');
    expect(articles[0]).toMatchObject({
      text: STORY[0],
      published: { value: '2019-01-08' },
      from: { format: 'table' },
    });
  });

  it('keeps apart what a fault has pushed together', async () => {
    const csv = `title,text\nOne,${STORY[4].replaceAll('”', '')}\nTwo,${cell(STORY[0])}\nThree,"never ends\nFour,lost\n`;
    const { articles, problems } = await readText(csv, 'a.csv');
    expect(articles.map(({ headline }) => headline?.value)).toEqual(['Two']);
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'uneven-row a.csv, row 2',
      'open-quote a.csv, row 4',
    ]);
  });

  it('with cells that are pieces of a page shows their paragraphs', async () => {
    const csv = `title,content\nOne,${cell(STORY.map((words) => `<p>${words}</p>`).join(''))}\n`;
    const { articles } = await readText(csv, 'a.csv');
    expect(articles[0]?.text).toBe(text);
    expect(articles[0]?.notes.map(({ code }) => code)).toEqual(['markup']);
  });

  it.each([
    [
      'NewsAPI',
      'news.json',
      JSON.stringify({
        status: 'ok',
        totalResults: 2,
        articles: [1, 2].map((id) => ({
          source: { id: null, name: 'N' },
          title: `T${id}`,
          url: `https://a.example/${id}`,
          urlToImage: null,
          publishedAt: '2019-01-08T09:00:00Z',
          content: 'The harbour of Lindvik… [+2345 chars]',
        })),
      }),
    ],
    [
      'GDELT',
      'gdelt.json',
      JSON.stringify({
        articles: [1, 2].map((id) => ({
          url: `https://a.example/${id}`,
          url_mobile: '',
          title: 'T',
          seendate: '20190108T090000Z',
          domain: 'a.example',
          language: 'English',
          sourcecountry: 'Norway',
        })),
      }),
    ],
    [
      'Media Cloud',
      'mc.csv',
      'stories_id,publish_date,title,url,language,media_name\n1,2019-01-08,T,https://a.example/1,en,N\n2,2019-01-08,T,https://a.example/2,en,N\n',
    ],
    [
      'GDELT',
      'x.export.CSV',
      Array.from({ length: 2 }, (_, row) =>
        ['814123456', '20190108', ...Array.from({ length: 58 }, () => ''), `https://a.example/${row}`].join('\t'),
      ).join('\n'),
    ],
  ])('of %s is 2 links and 0 texts', async (name, file, content) => {
    const problem = await onlyProblem(new TextEncoder().encode(content), file);
    expect(problem).toMatchObject({ code: 'links-only', found: `${name}: 2 links, 0 texts` });
    expect(problem.expected).toContain('open the links');
  });

  it('without a column of texts says which columns it has', async () => {
    const { problems } = await readText('title,author\nA harbour,Berg\n', 'a.csv');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'no-text-column', found: 'the columns “title”, “author”' }),
    ]);
  });
});

describe('JSON', () => {
  it('with a list somewhere in it is read as rows', async () => {
    const { articles, problems, columns } = await readText(JSON_ROWS, 'export.json');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      text,
      headline: { value: HEADLINE },
      publisher: { value: 'Nordlys' },
      published: { value: '2019-01-08' },
      url: { value: 'https://nordlys.example/1' },
    });
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['empty-row export.json, item 2: “Without”']);
    expect(columns?.find(({ column }) => column === 'body')?.as).toBe('text');
  });

  it('in lines is a row each, and a line that is none is told', async () => {
    const { articles, problems } = await readText(JSON_LINES, 'export.jsonl');
    expect(articles.map(({ headline }) => headline?.value)).toEqual(['One', 'Two']);
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['broken-json export.jsonl, line 3']);
  });

  it('of one article is one article, and what is no article in a list is not dropped', async () => {
    expect((await readText(JSON.stringify({ title: 'One', text: STORY[0] }), 'a.json')).articles).toHaveLength(1);
    const { articles, problems } = await readText(JSON.stringify([{ text: STORY[0] }, 7, null]), 'a.json');
    expect(articles).toHaveLength(1);
    expect(problems.map(({ where }) => where)).toEqual(['a.json, item 2', 'a.json, item 3']);
  });

  it('that breaks off is told with its line', async () => {
    const problem = await onlyProblem(new TextEncoder().encode('[{"title":"a",\n"text":"b"},\n{'), 'a.json');
    expect(problem).toMatchObject({ code: 'broken-json', where: 'a.json, line 3' });
  });

  it('with keys that objects have already does no harm', async () => {
    const { articles } = await readText(
      '[{"__proto__":{"text":"x"},"constructor":"y","text":"The harbour is closed."}]',
      'a.json',
    );
    expect(articles[0]?.text).toBe('The harbour is closed.');
  });
});

const FILES = '../shared/security';
it.skipIf(!existsSync(FILES))(
  'the tables and the JSON of the hostile sets come to articles or to problems',
  async () => {
    const folders = [`${FILES}/csv-spectrum/csvs`, `${FILES}/csv-injection`, `${FILES}/json-test-suite-parsing`];
    const files = folders
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
      )
      .filter((file) => /\.(?:csv|txt|json)$/.test(file));
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const { articles, problems } = await resultOf(readFileSync(file), file.endsWith('.txt') ? 'a.csv' : file);
      expect(articles.length + problems.length, file).toBeGreaterThan(0);
      expect(
        problems.map(({ code }) => code),
        file,
      ).not.toContain('failed');
    }
  },
);
