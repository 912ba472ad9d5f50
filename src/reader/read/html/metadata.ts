import type { Finding } from '../article.ts';
import { edtfOf } from '../dates.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, withoutEntities } from './dom.ts';
import { type LinkedArticle, linkedArticle } from './jsonLd.ts';

/** What this file asks of the platform: the parser of addresses. */
declare const URL: new (address: string, base?: string) => { href: string };

/** What a page says about its article, each with where. */
export type PageMetadata = {
  headline: Finding | null;
  publisher: Finding | null;
  published: Finding | null;
  url: Finding | null;
  language: Finding | null;
  linked: LinkedArticle | null;
};

const HEADLINES = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'citation_title',
];
const PUBLISHERS = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'citation_journal_title',
  'application-name',
];
const DATES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'dcterms.created',
  'dcterms.date',
  'dc.date.issued',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'citation_publication_date',
  'date',
];

/** The values of the `meta` elements by their name, property or itemprop, in lower case; the first of each counts. */
function metaOf(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop'])
      for (const key of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/))
        if (key !== '' && content !== '' && !values.has(key)) values.set(key, content);
  }
  return values;
}

/** The first of several values that is there. */
function firstOf(
  values: ReadonlyMap<string, string>,
  keys: readonly string[],
  fits = (_: string) => true,
): Finding | null {
  const key = keys.find((one) => fits(values.get(one) ?? '') && values.has(one));
  return key === undefined ? null : { value: withoutEntities(values.get(key) ?? ''), found: key };
}

const spaced = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

const ASIDE = /^(?:aside|nav|footer)$/;
const ASIDE_WORDS = /comment|related|recommend|most-|sidebar|teaser|card/i;

/** Whether an element, up to the article around it, is a part about something else. */
function isAside(element: DomElement): boolean {
  for (
    let node: DomNode | null = element, steps = 0;
    node && isElement(node) && steps < 40;
    node = node.parentNode, steps += 1
  ) {
    if (
      ASIDE.test(node.localName) ||
      ASIDE_WORDS.test(`${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`)
    )
      return true;
    if (node.localName === 'article' || node.localName === 'main') return false;
  }
  return false;
}

/** The day of the `time` elements: the one that is marked as the day of publication, else the one day that all of them say. Null when they differ. */
function timeOf(document: DomDocument): Finding | null {
  const times = [...document.querySelectorAll('time')].slice(0, 200).filter((time) => !isAside(time));
  const dayOf = (time: DomElement) => edtfOf(time.getAttribute('datetime') ?? '') ?? edtfOf(spaced(time.textContent));
  const marked = times.find(
    (time) =>
      /published/i.test(`${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`) ||
      time.hasAttribute('pubdate'),
  );
  const days = new Set((marked ? [marked] : times).flatMap((time) => dayOf(time) ?? []));
  const [day] = days;
  return day !== undefined && days.size === 1 ? { value: day, found: 'time element' } : null;
}

/** The address that a browser or a tool wrote into the page when it saved it. */
function savedFrom(html: string): Finding | null {
  const head = html.slice(0, 20_000);
  const found =
    /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]{1,2000}?)\s*-->/i.exec(head) ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S{1,2000})/i.exec(head);
  return found ? { value: found[1] ?? '', found: 'mark of the saving program' } : null;
}

function absolute(address: string, base: string | undefined): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** An address as it is written; a relative one is seen from where the page was saved. */
const resolved = (finding: Finding, base: string | undefined): Finding =>
  /^[a-z][a-z\d+.-]*:/i.test(finding.value) ? finding : { ...finding, value: absolute(finding.value, base) };

function titleOf(document: DomDocument, site: string | undefined): Finding | null {
  const [title] = [...document.querySelectorAll('title')]
    .map((one) => spaced(one.textContent))
    .filter((one) => one !== '');
  if (title === undefined) return null;
  const [, words, tail] = /^(.{3,}?)\s+[|·—–-]\s+([^|·—–]+)$/.exec(title) ?? [];
  return { value: words && site !== undefined && tail === site ? words : title, found: 'title element' };
}

/** Reads what a page says about its article: JSON-LD first, then OpenGraph and its kin, then the elements. What it does not say is null. */
export function pageMetadata(document: DomDocument, html: string): PageMetadata {
  const meta = metaOf(document);
  const headings = [...document.querySelectorAll('h1')]
    .filter((one) => !isAside(one))
    .map((one) => spaced(one.textContent))
    .filter((one) => one !== '');
  const heading: Finding | null = headings.length === 1 ? { value: headings[0] ?? '', found: 'h1' } : null;
  const saved = savedFrom(html);
  const link = [...document.querySelectorAll('link[rel~="canonical" i]')]
    .map((one) => one.getAttribute('href')?.trim() ?? '')
    .find((one) => one !== '');
  const canonical: Finding | null = link === undefined ? null : { value: link, found: 'canonical link' };
  const own = [canonical?.value, meta.get('og:url'), meta.get('og:title'), headings[0]].filter(
    (one) => one !== undefined,
  );
  const linked = linkedArticle(document, own);
  const said = (value: string | null | undefined): Finding | null =>
    value ? { value: withoutEntities(value), found: 'JSON-LD' } : null;
  const isAddress = (value: string) => /^https?:\/\//i.test(value);
  const url = [said(linked?.url), firstOf(meta, ['og:url']), canonical, saved]
    .filter((one) => one !== null)
    .map((one) => resolved(one, saved?.value))
    .find(({ value }) => isAddress(value));
  const lang = [...document.querySelectorAll('html[lang], body[lang]')][0]?.getAttribute('lang');
  return {
    headline:
      said(linked?.headline) ?? firstOf(meta, HEADLINES) ?? heading ?? titleOf(document, meta.get('og:site_name')),
    publisher: said(linked?.publisher) ?? firstOf(meta, PUBLISHERS, (value) => !isAddress(value)),
    published: said(linked?.published) ?? firstOf(meta, DATES, (value) => edtfOf(value) !== null) ?? timeOf(document),
    url: url ?? null,
    language: lang
      ? { value: lang, found: 'html lang' }
      : (said(linked?.language) ?? firstOf(meta, ['content-language', 'dc.language', 'og:locale'])),
    linked,
  };
}
