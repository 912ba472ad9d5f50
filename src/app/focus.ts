/** The attribute that names an element for the focus that back and forward restore. */
const ATTRIBUTE = 'data-focus';

/** The name of what has the focus now, or null. */
export function focusKey(): string | null {
  return document.activeElement?.closest(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE) ?? null;
}

/** Focuses the element of that name; the start of the desk when it is not there any more. */
export function restoreFocus(key: string | null): void {
  const named =
    key === null
      ? null
      : [...document.querySelectorAll(`[${ATTRIBUTE}]`)].find((element) => element.getAttribute(ATTRIBUTE) === key);
  if (named instanceof HTMLElement || named instanceof SVGElement) named.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
