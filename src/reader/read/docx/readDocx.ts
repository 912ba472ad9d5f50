import type { LeftOut, ReadNote, ReadResult, Source } from '../article.ts';
import { refused } from '../article.ts';
import { datelineOf } from '../dates.ts';
import { decode } from '../encoding.ts';
import { firstLineHeadline } from '../headline.ts';
import { PARAGRAPHS } from '../html/pieces.ts';
import { makeArticle, parted } from '../makeArticle.ts';
import { type RefusalCode, refusal } from '../refusals.ts';
import type { XmlFault } from '../xml.ts';
import { type WordParagraph, wordParagraphs } from './paragraphs.ts';
import { unzipped } from './unzip.ts';

const BODY = 'word/document.xml';
/** The other parts with words in them, and what their words are. */
const PARTS: readonly [file: RegExp, where: string][] = [
  [/^word\/header\d*\.xml$/, 'page header'],
  [/^word\/footer\d*\.xml$/, 'page footer'],
  [/^word\/footnotes\.xml$/, 'footnote'],
  [/^word\/endnotes\.xml$/, 'endnote'],
  [/^word\/comments\.xml$/, 'comment'],
];

const isPart = (name: string) => name === BODY || PARTS.some(([file]) => file.test(name));

/** What an archive is that is no Word document. */
function otherKind(names: readonly string[]): RefusalCode {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\//) || (has(/^content\.xml$/) && has(/^Object|table/i))) return 'spreadsheet';
  if (has(/^ppt\/|^content\.xml$|^META-INF\/container\.xml$|^Index\/Document\.iwa$|^mimetype$/))
    return 'other-document';
  return 'zip';
}

const isHeadline = ({ style }: WordParagraph) =>
  /^(?:title|heading1|titel|berschrift1|titre1?)$/i.test(style.replace(/[\s_-]/g, ''));

/** The running text of a document, and what stands beside it with its place. */
function put(paragraphs: readonly WordParagraph[]): { text: string; leftOut: LeftOut[] } {
  const kept: string[] = [];
  const leftOut: LeftOut[] = [];
  let at = 0;
  for (const { text, where } of paragraphs) {
    if (where !== null) {
      leftOut.push({ text, where, at });
      continue;
    }
    at += (kept.length > 0 ? PARAGRAPHS.length : 0) + text.length;
    kept.push(text);
  }
  return { text: kept.join(PARAGRAPHS), leftOut };
}

/** Reads a Word document: its paragraphs are the text; headers, footnotes, comments, text boxes and deleted words are left out and listed. */
export function readDocx(bytes: Uint8Array, source: Source): ReadResult {
  const unpacked = unzipped(bytes, isPart);
  if ('code' in unpacked) return refused(refusal(unpacked.code, source.name));
  const body = unpacked.files.get(BODY);
  if (!body) return refused(refusal(otherKind(unpacked.names), source.name));
  const paragraphs: WordParagraph[] = [];
  const read = (part: Uint8Array, place: string | null): XmlFault | null =>
    wordParagraphs(decode(part).text, place, (paragraph) => paragraphs.push(paragraph));
  const fault = read(body, null);
  if (fault) return refused(refusal(fault.code === 'broken-xml' ? 'broken-docx' : fault.code, source.name));
  for (const [name, part] of [...unpacked.files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const where = PARTS.find(([file]) => file.test(name))?.[1];
    // A damaged footnote does not take the article with it; it is said below.
    if (where && read(part, where)) paragraphs.push({ text: name, style: '', where: 'a part that could not be read' });
  }
  const { text, leftOut } = put(paragraphs);
  const running = paragraphs.filter(({ where }) => where === null);
  const titled = running.slice(0, 5).find(isHeadline);
  const line = firstLineHeadline(text);
  const day = datelineOf(text);
  const notes: ReadNote[] = /<w:ins\s/.test(decode(body).text)
    ? [{ code: 'tracked', words: 'Tracked changes: what was inserted is in the text, what was deleted is left out.' }]
    : [];
  const headline = titled
    ? { value: titled.text, found: 'title style' }
    : line === null
      ? null
      : { value: line, found: 'first line' };
  const article = makeArticle(source, 'docx', {
    text,
    headline,
    published: day === null ? null : { value: day, found: 'dateline' },
    leftOut,
    notes,
  });
  return { ...parted([article]), columns: null };
}
