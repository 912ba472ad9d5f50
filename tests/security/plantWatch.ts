/**
 * Runs in every frame of a watched page before its first script: sets the canary, looks at every element that comes into the page, and
 * remembers what prototypes were like. It stands alone: nothing from outside of it is there when it runs.
 */
export function plantWatch(): void {
  const scripts: string[] = [];
  const planted: string[] = [];
  let longest = 0;
  const tell = (kind: string, text: string) => Reflect.get(window, 'tellWatch')?.(kind, text);
  const fire = (name: string) => (value?: unknown) => {
    scripts.push(`${name}(${String(value)})`);
    tell('script', `${name}(${String(value)})`);
    return null;
  };
  for (const name of ['fired', 'alert', 'prompt', 'confirm', 'print', 'XSS', 'xss'])
    Reflect.set(window, name, fire(name));
  const open = window.open.bind(window);
  window.open = (...args) => {
    fire('open')(args[0]);
    return open(...args);
  };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    tell('violation', `${violatedDirective} ${blockedURI} ${sample}`.trim()),
  );

  const ALLOWED_FRAME = location.origin;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them before the name of a scheme
  const CODE = /^[\s\u0000-\u001f]*(?:javascript|vbscript|data:text\/html)/i;
  const look = (element: Element) => {
    const name = element.localName;
    const said = (what: string) => planted.push(`<${name}> ${what}`);
    const src = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    const isOwn = src !== '' && new URL(src, location.href).origin === location.origin;
    if (name === 'script' && !isOwn) said('without an address of our own');
    if (['object', 'embed', 'applet', 'base', 'frameset', 'marquee', 'portal'].includes(name)) said('is in the page');
    if (name === 'form' && element.hasAttribute('action')) said('sends somewhere');
    if (
      name === 'iframe' &&
      (element.hasAttribute('srcdoc') || new URL(src || '/', location.href).origin !== ALLOWED_FRAME)
    )
      said('is not ours');
    if (name === 'meta' && /refresh|set-cookie/i.test(element.getAttribute('http-equiv') ?? ''))
      said('acts on the page');
    if (name === 'link' && !isOwn) said('is not ours');
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key)) said(`has ${key}`);
      if (/^(?:href|xlink:href|src|action|formaction|data|to|values|from)$/i.test(key) && CODE.test(value))
        said(`has ${key} ${value.slice(0, 40)}`);
    }
  };
  const lookBelow = (node: Node) => {
    if (!(node instanceof Element)) return;
    look(node);
    for (const inner of node.querySelectorAll('*')) look(inner);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') look(target as Element);
      for (const node of addedNodes) lookBelow(node);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask', buffered: true });

  /** Every built-in object, class and prototype by its name. */
  const builtIns = () => {
    const found = new Map<string, object>();
    for (const name of ['JSON', 'Math', 'Reflect', 'Atomics', 'Intl', 'CSS']) {
      const value: unknown = Reflect.get(window, name);
      if (value) found.set(name, value as object);
    }
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!/^[A-Z]/.test(name)) continue;
      const value: unknown = Object.getOwnPropertyDescriptor(window, name)?.value;
      if (typeof value !== 'function') continue;
      found.set(name, value);
      if (typeof value.prototype === 'object' && value.prototype !== null)
        found.set(`${name}.prototype`, value.prototype);
    }
    return found;
  };
  /** Own keys with their values, or what reads and writes them; the browser counts some statics of its own. */
  const picture = (thing: object) =>
    new Map(
      Reflect.ownKeys(thing)
        .filter((key) => !(typeof thing === 'function' && ['arguments', 'caller'].includes(String(key))))
        .filter((key) => !(thing === RegExp && /^(?:\$|input|last|left|right)/.test(String(key))))
        .map((key) => {
          const { value, get, set } = Object.getOwnPropertyDescriptor(thing, key) ?? {};
          return [key, [value, get, set]] as const;
        }),
    );
  const before = new Map([...builtIns()].map(([name, thing]) => [name, { thing, was: picture(thing) }]));
  const prototypes = () => {
    const changed: string[] = [];
    for (const [name, { thing, was }] of before) {
      const now = picture(thing);
      for (const key of new Set([...was.keys(), ...now.keys()])) {
        const [old, current] = [was.get(key), now.get(key)];
        if (!old || !current || old.some((part, index) => !Object.is(part, current[index])))
          changed.push(`${name}.${String(key)}`);
      }
    }
    return changed;
  };
  Object.defineProperty(window, 'watchOfTests', {
    value: {
      seen: () => ({ scripts, planted }),
      prototypes,
      longest: () => {
        const was = longest;
        longest = 0;
        return was;
      },
    },
  });
}
