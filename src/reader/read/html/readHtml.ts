import type { ReadNote, ReadResult, Source } from '../article.ts';
import { refused } from '../article.ts';
import { datelineOf } from '../dates.ts';
import { READ_LIMITS } from '../limits.ts';
import { makeArticle, parted } from '../makeArticle.ts';
import { refusal } from '../refusals.ts';
import { type Block, blocksOf } from './blocks.ts';
import { parsePage, rootOf, withoutEntities } from './dom.ts';
import { articleBlocks } from './extract.ts';
import type { LinkedArticle } from './jsonLd.ts';
import { pageMetadata } from './metadata.ts';
import { joined } from './pieces.ts';

const note = (code: string, words: string): ReadNote => ({ code, words });

/** Whether what was found is a list of links, as front pages are. */
function isListOfLinks(kept: ReadonlySet<Block>): boolean {
  let [linked, all] = [0, 0];
  for (const block of kept) {
    linked += block.linked;
    all += block.text.length;
  }
  return kept.size > 5 && linked > 0.7 * all;
}

/** The text that stands in a page's linked data, when the page itself has none or only a beginning of it. */
function bodyInstead(linked: LinkedArticle | null, text: string): string | null {
  const body = linked?.body ? withoutEntities(linked.body) : null;
  return body !== null && body.length > 140 && text.length < 0.5 * body.length ? body : null;
}

/** Reads a saved page: its article, what the page says about it, and everything else as pieces that were left out. */
export function readHtml(source: Source): ReadResult {
  if (source.text.length > READ_LIMITS.page) return refused(refusal('page-too-large', source.name));
  const document = parsePage(source.text);
  const { linked, ...found } = pageMetadata(document, source.text);
  const blocks = blocksOf(rootOf(document));
  const { kept, how } = articleBlocks(document, blocks);
  const body = bodyInstead(linked, joined(blocks, kept, null).text);
  if (body === null && !linked && isListOfLinks(kept)) return refused(refusal('page-of-links', source.name));
  const { text, leftOut } = joined(blocks, body === null ? kept : new Set(), found.headline?.value ?? null);
  const notes = [];
  if (body !== null)
    notes.push(
      note('from-json-ld', 'The text is from the page’s own data (JSON-LD): the page itself shows less of it.'),
    );
  else if (how === 'rules')
    notes.push(note('simple-rules', 'The article was found by simple rules; look at what was left out.'));
  if (linked?.paid)
    notes.push(note('paid', 'The page says that the whole text is for subscribers: it may be cut off.'));
  const words = body ?? text;
  const dateline = found.published ? null : datelineOf(words);
  const article = makeArticle(source, 'html', {
    ...found,
    text: words,
    published: dateline ? { value: dateline, found: 'dateline' } : found.published,
    leftOut,
    notes,
  });
  return { ...parted([article]), columns: null };
}
