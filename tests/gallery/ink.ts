const PILED = /\p{M}{4}/u;
/** Whether so many marks stand on one letter that they leave its line. */
export const isPiled = (text: string) => PILED.test(text);

const context = document.createElement('canvas').getContext('2d');

/** What encloses a text that may not paint beyond it: its card, or else its panel. */
const enclosing = (element: Element, panel: Element) => element.closest('article') ?? panel;

/** Whether something between an element and what encloses it keeps paint inside. */
function isClipped(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowY, contain } = getComputedStyle(at);
    if (overflowY !== 'visible' || /paint|strict|content/.test(contain)) return true;
    if (at === outer) return false;
  }
  return false;
}

/** Marks that pile up over a line, as far as they paint beyond the card or panel that the line stands in. */
export function inkOutside(text: string, element: Element, line: DOMRect, panel: Element): string[] {
  if (!context || !isPiled(text)) return [];
  const outer = enclosing(element, panel);
  if (isClipped(element, outer)) return [];
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const ink = context.measureText(text);
  const baseline = line.bottom - ink.fontBoundingBoxDescent;
  const frame = outer.getBoundingClientRect();
  const above = frame.top - (baseline - ink.actualBoundingBoxAscent);
  const below = baseline + ink.actualBoundingBoxDescent - frame.bottom;
  const out = Math.round(Math.max(above, below));
  return out > 2 ? [`ink: paints ${out} px outside of its ${outer.tagName === 'ARTICLE' ? 'card' : 'panel'}`] : [];
}
