import { fontFaces, rulesFor } from './pageStyles.ts';
import type { Provenance } from './provenance.ts';

/** What the file may load: nothing but what stands in it. It has no scripts, and may have none. */
export const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * Stands for the styles until the page is text, before anything of the coverage. A style element would be under the policy of the app,
 * which bars it.
 */
const STYLES = 'styles of this page';

/**
 * The paper edition as one HTML file that opens from a disk without a network: its styles and fonts stand in it, it asks for nothing, and
 * its policy lets it ask for nothing.
 *
 * `edition` is the drawn edition, attached to the page or not; it is copied. Its text reaches the file through the browser's own
 * serializer, so that nothing in it can become markup; U+0000 is written as U+FFFD. The styles are those rules of the page's style
 * sheets that apply to it.
 *
 * @throws TypeError when a font cannot be fetched
 */
export async function htmlFile(edition: Element, provenance: Provenance): Promise<string> {
  const { title, filters, shown, asOf, pin, link, made } = provenance;
  const page = document.implementation.createHTMLDocument(`${title}: ${filters}`);
  page.documentElement.lang = 'en';
  const meta = (attributes: Record<string, string>) => {
    const element = page.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  page.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: FILE_POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    page.createComment(STYLES),
    meta({ name: 'generator', content: 'Dateline' }),
    meta({
      name: 'description',
      content: `${filters}: ${shown}. As of ${asOf}, made on ${made}. Coverage ${pin.coverage}, digest ${pin.digest}. ${link}`,
    }),
  );
  const main = page.createElement('main');
  main.append(page.importNode(edition, true));
  page.body.append(main);

  const sheets = [...document.styleSheets];
  const faces = await fontFaces(sheets, page.body.textContent ?? '');
  // A style sheet is not escaped in a page. It is the app's own, and cannot close its element.
  const styles = [...faces, ...rulesFor(sheets, page)].join('\n').replaceAll('</', '<\\/');
  // A page cannot hold this one character: whoever opens the file would drop it without a word.
  const text = new XMLSerializer()
    .serializeToString(page.documentElement)
    .replaceAll('\u0000', '\uFFFD')
    // A parser makes a line feed of the sign itself.
    .replaceAll('\r', '&#13;');
  return `<!doctype html>\n${text.replace(`<!--${STYLES}-->`, () => `<style>\n${styles}\n</style>`)}\n`;
}
