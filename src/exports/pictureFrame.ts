import css from './picture.module.css';
import type { Provenance } from './provenance.ts';

/** Longest link that a picture shows whole, in characters. */
const LONGEST_LINK = 180;

/** A link as it is shown: a long one without its middle. */
export function shownLink(link: string): string {
  const signs = [...link];
  if (signs.length <= LONGEST_LINK) return link;
  return `${signs.slice(0, LONGEST_LINK - 40).join('')} … ${signs.slice(-37).join('')}`;
}

/** A paragraph of words that may come from a corpus or a link. */
function paragraph(className: string | undefined, ...parts: (string | Node)[]): HTMLElement {
  const element = document.createElement('p');
  element.className = className ?? '';
  for (const part of parts) {
    if (part instanceof Node) {
      element.append(part);
      continue;
    }
    // No control of direction reaches out of its own box.
    const words = document.createElement('bdi');
    words.className = css.words ?? '';
    words.textContent = part;
    element.append(words);
  }
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of the product, as the masthead has it. */
function brandMark(): SVGElement {
  const mark = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', width: '18', height: '18', fill: 'none', stroke: 'currentColor' };
  for (const [name, value] of Object.entries({ ...attributes, 'stroke-width': '1.6' })) mark.setAttribute(name, value);
  const circle = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: '12', cy: '12', r: '10' })) circle.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  const drawn = { d: 'M12 2v4.5l-3 3.2 5 4.4-2 2.4V22', 'stroke-dasharray': '2.6 2', 'stroke-linecap': 'round' };
  for (const [name, value] of Object.entries(drawn)) line.setAttribute(name, value);
  mark.append(circle, line);
  return mark;
}

/** The head of a picture: whose data it is unless it is ours, the coverage, the filters in words, what is shown. */
export function headOf({ band, title, filters, shown }: Provenance): HTMLElement {
  const head = document.createElement('header');
  head.className = css.head ?? '';
  if (band !== null) head.append(paragraph(css.band, band));
  head.append(paragraph(css.title, title), paragraph(css.filters, filters), paragraph(css.shown, shown));
  return head;
}

/** The foot of a picture: the product, the dates, the digest, the link. */
export function footOf({ asOf, made, pin, link }: Provenance): HTMLElement {
  const foot = document.createElement('footer');
  foot.className = css.foot ?? '';
  const facts = [`Coverage as of ${asOf}`, `Picture made ${made}`, `Corpus digest ${pin.digest}`];
  foot.append(
    paragraph(css.brand, brandMark(), 'Dateline'),
    paragraph(css.facts, ...facts),
    paragraph(css.link, shownLink(link)),
  );
  return foot;
}
