import type { DomElement } from './dom.ts';

/** Elements whose content is never words of a page. */
export const SILENT = new Set([
  'script',
  'style',
  'template',
  'svg',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'map',
  'datalist',
  'noembed',
  'noframes',
  'rp',
  'title',
  'meta',
  'link',
]);

/** Elements that begin and end a paragraph. */
export const BLOCK = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav noscript ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** A line that is nothing but the day of the page, which is no sentence of its article. */
export const DATE_LINE = 'date of the page';

const BY_NAME: Record<string, string> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'box beside the text',
  form: 'form',
  button: 'button',
  select: 'form',
  textarea: 'form',
  dialog: 'dialog',
  menu: 'navigation',
  noscript: 'shown only without scripts',
  time: DATE_LINE,
};

const BY_ROLE: Record<string, string> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'page header',
  contentinfo: 'footer',
  complementary: 'box beside the text',
  search: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
};

/** What a class or an id says that an element is, in whole words between hyphens, underscores and spaces. */
const BY_WORD: readonly [words: RegExp, region: string][] = [
  [/\b(?:cookies?|consent|gdpr)\b/, 'cookie notice'],
  [/\b(?:comments?|disqus|responses)\b/, 'comments'],
  [
    /\b(?:related|recommend(?:ed|ations?)?|more news|read next|also read|most read|most popular|trending|you may like|outbrain|taboola)\b/,
    'links to other articles',
  ],
  [/\b(?:newsletter|subscribe|subscription|signup|sign up|paywall|promo|promotion)\b/, 'promotion'],
  [/\b(?:ads?|advert|advertisement|advertising|sponsor|sponsored|banner ad)\b/, 'advertisement'],
  [/\b(?:share|sharing|social|share bar|share buttons?)\b/, 'share buttons'],
  [/\b(?:breadcrumbs?|nav|navbar|menu|pagination)\b/, 'navigation'],
  [/\b(?:byline|author bio|author)\b/, 'byline'],
];

/** Elements too large or too central to be furniture because of a word in their class. */
const CENTRAL = /^(?:html|body|main|article)$/;

/** Whether the page itself says that an element is not seen. */
function isHidden(element: DomElement): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    (style.length < 2_000 && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  );
}

/**
 * Names the part of a page that an element is and that is not its article: "navigation", "comments", "hidden on the page". Null for all else.
 * `inArticle` is for headers, which have a page's name or an article's headline.
 */
export function regionOf(element: DomElement, inArticle: boolean): string | null {
  const name = element.localName.toLowerCase();
  if (CENTRAL.test(name)) return null;
  if (isHidden(element)) return 'hidden on the page';
  if (name === 'header') return inArticle ? null : 'page header';
  const role = element.getAttribute('role') ?? '';
  const known = (Object.hasOwn(BY_NAME, name) && BY_NAME[name]) || (Object.hasOwn(BY_ROLE, role) && BY_ROLE[role]);
  if (known) return known;
  const said = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  if (said === ' ') return null;
  const words = said
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:/]+/g, ' ')
    .toLowerCase();
  return BY_WORD.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
