/** The files of the fonts by their address, as data addresses: fetched once for all pictures. */
const known = new Map<string, Promise<string>>();

async function fetched(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let letters = '';
  // In pieces, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:font/woff2;base64,${btoa(letters)}`;
}

function dataAddress(address: string): Promise<string> {
  const coming = known.get(address) ?? fetched(address);
  known.set(address, coming);
  // What failed once is asked for again the next time.
  coming.catch(() => known.delete(address));
  return coming;
}

/** Whether a `unicode-range` holds one of the code points. A range that is not given holds all. */
export function holdsAny(range: string, points: Iterable<number>): boolean {
  const spans = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
    ([, from = '', to]) => [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const,
  );
  if (spans.length === 0) return true;
  for (const point of points) if (spans.some(([from, to]) => point >= from && point <= to)) return true;
  return false;
}

/**
 * The fonts that a text is set in, as rules that hold their files: those of the page's own style sheets, and of these only the parts
 * with letters of the text.
 *
 * @throws when a file cannot be fetched
 */
export async function fontRules(text: string): Promise<string> {
  const points = new Set([...text].map((sign) => sign.codePointAt(0) ?? 0));
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [{ rule, base: sheet.href }] : [])),
  );
  const rules = faces.map(async ({ rule: { style }, base }) => {
    const [, file] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src')) ?? [];
    const range = style.getPropertyValue('unicode-range');
    if (file === undefined || !holdsAny(range, points)) return null;
    const data = await dataAddress(new URL(file, base ?? document.baseURI).href);
    const [family, weight] = ['font-family', 'font-weight'].map((name) => style.getPropertyValue(name));
    return `@font-face{font-family:${family};font-weight:${weight};${range && `unicode-range:${range};`}src:url("${data}") format("woff2")}`;
  });
  return (await Promise.all(rules)).filter((rule) => rule !== null).join('\n');
}
