/** A control that a finger would miss: which one, by what it is and where it stands, and how large it is in CSS px. */
export type SmallTarget = { selector: string; text: string; size: string };

/**
 * Every control below an element whose hit area is less than 44 by 44 CSS px. Runs in the page, so all that it needs stands inside it.
 *
 * The exceptions are those of WCAG 2.5.5: a target in a sentence, whose height is the line's (here the linked words of an article's
 * text), and what the browser draws by itself.
 */
export function smallTargets(root: Element): SmallTarget[] {
  const LEAST = 44;
  const TARGETS = 'button, a[href], select, input, summary, [role="button"], [role="option"], [role="link"]';
  /** Links that are words of a running text. */
  const IN_A_SENTENCE = 'p a[href]';
  const SLACK = 0.5;

  /** Whether a touch at a point reaches the target, or the label that stands for it. */
  const hits = (target: Element, x: number, y: number) => {
    const found = document.elementFromPoint(x, y);
    if (!found) return false;
    const label = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.labels?.[0] : null;
    return target.contains(found) || Boolean(label?.contains(found));
  };
  /** How far from the middle of a target its hit area reaches, both ways together, up to what is enough. */
  const reach = (target: Element, x: number, y: number, dx: number, dy: number) => {
    let length = 0;
    for (const sign of [-1, 1])
      for (let step = 1; step <= LEAST; step += 1) {
        if (!hits(target, x + sign * dx * step, y + sign * dy * step)) break;
        length += 1;
      }
    return length;
  };
  const partOf = (element: Element) =>
    element.closest('[data-focus]')?.getAttribute('data-focus')?.replace(/:.*/, '') ??
    element.closest('section, dialog, nav, header')?.tagName.toLowerCase() ??
    '';
  /** The hashes of class names change with every build; their words do not. */
  const selectorOf = (element: Element) => {
    const words = (element.getAttribute('class') ?? '').match(/(?<=^| )_([A-Za-z]+)/)?.[0].slice(1);
    return `${partOf(element)} ${element.tagName.toLowerCase()}${words ? `.${words}` : ''}`;
  };

  const small = new Map<string, SmallTarget>();
  for (const target of root.querySelectorAll(TARGETS)) {
    if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (target.matches(':disabled, [aria-disabled="true"]') || target.matches(IN_A_SENTENCE)) continue;
    // Words for screen readers are no target.
    if (target.closest('.vh')) continue;
    let box = target.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (Math.min(box.width, box.height) >= LEAST - SLACK) continue;
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    box = target.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const width = Math.max(box.width, reach(target, x, y, 1, 0));
    const height = Math.max(box.height, reach(target, x, y, 0, 1));
    if (Math.min(width, height) >= LEAST - 1) continue;
    const selector = selectorOf(target);
    const text = (target.getAttribute('aria-label') ?? target.textContent ?? '').trim().slice(0, 40);
    if (!small.has(selector))
      small.set(selector, { selector, text, size: `${Math.round(width)} x ${Math.round(height)}` });
  }
  return [...small.values()];
}
