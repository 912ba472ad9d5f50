import type { Finding } from '../article.ts';
import { readXml, type XmlFault, type XmlTag } from '../xml.ts';
import type { FeedItem } from './item.ts';

/** A value of an item or of the feed: what stands in an element, without its children. */
type Values = Map<string, string>;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const started = ({ name, attributes }: XmlTag) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}>`;

const keyOf = ({ name, prefix }: XmlTag) =>
  prefix === '' || prefix === 'atom' || prefix === 'rss' ? name : `${prefix}:${name}`;

/** One thing being read: the feed itself, or an item. */
class Entry {
  readonly values: Values = new Map();
  /** The type of Atom's content: text, html, xhtml. */
  contentType = '';

  /** Keeps a value; the first one counts. */
  keep(key: string, value: string): void {
    if (value.trim() !== '' && !this.values.has(key)) this.values.set(key, value);
  }

  first(...keys: string[]): Finding | null {
    const key = keys.find((one) => this.values.has(one));
    return key === undefined ? null : { value: (this.values.get(key) ?? '').trim(), found: key };
  }
}

/** The item that an entry is, with what the feed says for all of its items. */
function itemOf(entry: Entry, feed: Entry): FeedItem {
  const encoded = entry.values.get('content:encoded');
  const atom = entry.values.get('content');
  const content =
    encoded !== undefined
      ? { value: encoded, markup: true, found: 'content:encoded' }
      : atom !== undefined
        ? { value: atom, markup: entry.contentType !== 'text', found: 'content' }
        : null;
  const title = feed.first('title');
  const guid = entry.first('guid');
  return {
    title: entry.values.get('title') ?? '',
    content,
    summary: entry.values.get('description') ?? entry.values.get('summary') ?? '',
    published: entry.first('pubDate', 'published', 'dc:date', 'issued', 'dcterms:issued'),
    updated: entry.first('updated', 'modified', 'dcterms:modified')?.value ?? '',
    url: entry.first('feedburner:origLink', 'link') ?? (guid && /^https?:/.test(guid.value) ? guid : null),
    publisher: entry.first('source', 'dc:publisher') ?? (title && { ...title, found: 'title of the feed' }),
    language: entry.first('xml:lang', 'dc:language') ?? feed.first('language', 'xml:lang', 'dc:language'),
  };
}

/** Reads the items of RSS 0.9 to 2.0 and Atom, one after the other; items before a fault are whole. */
export function readItems(text: string, onItem: (item: FeedItem) => void): XmlFault | null {
  const feed = new Entry();
  let entry: Entry | null = null;
  let depth = 0;
  let entryDepth = 0;
  let words = '';
  let inside: { depth: number; markup: string } | null = null;
  return readXml(text, {
    open: (tag) => {
      depth += 1;
      if (inside) {
        inside.markup += started(tag);
        return;
      }
      words = '';
      const { name, attributes } = tag;
      if (!entry && (name === 'item' || name === 'entry')) {
        entry = new Entry();
        entryDepth = depth;
      }
      const around = entry ?? feed;
      if (attributes['xml:lang'] && (!entry || depth === entryDepth)) around.keep('xml:lang', attributes['xml:lang']);
      if (name === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
        around.keep('link', attributes.href);
      if (entry && name === 'content' && tag.prefix !== 'media') {
        entry.contentType = /^(?:text|text\/plain)$/.test(attributes.type ?? 'text') ? 'text' : 'markup';
        if (attributes.type === 'xhtml') inside = { depth, markup: '' };
      }
    },
    text: (piece) => {
      if (inside) inside.markup += escaped(piece);
      else words += piece;
    },
    close: (tag) => {
      const key = keyOf(tag);
      if (inside && depth > inside.depth) inside.markup += `</${tag.name}>`;
      else if (inside) {
        entry?.keep(key, inside.markup);
        inside = null;
      } else if (entry && depth === entryDepth) {
        onItem(itemOf(entry, feed));
        entry = null;
      } else if (entry ? depth === entryDepth + 1 : depth <= 3) (entry ?? feed).keep(key, words);
      // An entry of Atom may say which feed it is from: its title is the publisher.
      else if (entry && depth === entryDepth + 2 && tag.name === 'title') entry.keep('source', words);
      words = '';
      depth -= 1;
    },
  });
}
