import type { RefusalCode } from './refusals.ts';
import { isTable } from './table/columns.ts';

/** What a decoded file is: something with a reader, or something that is refused in its own words. */
export type Kind = 'text' | 'html' | 'feed' | 'json' | 'json-lines' | 'table' | { refused: RefusalCode };

const HTML_NAMES =
  /^(?:!doctype|html|head|body|title|meta|link|base|style|script|article|main|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|dl|table|blockquote|figure|span|a|br|b|i|em|strong|center|font|img|iframe|pre|form)$/;
const ROOTS: Record<string, Kind> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  newsitem: { refused: 'newsml' },
  newsmessage: { refused: 'newsml' },
  newsml: { refused: 'newsml' },
  packageitem: { refused: 'newsml' },
  nitf: { refused: 'nitf' },
  svg: { refused: 'drawing' },
  opml: { refused: 'feed-list' },
  urlset: { refused: 'sitemap' },
  sitemapindex: { refused: 'sitemap' },
  worddocument: { refused: 'word-xml' },
  package: { refused: 'word-xml' },
  document: { refused: 'word-xml' },
};
const HEADERS = /^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type):/gim;

const ends = (name: string, extensions: string) => new RegExp(`\\.(?:${extensions})$`, 'i').test(name);

/** The first element of markup, after declarations and comments; null where the text begins with something else. */
function firstElement(text: string): { name: string; prefix: string; doctype: string } | null {
  const step =
    /\s*(?:<\?[^>]{0,2000}>|<!--[\s\S]{0,20000}?-->|<!doctype\s+([^\s>]+)[^>[]{0,2000}(?:\[[\s\S]{0,20000}?\]\s*)?>)/iy;
  let [at, doctype] = [0, ''];
  for (let found = step.exec(text); found; found = step.exec(text)) {
    at = step.lastIndex;
    doctype ||= found[1]?.toLowerCase() ?? '';
  }
  const element = /\s*<(?:([\w.-]{1,40}):)?([A-Za-z][\w.-]{0,40})(?=[\s/>])/y;
  element.lastIndex = at;
  const found = element.exec(text);
  if (!found) return doctype === '' ? null : { name: '', prefix: '', doctype };
  return { name: (found[2] ?? '').toLowerCase(), prefix: (found[1] ?? '').toLowerCase(), doctype };
}

function markupKind(text: string, isXml: boolean): Kind | null {
  const first = firstElement(text);
  if (!first) return null;
  if (first.doctype === 'html' || first.name === 'html') return 'html';
  const known = Object.hasOwn(ROOTS, first.name) ? ROOTS[first.name] : undefined;
  // These words are elements of XML only under a prefix or a declaration.
  if (known && (isXml || first.prefix !== '' || known === 'feed' || !/^(?:package|document)$/.test(first.name)))
    return known;
  if (HTML_NAMES.test(first.name) && first.prefix === '') return 'html';
  return isXml ? { refused: 'other-xml' } : null;
}

/** Whether a text begins with the head of an e-mail. */
function mailKind(text: string): Kind | null {
  const head = /^(?:From .{1,200}\r?\n)?(?:[A-Za-z][\w-]{1,60}:.{0,2000}\r?\n(?:[ \t].{0,2000}\r?\n){0,60}){3,80}/.exec(
    text.slice(0, 30_000),
  )?.[0];
  if (!head) return null;
  const names = new Set([...head.matchAll(HEADERS)].map(([, name = '']) => name.toLowerCase()));
  const technical = ['message-id', 'mime-version', 'received', 'content-type', 'return-path'].some((name) =>
    names.has(name),
  );
  if (names.size < 3 || !technical) return null;
  return { refused: /multipart\/related/i.test(head) ? 'web-archive' : 'email' };
}

function jsonKind(text: string, name: string, type: string): Kind | null {
  const first = text.trimStart().charAt(0);
  const named = ends(name, 'json|jsonl|ndjson|geojson|ninjs') || /\bjson\b|ndjson/i.test(type);
  if (first !== '{' && first !== '[') return named ? { refused: 'broken-json' } : null;
  const line = /^\s*(\{.*\})[ \t]*(?:\r?\n\s*(\{)?|$)/.exec(text.slice(0, 2_000_000));
  if (ends(name, 'jsonl|ndjson') || line?.[2]) return 'json-lines';
  const looks = /^\s*(?:\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\}\s*$)|\[\s*(?:[{[]|\]\s*$))/.test(text.slice(0, 2_000));
  return named || looks ? 'json' : null;
}

/** Says what a decoded file is: by its content first, then by its type and its name. What is nothing else is plain text. */
export function kindOf(text: string, name: string, type: string): Kind {
  const start = text.slice(0, 100_000);
  const markup = /^\s*</.test(start) ? markupKind(start, /^\s*<\?xml/.test(start)) : null;
  if (markup) return markup;
  const json = jsonKind(text, name, type);
  if (json) return json;
  const mail = mailKind(text);
  if (mail) return ends(name, 'mht|mhtml') ? { refused: 'web-archive' } : mail;
  const tags = /<(?:p|div|html|body|article|h1)[\s>]/i.test(start);
  if (tags && (ends(name, 'x?html?|xht') || /\bhtml\b/i.test(type))) return 'html';
  return isTable(text, ends(name, 'csv|tsv|tab') || /\bcsv\b|tab-separated/i.test(type)) ? 'table' : 'text';
}
