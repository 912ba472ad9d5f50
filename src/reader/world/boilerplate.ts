import { type Segmented, SHAPE } from '../segmented.ts';
import type { IndexedSpan } from './spanIndex.ts';

/** Lines that belong to the page and not to the article, whole paragraphs at a time. */
const PAGE_LINES =
  /^\s{0,4}©|^\W{0,4}(?:related (?:news|stories|articles|topics|content|links|coverage)|more (?:news|stories|from|on this)|read (?:more|also|next|this)|also read|see also|watch(?: now| also)?:|most (?:read|popular)|trending(?: now)?|recommended|advertisement|sponsored|continue reading|story continues|share this|share on|follow us|sign up|subscribe|newsletter|click here|comments?$|leave a (?:comment|reply)|copyright|all rights reserved|photo(?:graph)?s? ?(?:by|:|credit)|image ?(?:credit|source|:)|file photo|tags?:|topics?:|filed under|print this|email this|skip to|loading|back to top|home ?[>|»]|you may also like|editor'?s picks|breaking news alerts?|download (?:the|our) app|terms of (?:use|service)|privacy policy|cookies?)\b/i;

/** What servers and scripts say in the middle of a text. */
const SERVER_WORDS =
  /\[an error occurred while processing (?:this|the) directive\]|\b(?:HTTP(?:\/\d\.\d)? )?(?:403 Forbidden|404 Not Found|500 Internal Server Error|502 Bad Gateway|503 Service Unavailable)\b|\b(?:please )?enable javascript\b[^.\n]{0,80}|\bjavascript is (?:disabled|required)\b[^.\n]{0,80}|\bYour browser does not support\b[^.\n]{0,80}|\[(?:if|endif|CDATA|object Object|embed|gallery|caption|shortcode)[^\]\n]{0,60}\]|<(?:script|div|span|iframe|img|br)\b[^>\n]{0,200}>|&(?:nbsp|amp|quot|lt|gt|#\d{2,5});|\bundefined undefined\b|\[\+\d+ chars\]/gi;

const FEWEST_WORDS = 5;

export type Furniture = { span: IndexedSpan; what: 'page' | 'server' | 'foreign' };

/** Finds what is not part of the article: lines of the page, words of servers, and headlines of something else. Linear in the text. */
export function findFurniture(text: Segmented): Furniture[] {
  const found: Furniture[] = [];
  const names = namesByParagraph(text);
  for (const [n, paragraph] of text.paragraphs.entries()) {
    const words = text.text.slice(paragraph.start, paragraph.end);
    const span = { start: paragraph.start, end: paragraph.end };
    if (PAGE_LINES.test(words) && (words.length < 160 || !/[.!?]["”']?$/.test(words))) {
      found.push({ span, what: 'page' });
      continue;
    }
    if (n > 0 && isForeign(text, n, names)) found.push({ span, what: 'foreign' });
    for (const match of words.matchAll(SERVER_WORDS)) {
      const start = paragraph.start + match.index;
      found.push({ span: { start, end: start + match[0].length }, what: 'server' });
    }
  }
  return found;
}

type Names = { own: Set<string>[]; counts: Map<string, number> };

/** Capitalised words of each paragraph, and in how many paragraphs each stands. */
function namesByParagraph(text: Segmented): Names {
  const counts = new Map<string, number>();
  const own = text.paragraphs.map(({ from, to }) => {
    const names = new Set<string>();
    for (let i = from; i < to; i++) {
      const token = text.tokens[i];
      if (token && token.text.length > 3 && (token.shape === SHAPE.capital || token.shape === SHAPE.capitals))
        names.add(token.lower);
    }
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return names;
  });
  return { own, counts };
}

/** A line without a full stop, with several names of which the article has none elsewhere: a headline of something else. */
function isForeign(text: Segmented, n: number, { own, counts }: Names): boolean {
  const paragraph = text.paragraphs[n];
  const names = own[n];
  if (!paragraph || !names || names.size < 3 || text.paragraphs.length < 5) return false;
  const size = paragraph.to - paragraph.from;
  const ended = /[.!?:;,]["”')\]]*$/.test(text.text.slice(paragraph.start, paragraph.end));
  return !ended && size >= FEWEST_WORDS && size < 30 && [...names].every((name) => counts.get(name) === 1);
}
