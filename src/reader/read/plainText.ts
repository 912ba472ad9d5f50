import type { Finding, ReadNote, ReadResult, Source } from './article.ts';
import { datelineOf } from './dates.ts';
import { firstLineHeadline } from './headline.ts';
import { type Found, makeArticle, parted } from './makeArticle.ts';

/** The head of a Markdown file between two lines of hyphens, and what it says in lines of "key: value". */
function frontMatter(text: string): { length: number; values: Map<string, string> } | null {
  const head = /^---[ \t]*\r?\n((?:(?!---)[^\n]{0,2000}\n){1,100})---[ \t]*(?:\r?\n)+/.exec(text.slice(0, 60_000));
  const lines = [...(head?.[1] ?? '').matchAll(/^([A-Za-z][\w -]{0,40}):[ \t]+["']?(.*?)["']?[ \t]*\r?$/gm)];
  if (!head || lines.length === 0) return null;
  return {
    length: head[0].length,
    values: new Map(lines.map(([, key = '', value = '']) => [key.toLowerCase(), value])),
  };
}

/** Says that the lines of a text are broken at a width: nearly all but the last of each paragraph are about as long. */
function hardWrapped(text: string): ReadNote[] {
  const blocks = text
    .slice(0, 50_000)
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((block) => block.split(/\r?\n/));
  const inner = blocks.flatMap((lines) => lines.slice(0, -1)).map((line) => line.trimEnd().length);
  const even = inner.filter((length) => length >= 50 && length <= 100).length;
  if (inner.length < 5 || even < 0.8 * inner.length) return [];
  return [{ code: 'hard-wrapped', words: 'The lines are broken at a width; blank lines part the paragraphs.' }];
}

const KEYS: Record<'headline' | 'publisher' | 'published' | 'url' | 'language', readonly string[]> = {
  headline: ['title', 'headline'],
  publisher: ['publisher', 'source', 'publication', 'site'],
  published: ['date', 'published', 'pubdate', 'created'],
  url: ['url', 'link', 'source', 'canonical'],
  language: ['lang', 'language'],
};

/** Reads a plain text, verbatim. The head of a Markdown file is left out and listed, since it is not part of the article. */
export function readPlainText(source: Source): ReadResult {
  const head = frontMatter(source.text);
  const text = head ? source.text.slice(head.length) : source.text;
  const given = (field: keyof typeof KEYS): Finding | null => {
    const key = KEYS[field].find(
      (one) =>
        (head?.values.get(one) ?? '') !== '' &&
        (field === 'url'
          ? /^https?:/.test(head?.values.get(one) ?? '')
          : !/^https?:/.test(head?.values.get(one) ?? '')),
    );
    return key ? { value: head?.values.get(key) ?? '', found: `front matter, ${key}` } : null;
  };
  const line = firstLineHeadline(text);
  const day = datelineOf(text);
  const web = /^\s*(?:url:\s*|source:\s*)?(https?:\/\/\S+)[ \t]*(?:\r?\n|$)/im.exec(text.slice(0, 1_000))?.[1];
  const found: Found = {
    text,
    headline: given('headline') ?? (line === null ? null : { value: line, found: 'first line' }),
    publisher: given('publisher'),
    published: given('published') ?? (day === null ? null : { value: day, found: 'dateline' }),
    url: given('url') ?? (web ? { value: web, found: 'a line of its own' } : null),
    language: given('language'),
    leftOut: head ? [{ text: source.text.slice(0, head.length), where: 'front matter', at: 0 }] : [],
    notes: hardWrapped(text),
  };
  return { ...parted([makeArticle(source, 'text', found)]), columns: null };
}
