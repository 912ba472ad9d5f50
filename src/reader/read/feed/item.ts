import type { Finding, RawArticle, ReadProblem, Source } from '../article.ts';
import { shortened } from '../characters.ts';
import { withoutEntities } from '../html/dom.ts';
import { isPieceOfPage, pieceText } from '../html/pieceText.ts';
import { READ_LIMITS } from '../limits.ts';
import { makeArticle } from '../makeArticle.ts';
import { refusal } from '../refusals.ts';

/** An item of a feed in the words of the feed. `content` is the full text, `summary` what is none. */
export type FeedItem = {
  title: string;
  content: { value: string; markup: boolean; found: string } | null;
  summary: string;
  published: Finding | null;
  updated: string;
  url: Finding | null;
  publisher: Finding | null;
  language: Finding | null;
};

/** How a text ends that goes on elsewhere. */
const GOES_ON =
  /(?:\[(?:…|\.{3}|&hellip;)\]|…|\.{3}|\b(?:continue reading|read (?:the )?(?:more|full|rest)|more)\b.{0,80}|\[\+\d+ chars\])\s*$/i;
/** Fewer characters than this, and with an end like that, a content is a summary. */
const SHORT = 1_500;

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether what stands as the full text is no more than the summary, or breaks off. */
function isSummary(text: string, summary: string): boolean {
  if (text.length < SHORT && GOES_ON.test(text)) return true;
  return summary !== '' && text.length < SHORT && squeezed(text) === squeezed(summary);
}

/** Makes an article of an item with its full text; an item without it is listed with its headline and never read. `number` counts from 1. */
export function itemArticle(source: Source, item: FeedItem, number: number): RawArticle | ReadProblem {
  const title = squeezed(withoutEntities(item.title));
  const where = `${source.name}, item ${number}${title === '' ? '' : `: “${shortened(title)}”`}`;
  const only = () =>
    refusal('summary-only', where, item.summary.trim() === '' && !item.content ? 'a headline and a link' : undefined);
  if (!item.content) return only();
  const { value, markup, found } = item.content;
  if (value.length > READ_LIMITS.page) return refusal('page-too-large', where);
  const { text, leftOut } = markup ? pieceText(value) : { text: value, leftOut: [] };
  const summary = isPieceOfPage(item.summary) ? pieceText(item.summary).text : item.summary;
  if (text.trim() === '' || isSummary(text, summary)) return only();
  const notes = [{ code: 'feed-text', words: `The text is from “${found}” of the feed.` }];
  if (!item.published && item.updated !== '')
    notes.push({ code: 'date', words: `The feed says only when it was changed: “${shortened(item.updated)}”.` });
  return makeArticle(
    source,
    'feed',
    {
      text,
      headline: title === '' ? null : { value: title, found: 'title of the item' },
      publisher: item.publisher,
      published: item.published,
      url: item.url,
      language: item.language,
      leftOut,
      notes,
    },
    where,
  );
}
