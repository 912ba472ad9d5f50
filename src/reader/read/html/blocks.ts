import { CDATA, type DomElement, type DomNode, isElement, TEXT } from './dom.ts';
import { BLOCK, regionOf, SILENT } from './regions.ts';

/** A run of text in a block; `owner` is the number of the element that it stands in directly. */
type Run = { owner: number; length: number };

/**
 * A paragraph of a page in the order of the document: a heading, an item of a list, a caption and a cell are paragraphs, too. White space is
 * as a browser would draw it. `region` is what it is when it is not the article, `linked` how many of its characters stand in links.
 */
export type Block = {
  text: string;
  name: string;
  region: string | null;
  inArticle: boolean;
  linked: number;
  runs: Run[];
};

/** The attribute that numbers the elements with words in them, so that they are known again after an extractor has moved them. */
export const OWNER = 'data-reader-owner';

type Place = { region: string | null; inArticle: boolean; name: string; pre: boolean; linked: boolean; owner: number };

const NAMED = /^(?:h[1-6]|li|blockquote|figcaption|caption|pre|td|th|dt|dd)$/;
const START: Place = { region: null, inArticle: false, name: 'p', pre: false, linked: false, owner: 0 };

/** Puts runs of text together into one block, as a browser would draw them. */
class Paragraph {
  #text = '';
  #runs: Run[] = [];
  #breaks = 0;
  #space = false;
  #linked = 0;
  #place: Place | null = null;
  #region: string | null = null;

  /** Adds text of one element; outside of `pre`, any white space is one space. */
  add(text: string, place: Place): void {
    const words = place.pre ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
    if (/^ *$/.test(words) && !place.pre) {
      if (words !== '') this.#space = true;
      return;
    }
    const bare = place.pre ? words : words.replace(/^ | $/g, '');
    const gap = this.#breaks > 0 ? '\n' : this.#space || (!place.pre && words.startsWith(' ')) ? ' ' : '';
    const added = this.#text === '' ? bare : gap + bare;
    this.#text += added;
    this.#runs.push({ owner: place.owner, length: bare.length });
    if (place.linked) this.#linked += bare.length;
    // A paragraph with a name of an author in it is no byline: only what stands in a region as a whole is of it.
    this.#region = this.#place === null || this.#region === place.region ? place.region : null;
    this.#place ??= place;
    this.#breaks = 0;
    this.#space = !place.pre && words.endsWith(' ');
  }

  /** Counts a line break; says whether it is the second in a row, which parts paragraphs. */
  break(): boolean {
    this.#breaks += 1;
    return this.#breaks > 1;
  }

  /** Hands out the block that was put together, and begins another one. */
  end(): Block | null {
    const text = this.#place?.pre ? this.#text.replace(/^\n+|\s+$/g, '') : this.#text.replace(/^[ \n]+|[ \n]+$/g, '');
    const { inArticle = false, name = 'p' } = this.#place ?? {};
    const region = this.#region;
    const block = text.trim() === '' ? null : { text, name, region, inArticle, linked: this.#linked, runs: this.#runs };
    [this.#text, this.#runs, this.#breaks, this.#space, this.#linked, this.#place] = ['', [], 0, false, 0, null];
    return block;
  }
}

function placeOf(element: DomElement, name: string, around: Place): Place {
  const inArticle =
    around.inArticle || name === 'article' || name === 'main' || element.getAttribute('itemprop') === 'articleBody';
  // A paragraph within an item or a quotation is still one.
  const kind = NAMED.test(name) ? name : around.name;
  return {
    region: around.region ?? regionOf(element, inArticle),
    inArticle,
    name: kind,
    pre: around.pre || name === 'pre' || name === 'textarea',
    linked: around.linked || name === 'a',
    owner: 0,
  };
}

/**
 * The paragraphs of a page, and a number on every element that has words of its own. Walks without recursion; reads each character once. The
 * marks that a browser draws around the element for quotations are written as “ and ”.
 */
export function blocksOf(body: DomNode): Block[] {
  const blocks: Block[] = [];
  const paragraph = new Paragraph();
  const places: Place[] = [{ ...START }];
  let owners = 0;
  const end = () => {
    const block = paragraph.end();
    if (block) blocks.push(block);
  };
  const here = () => places.at(-1) ?? START;
  const say = (text: string, element: DomNode | null) => {
    const place = here();
    if (place.owner === 0 && element && isElement(element)) {
      owners += 1;
      place.owner = owners;
      element.setAttribute(OWNER, String(owners));
    }
    paragraph.add(text, place);
  };
  const enter = (element: DomElement): boolean => {
    const name = element.localName.toLowerCase();
    if (SILENT.has(name)) return false;
    if (name === 'br' ? paragraph.break() : BLOCK.has(name)) end();
    if (element.hasAttribute(OWNER)) element.removeAttribute(OWNER);
    places.push(placeOf(element, name, here()));
    if (name === 'q') say('“', element);
    return true;
  };
  const leave = (element: DomElement) => {
    const name = element.localName.toLowerCase();
    if (name === 'q') say('”', element);
    if (BLOCK.has(name)) end();
    places.pop();
  };
  let node = body.firstChild;
  while (node && node !== body) {
    const entered = isElement(node) && enter(node);
    if (node.nodeType === TEXT || node.nodeType === CDATA) say(node.textContent ?? '', node.parentNode);
    const down: DomNode | null = entered ? node.firstChild : null;
    if (down) {
      node = down;
      continue;
    }
    if (entered && isElement(node)) leave(node);
    while (node && node !== body && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== body && isElement(node)) leave(node);
    }
    node = node === null || node === body ? null : node.nextSibling;
  }
  end();
  return blocks;
}
