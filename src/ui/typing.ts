type Key = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/**
 * True while a key belongs to an input method, which makes one character of several keys. The key that ends a composition comes after
 * its end in Safari, and has the code 229.
 */
export const isComposing = ({ isComposing, keyCode }: Key): boolean => isComposing || keyCode === 229;

/** True when a key belongs to a field that somebody types into. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** True for a key that is pressed by itself where nobody types, and so may be a shortcut of the desk. */
export function isShortcut(event: KeyboardEvent): boolean {
  return !(isComposing(event) || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey);
}
