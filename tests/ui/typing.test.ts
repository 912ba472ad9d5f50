import { describe, expect, it } from 'vitest';
import { isComposing, isShortcut, isTyping } from '../../src/ui/typing.ts';

/** An element of the page, by its markup. */
function element(html: string): Element {
  const host = document.createElement('div');
  host.append(document.createRange().createContextualFragment(html));
  document.body.append(host);
  return host.querySelector('[data-here]') ?? host;
}

/** What a listener of the page is told when a key is pressed there. */
function pressed(init: KeyboardEventInit, at: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  at.dispatchEvent(event);
  return event;
}

const FIELDS = [
  '<input data-here>',
  '<textarea data-here></textarea>',
  '<select data-here></select>',
  '<p contenteditable="true"><b data-here>x</b></p>',
];

describe('keys while somebody types', () => {
  it.each(FIELDS)('belong to the field: %s', (html) => {
    const field = element(html);
    expect(isTyping(field)).toBe(true);
    expect(isShortcut(pressed({ key: '/' }, field))).toBe(false);
  });

  it.each(['<button data-here></button>', '<p data-here></p>'])('are shortcuts elsewhere: %s', (html) => {
    expect(isTyping(element(html))).toBe(false);
    expect(isShortcut(pressed({ key: '/' }, element(html)))).toBe(true);
    expect(isTyping(null)).toBe(false);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('with %s belong to the browser', (key) => {
    expect(isShortcut(pressed({ key: '/', [key]: true }))).toBe(false);
  });

  it('with Shift may be shortcuts: "?" is one', () => {
    expect(isShortcut(pressed({ key: '?', shiftKey: true }))).toBe(true);
  });
});

describe('keys of an input method', () => {
  it.each([
    ['while it composes', { isComposing: true }],
    ['that ends the composition, as Safari tells it', { keyCode: 229 }],
  ])('are no shortcuts: %s', (_, init) => {
    const event = pressed({ key: 'Enter', ...init });
    expect(isComposing(event)).toBe(true);
    expect(isShortcut(event)).toBe(false);
  });

  it('are told from others', () => {
    expect(isComposing(pressed({ key: 'Enter', keyCode: 13 }))).toBe(false);
  });
});
