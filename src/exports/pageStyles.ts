/** What depends on the moment, and what is drawn beside an element: taken off before asking whether a rule applies. */
const MOMENTARY =
  /::?(?:before|after|marker|backdrop|first-letter|placeholder|selection)\b|:(?:hover|focus-visible|focus-within|focus|active|target|visited)\b/g;

/** Whether something in the page could ever match. A selector that cannot be asked for is kept. */
function applies(selector: string, page: Document): boolean {
  try {
    return page.querySelector(selector.replace(MOMENTARY, '')) !== null;
  } catch {
    return true;
  }
}

/** The rules of style sheets that apply to a page, as text; without font faces, which `fontFaces` gives. */
export function rulesFor(sheets: Iterable<{ cssRules: Iterable<CSSRule> }>, page: Document): string[] {
  return [...sheets].flatMap(({ cssRules }) =>
    [...cssRules].flatMap((rule): string[] => {
      if (rule instanceof CSSStyleRule) return applies(rule.selectorText, page) ? [rule.cssText] : [];
      if (rule instanceof CSSMediaRule) {
        const inner = rulesFor([rule], page);
        return inner.length === 0 ? [] : [`@media ${rule.conditionText} {\n${inner.join('\n')}\n}`];
      }
      return rule instanceof CSSPageRule ? [rule.cssText] : [];
    }),
  );
}

/** Whether a text has a character of a `unicode-range` such as "U+0-FF, U+131"; an empty range holds all. */
export function inRange(text: string, range: string): boolean {
  const spans = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, first = '', last = first]) => ({
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
  }));
  if (spans.length === 0) return true;
  const has = (point: number) => spans.some(({ first, last }) => point >= first && point <= last);
  return [...new Set(text)].some((sign) => has(sign.codePointAt(0) ?? 0));
}

async function dataUrl(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new TypeError(`the font ${address} could not be fetched: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** The font faces of style sheets that a text needs, with the fonts themselves in them. */
export async function fontFaces(sheets: Iterable<CSSStyleSheet>, text: string): Promise<string[]> {
  const faces = [...sheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ style: rule.style, base: sheet.href ?? document.baseURI }] : [],
    ),
  );
  const needed = faces.filter(({ style }) => inRange(text, style.getPropertyValue('unicode-range')));
  return Promise.all(
    needed.map(async ({ style, base }) => {
      const [, quoted] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
      const declared = [...style].filter((name) => name !== 'src' || quoted === undefined);
      const rest = declared.map((name) => `${name}: ${style.getPropertyValue(name)};`);
      const source = quoted === undefined ? [] : [`src: url("${await dataUrl(new URL(quoted, base).href)}");`];
      return `@font-face { ${[...source, ...rest].join(' ')} }`;
    }),
  );
}
