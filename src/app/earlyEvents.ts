type Keeper = { take: () => Event[] };

/** Does what was clicked or pressed while the page was there and the app was not yet; `public/before-paint.js` has kept it. */
export function doEarlyEvents(): void {
  const keeper = Reflect.get(window, 'earlyEvents') as Keeper | undefined;
  for (const event of keeper?.take() ?? []) {
    const target = event.target instanceof Element && event.target.isConnected ? event.target : document.body;
    if (event instanceof KeyboardEvent) {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      const keys = { key, ctrlKey, metaKey, shiftKey, altKey };
      target.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true }));
    } else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}
