import type { ReadProblem } from './article.ts';
import { READ_LIMITS } from './limits.ts';

const UNPACK = 'the articles themselves: unpack it, and add the files that are inside';
const SAVE_DOCX = 'the text itself: save it as .docx or plain text, or copy the words and paste them here';
const COPY = 'the words themselves: copy the text of the article, and paste it here';
const TEXTS = 'articles with their texts; open the links, save the pages as HTML, and add those';
const SAVE_PAGE = 'the page saved by itself: in the browser, save it as “HTML” or “complete page”';

/** What may be done instead, and what the file is, for every kind of file that is not read. */
const REFUSALS = {
  empty: ['a file with an article in it', 'an empty file'],
  'no-text': ['an article', 'nothing to read: no letter and no digit'],
  'too-large': [`a file of at most ${READ_LIMITS.bytes / 1e6} MB`, 'a larger one'],
  'text-too-large': [`at most ${READ_LIMITS.text.toLocaleString('en')} characters in one article`, 'more'],
  'too-many-articles': [`at most ${READ_LIMITS.articles.toLocaleString('en')} articles in a file`, 'more'],
  'more-problems': [`at most ${READ_LIMITS.problems} problems in a file`, 'more'],
  binary: ['text, a saved page, a feed, a table or a Word document (.docx)', 'a file that is not text'],
  'utf-32': ['text in UTF-8; save it again with that encoding', 'text in UTF-32'],
  pdf: ['the words themselves: in your PDF viewer select all, copy the text, and paste it here', 'a PDF'],
  image: ['the words as text; a picture of a page would have to be typed or recognised first', 'a picture'],
  media: ['the words as text: a transcript, for example', 'a sound or video file'],
  zip: [UNPACK, 'a zip archive'],
  archive: [UNPACK, 'a packed archive'],
  'broken-zip': ['a whole file; download or save it again', 'a packed file that is cut off or damaged'],
  'broken-docx': ['a whole Word document; open it in Word and save it again', 'a Word document that is damaged'],
  'docx-too-large': [`a Word document that unpacks to at most ${READ_LIMITS.unpacked / 1e6} MB`, 'more'],
  'other-document': [SAVE_DOCX, 'a document of another program'],
  spreadsheet: ['a table as CSV; in the spreadsheet, save it as “CSV UTF-8”', 'a spreadsheet'],
  'old-office': [SAVE_DOCX, 'a document of an old version of Office, or one that a password protects'],
  rtf: [SAVE_DOCX, 'a Rich Text document'],
  email: [COPY, 'an e-mail'],
  'web-archive': [SAVE_PAGE, 'a web archive'],
  newsml: [COPY, 'a news agency’s file (NewsML)'],
  nitf: [COPY, 'a news agency’s file (NITF)'],
  ninjs: [COPY, 'a news agency’s file (ninjs)'],
  coverage: ['an article; open this one with “Coverage”, or drop it by itself', 'a coverage file of Dateline'],
  story: ['an article; play this one with “Share”, “Stories”', 'a story of Dateline'],
  decisions: ['an article; apply this one where articles are checked', 'a file of decisions of Dateline'],
  'other-dateline': ['an article', 'another file of Dateline'],
  database: ['articles as CSV or JSON; export them from the database', 'a database or a column file'],
  program: [COPY, 'a program'],
  drawing: ['the words as text', 'a drawing (SVG)'],
  'word-xml': [SAVE_DOCX, 'a Word document as XML'],
  'feed-list': ['a feed; open one of the addresses in it and save what comes', 'a list of feeds (OPML)'],
  sitemap: [TEXTS, 'a list of addresses (a sitemap)'],
  'other-xml': ['a saved page, or a feed (RSS or Atom)', 'XML of another kind'],
  'broken-xml': ['a whole feed', 'XML with a fault'],
  'xml-doctype': [
    'a feed without a document type',
    'a document type (<!DOCTYPE …>), which can make a small file endless',
  ],
  'xml-too-deep': [`at most ${READ_LIMITS.xmlDepth} elements inside one another`, 'more'],
  'broken-json': ['a whole JSON file; download or export it again', 'JSON with a fault'],
  'other-json': ['articles in JSON: a list of objects with a title and a text', 'JSON of another kind'],
  'links-only': [TEXTS, 'links without texts'],
  'summary-only': ['the full text; this feed carries it on the page itself', 'a summary'],
  'empty-feed': ['a feed with articles', 'a feed without any'],
  'no-text-column': ['a column with the texts, named “text”, “body” or “content”', 'none'],
  'no-rows': ['a table with a row for each article', 'a table without rows'],
  'empty-row': ['a text', 'none'],
  'uneven-row': ['as many cells as the heading has', 'more: what stands where cannot be told'],
  'open-quote': [
    'a quotation mark at the end of a cell',
    'a cell that never ends: this row and what follows it are not read',
  ],
  'page-of-links': ['a page with one article; open the article and save that page', 'a page of links'],
  'page-too-large': [`a page of at most ${READ_LIMITS.page / 1e6} million characters`, 'more'],
  failed: ['a file that can be read', 'one that this reader fails at; nothing of it was taken'],
} as const satisfies Record<string, readonly [expected: string, found: string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** Every code that a problem can have. */
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

/** Makes the problem of a code; `found` says more than the general words where more is known. */
export function refusal(code: RefusalCode, where: string, found?: string): ReadProblem {
  const [expected, general] = REFUSALS[code];
  return { code, expected, found: found ?? general, where };
}

/** Keeps the first problems of a file, and says how many more there were. */
export function bounded(problems: readonly ReadProblem[], where: string): ReadProblem[] {
  const more = problems.length - READ_LIMITS.problems;
  return more <= 0
    ? [...problems]
    : [...problems.slice(0, READ_LIMITS.problems), refusal('more-problems', where, `${more} more`)];
}
