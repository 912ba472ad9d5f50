import { parseHTML } from 'linkedom/worker';

/** The part of a document's tree that is used here; nothing of it needs a browser. */
export type DomNode = {
  readonly nodeType: number;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
};
export type DomElement = DomNode & {
  readonly localName: string;
  getAttribute: (name: string) => string | null;
  setAttribute: (name: string, value: string) => void;
  removeAttribute: (name: string) => void;
  hasAttribute: (name: string) => boolean;
  querySelectorAll: (selector: string) => Iterable<DomElement>;
};
export type DomDocument = DomElement & {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
};

const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

/** A page with the two parts that its author may leave out and the parser does not put in: a head that ends, and a body. */
function whole(html: string): string {
  const body = /<body[\s>]/i.exec(html);
  if (!body) return `<!doctype html><html><head></head><body>${html}</body></html>`;
  const before = html.slice(0, body.index);
  return /<head[\s>]/i.test(before) && !/<\/head\s*>/i.test(before)
    ? `${before}</head>${html.slice(body.index)}`
    : html;
}

/** Parses a page. Nothing in it runs, and nothing is fetched. */
export function parsePage(html: string): DomDocument {
  return parseHTML(whole(html)).document as unknown as DomDocument;
}

/** Parses a piece of a page, as feeds and tables carry it. */
export function parsePiece(html: string): DomDocument {
  return parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
}

/** The element that holds a page. Walking starts here: the document's own children cannot be walked past the document type. */
export const rootOf = (document: DomDocument): DomNode => document.documentElement ?? document;

/** Decodes the entities of a text that is not markup otherwise: "Kim&#8217;s" is "Kim’s". */
export function withoutEntities(text: string): string {
  return /&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/i.test(text)
    ? (parsePiece(`<p>${text.replaceAll('<', '&lt;')}</p>`).body?.textContent ?? text)
    : text;
}

/** Calls a function with every element below a node in the order of the document, without recursion, until it says false. */
export function walk(root: DomNode, visit: (element: DomElement, depth: number) => boolean | undefined): void {
  let depth = 0;
  let node: DomNode | null = root.firstChild;
  while (node && node !== root) {
    if (isElement(node) && visit(node, depth) === false) return;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root || !node ? null : node.nextSibling;
  }
}
