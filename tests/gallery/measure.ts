import { inkOutside, isPiled } from './ink.ts';

/** What is wrong with the picture of a panel, as lines that begin with the kind of fault. */
export type Fault = string;

/** Px by which a box may leave another before it counts. */
const SLACK = 1.5;
/** Details that are kept of one kind of fault. */
const KEPT = 3;

const STAGE = '[data-stage]';
/** Panels are sections, the reader an aside or, on a phone, a dialog; they stand in the grid, or directly on the stage. */
const PANEL = `${STAGE} > :is(section, aside, dialog), ${STAGE} > main > section`;

const brief = (text: string) => `"${text.trim().slice(0, 40)}"`;
const px = (value: number) => `${Math.round(value)} px`;

/** The runs of text of an element that a sighted reader is meant to see, with the boxes of their lines. */
function* textBoxes(root: Element): Generator<{ text: string; element: Element; box: DOMRect }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue ?? '';
    if (!element || text.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
    // Words for screen readers, and titles, are not painted.
    if (isUnseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
    for (const box of range.getClientRects()) {
      // The box of a font is higher than a tight line, and there is no ink in the rest.
      const rest = Math.max(0, box.height - (lineHeight || box.height)) / 2;
      const line = new DOMRect(box.x, box.y + rest, box.width, box.height - 2 * rest);
      if (line.width > 0 && line.height > 0) yield { text, element, box: line };
    }
  }
}

function isUnseen(element: Element): boolean {
  if (element.closest('.vh, title')) return true;
  const head = element.closest('thead');
  return head !== null && getComputedStyle(head).clipPath !== 'none';
}

/** Whether an element shows by three dots that it cuts its text. */
function showsCut(style: CSSStyleDeclaration): boolean {
  return style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
}

/** How a line of text fares on its way from its element up to the panel; null when all is well. */
function fate(element: Element, box: DOMRect, panel: Element): string | null {
  for (let at: Element | null = element; at && at !== panel.parentElement; at = at.parentElement) {
    const style = getComputedStyle(at);
    const frame = at.getBoundingClientRect();
    const scrolls = /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);
    const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (scrolls) {
      const [left, top] = [box.left + at.scrollLeft - frame.left, box.top + at.scrollTop - frame.top];
      return Math.min(left, top) < -SLACK ? `cannot be scrolled to, ${px(Math.min(left, top))}` : null;
    }
    if (!clips && at !== panel) continue;
    if (showsCut(style)) return null;
    // A space at the end of a line may hang out of it.
    const space = 0.3 * Number.parseFloat(style.fontSize);
    const sides = {
      left: frame.left - box.left,
      right: box.right - frame.right - space,
      top: frame.top - box.top,
      bottom: box.bottom - frame.bottom,
    };
    const [side, out] = Object.entries(sides).reduce((worst, one) => (one[1] > worst[1] ? one : worst));
    if (out > SLACK)
      return `${clips ? 'is cut' : 'leaves its panel'} at the ${side} by ${px(out)}, in ${at.tagName} ${at.getAttribute('class')}`;
  }
  return null;
}

function textOutside(panel: Element): Fault[] {
  const found = new Map<string, Fault>();
  for (const { text, element, box } of textBoxes(panel)) {
    // Piled marks end where their line ends, which is what their box is for.
    if (isPiled(text) && getComputedStyle(element).overflowY === 'clip') continue;
    const why = fate(element, box, panel);
    if (why !== null && !found.has(text)) found.set(text, `outside: ${brief(text)} ${why}`);
  }
  return [...found.values()];
}

/** Words of one drawing that lie over words, or over a mark, of another owner. How high piled marks reach is up to the fonts of the machine. */
function labelsOverlapping(svg: Element): Fault[] {
  const labels = [...svg.querySelectorAll('text, [data-mark] rect, [data-mark] > circle:not(:first-child)')]
    .filter(({ textContent }) => !isPiled(textContent ?? ''))
    .map((element) => ({
      box: element.getBoundingClientRect(),
      owner: element.closest('[data-mark], [role="button"]') ?? element,
      isText: element.tagName === 'text',
      text: element.textContent ?? '',
    }));
  return labels.flatMap((a, index) =>
    labels.slice(index + 1).flatMap((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const apart = a.owner === b.owner || !(a.isText || b.isText) || across <= 1 || down <= 3.5;
      return apart ? [] : [`overlap: ${brief(a.text)} and ${brief(b.text)} by ${px(across)} x ${px(down)}`];
    }),
  );
}

/** Regions that scroll from side to side, which only a matrix may, and what fades out where it goes on. */
function sideways(panel: Element): Fault[] {
  return [panel, ...panel.querySelectorAll('*')].flatMap((element) => {
    const more = element.scrollWidth - element.clientWidth;
    const { overflowX } = getComputedStyle(element);
    if (
      more <= SLACK ||
      !/auto|scroll/.test(overflowX) ||
      element.matches('[aria-label^="Matrix"], [aria-label="Active filters"], [aria-label="Articles"]')
    )
      return [];
    return [`sideways: ${element.getAttribute('aria-label') ?? element.tagName} scrolls by ${px(more)}`];
  });
}

/** Strings of the corpus that the panel does not show or say exactly as they are. */
function changed(panel: Element, strings: string[]): Fault[] {
  const named = [...panel.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  const all = [panel.textContent, ...named].join('\n');
  return [...new Set(strings)]
    .filter((text) => !all.includes(text))
    .map((text) => `changed: ${JSON.stringify(text).slice(0, 60)}`);
}

/** Everything that can be measured to be wrong with the exhibit on the stage. */
export function faults(shows: string[]): Fault[] {
  const stage = document.querySelector(STAGE);
  const panel = document.querySelector(PANEL);
  if (!stage || !panel) return ['nothing: the stage is empty'];
  const over = document.documentElement.scrollWidth - window.innerWidth;
  const groups = [
    over > 0 ? [`page: scrolls sideways by ${px(over)}`] : [],
    textOutside(panel),
    sideways(panel),
    [...panel.querySelectorAll('svg[role="group"]')].flatMap(labelsOverlapping),
    [...textBoxes(panel)].flatMap(({ text, element, box }) => inkOutside(text, element, box, panel)),
    changed(panel, shows),
    [...panel.querySelectorAll('[role="alert"]')].map((alert) => `failed: ${brief(alert.textContent ?? '')}`),
  ];
  return groups.flatMap((group) => {
    const more = group.length - KEPT;
    const kind = (group[0] ?? '').split(':')[0];
    return more > 0 ? [...group.slice(0, KEPT), `${kind}: and ${more} more`] : group;
  });
}
