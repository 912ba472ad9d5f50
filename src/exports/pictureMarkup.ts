import type { Provenance } from './provenance.ts';

/** What an SVG says about itself where no eye sees it. */
export type Told = { heading: string; provenance: Provenance; width: number; height: number };

const SVG = 'http://www.w3.org/2000/svg';

/** Elements that may stand in a picture: words, tables, drawings. Everything else goes. */
const ELEMENTS = new Set(
  `article aside b bdi blockquote br button caption cite code dd details div dl dt em figcaption figure footer h1 h2 h3 h4 header i li main
  mark nav ol p q s section small span strong style sub summary sup table tbody td tfoot th thead time tr u ul
  svg g path rect circle ellipse line polyline polygon text tspan defs pattern clippath mask lineargradient radialgradient stop marker
  title desc metadata foreignobject`.split(/\s+/),
);

/** Attributes that may stand there: places and shapes. No name of an event, no address. */
const ATTRIBUTES = new Set(
  `class style id lang dir xmlns colspan rowspan open start d x y x1 x2 y1 y2 cx cy r rx ry width height viewBox transform points dx dy
  offset fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity
  text-anchor preserveAspectRatio patternUnits patternContentUnits patternTransform gradientUnits gradientTransform clip-path mask
  vector-effect clipPathUnits`.split(/\s+/),
);

/** An address in a style that leads out of the picture: neither a part of it nor held in it. */
const LEADS_OUT = /url\(\s*(?!["']?(?:#|data:(?:font|image|application\/(?:font|x-font|octet-stream))))/i;

const withoutFaults = (text: string) =>
  // What XML cannot hold, control characters and halves of pairs, is shown as the replacement character: nothing is left out unseen.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD');

function strip(element: Element, used: Set<string>): void {
  for (const { name, value } of [...element.attributes]) {
    const kept = name === 'id' ? used.has(value) : ATTRIBUTES.has(name) && (name === 'style' || !LEADS_OUT.test(value));
    if (!kept) element.removeAttribute(name);
  }
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
  for (const property of [...element.style])
    if (LEADS_OUT.test(element.style.getPropertyValue(property))) element.style.removeProperty(property);
}

/** The ids that something in the picture is painted with. */
function usedIds(svg: SVGElement): Set<string> {
  const used = new Set<string>();
  for (const element of svg.querySelectorAll('[style*="url("], [fill^="url("], [clip-path], [mask]'))
    for (const { value } of element.attributes)
      for (const [, id = ''] of value.matchAll(/url\(["']?#([^"')]+)/g)) used.add(id);
  return used;
}

/** Widths and heights are those of one element each; the rest of its looks it shares with others. */
const OWN = [
  'width',
  'height',
  'transform-origin',
  'top',
  'left',
  'right',
  'bottom',
  'grid-template-columns',
  'grid-template-rows',
];

/** Puts the looks that elements share into one rule each, which makes the file many times smaller. Gives the rules. */
function sharedLooks(root: Element): string {
  const rules = new Map<string, string>();
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>('[style]')) {
    const { style } = element;
    const own = OWN.map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value !== '');
    for (const [name] of own) style.removeProperty(name);
    const looks = style.cssText;
    element.removeAttribute('style');
    for (const [name, value] of own) element.style.setProperty(name, value);
    const pseudo = [...element.classList].filter((name) => /^u\w{4}\d+$/.test(name));
    const known = rules.get(looks) ?? `l${rules.size}`;
    rules.set(looks, known);
    element.setAttribute('class', [known, ...pseudo].join(' '));
  }
  return [...rules].map(([looks, name]) => `.${name}{${looks}}`).join('\n');
}

function tellIn(svg: SVGElement, { heading, provenance, width, height }: Told): void {
  const { band, title, asOf, pin, filters, shown, link, made } = provenance;
  const lines = [
    ...(band === null ? [] : [band]),
    `Dateline: ${title}`,
    `${filters}: ${shown}`,
    `Coverage as of ${asOf}, picture made ${made}, corpus digest ${pin.digest}`,
    link,
  ];
  const said = { title: `${heading}: ${title}`, desc: lines.join('\n'), metadata: JSON.stringify(provenance) };
  const elements = Object.entries(said).map(([name, text]) => {
    const element = document.createElementNS(SVG, name);
    element.textContent = text;
    return element;
  });
  svg.prepend(...elements);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

/**
 * Makes an SVG of the library one that stands alone and holds no harm whatever the corpus says: known elements and attributes, no
 * address that leads out, and what it is in words.
 */
export function closedMarkup(svg: SVGElement, told: Told): void {
  for (const element of [...svg.querySelectorAll('*')])
    if (!ELEMENTS.has(element.localName.toLowerCase())) element.remove();
  const used = usedIds(svg);
  for (const element of svg.querySelectorAll('*')) strip(element, used);
  const content = svg.querySelector('foreignObject');
  const sheet = svg.querySelector('style');
  if (content && sheet) sheet.append(sharedLooks(content));
  tellIn(svg, told);
}

/** An SVG as a file: XML that any reader of XML takes. */
export function svgText(svg: SVGElement): string {
  // A parser makes a line feed of a carriage return that stands there itself.
  const text = new XMLSerializer().serializeToString(svg).replaceAll('\r', '&#13;');
  return withoutFaults(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}
