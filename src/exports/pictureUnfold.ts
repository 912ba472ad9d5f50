/** What is left out of a picture: controls, what only hears, and what lies over the page. */
const LEFT_OUT =
  '[data-screen-only], .vh, [popover], dialog, input, select, textarea, script, style, iframe, object, embed';

/** The smallest drawing whose frame keeps its height, in px; icons and samples are smaller. */
const DRAWING = { width: 100, height: 40 };

function isDrawing(element: Element): element is SVGSVGElement {
  if (!(element instanceof SVGSVGElement)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= DRAWING.width && height >= DRAWING.height;
}

/** A drawing that was never measured, since its section of a phone was not shown: it is made as wide as its frame. */
function isUnseen(element: Element): element is SVGSVGElement {
  return (
    element instanceof SVGSVGElement &&
    element.hasAttribute('viewBox') &&
    element.viewBox.baseVal.width >= DRAWING.width &&
    element.getClientRects().length === 0
  );
}

const set = (copy: HTMLElement, styles: Record<string, string>) => {
  for (const [name, value] of Object.entries(styles)) copy.style.setProperty(name, value, 'important');
};

/** Walks what is shown and its copy side by side; gives the px by which the widest content is cut. */
function unfold(shown: Element, copy: Element): number {
  let wider = 0;
  copy.removeAttribute('data-faded');
  if (shown instanceof HTMLElement && copy instanceof HTMLElement) {
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(shown);
    const children = [...shown.children];
    if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) {
      wider = shown.scrollWidth - shown.clientWidth;
      const open = { overflow: 'visible', flex: 'none', height: 'auto', 'max-height': 'none', 'mask-image': 'none' };
      // Room for the bar to scroll with is not needed.
      set(copy, { ...open, 'padding-right': '0' });
    } else if (webkitLineClamp !== 'none') {
      set(copy, { display: 'block', '-webkit-line-clamp': 'none', overflow: 'visible' });
    } else if (children.some(isDrawing)) {
      set(copy, { flex: 'none', height: `${shown.offsetHeight}px`, 'min-height': '0', 'max-height': 'none' });
    } else if (children.some(isUnseen)) {
      set(copy, { flex: 'none', height: 'auto', 'min-height': '0', 'max-height': 'none', 'aspect-ratio': 'auto' });
    }
  } else if (isUnseen(shown) && copy instanceof SVGSVGElement) {
    copy.style.setProperty('width', '100%');
    copy.style.setProperty('height', 'auto');
  }
  const copies = [...copy.children];
  for (const [index, child] of [...shown.children].entries()) {
    const twin = copies[index];
    if (twin) wider = Math.max(wider, unfold(child, twin));
  }
  return wider;
}

/**
 * A copy of an element in which nothing scrolls and nothing can be operated: regions are as high as what they hold, drawings as high
 * as they are shown.
 *
 * @returns the copy, and by how many px it has to be wider for what was cut at the side
 */
export function unfolded(element: HTMLElement): { copy: HTMLElement; wider: number } {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new TypeError('A copy of an element is an element.');
  const wider = unfold(element, copy);
  // The page itself may scroll in its main part; a picture shows all of it.
  for (const control of copy.querySelectorAll(LEFT_OUT)) control.remove();
  return { copy, wider: Math.max(0, wider) };
}
