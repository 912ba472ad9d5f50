import { OWN } from '../../gallery/fixtures/hostileStrings.ts';

/** A host that nobody has: whoever asks it for something has been made to. */
const FOREIGN = 'http://foreign.invalid';

/** Payloads that call the canary or ask the foreign host, each by another sink of the browser. `fired` is what `watch` counts. */
export const CANARIES: readonly string[] = [
  '<img src=x onerror="fired(1)">',
  '<svg onload="fired(2)"></svg>',
  '<details open ontoggle="fired(3)">x</details>',
  '<iframe srcdoc="<script>parent.fired(4)</script>"></iframe>',
  '<iframe src="javascript:parent.fired(5)"></iframe>',
  '<script>fired(6)</script>',
  '"><img src=x onerror="fired(7)">',
  "' onfocus='fired(8)' autofocus='",
  '</title></style></textarea></script><img src=x onerror="fired(9)">',
  '<math><mtext></form><form><mglyph><style></math><img src=x onerror="fired(10)">',
  `<img src="${FOREIGN}/picture.png">`,
  `<link rel="stylesheet" href="${FOREIGN}/style.css">`,
  `<style>@import "${FOREIGN}/import.css"; * { background: url(${FOREIGN}/back.png) }</style>`,
  `<form action="${FOREIGN}/form"><button autofocus>send</button></form>`,
  `<meta http-equiv="refresh" content="0;url=${FOREIGN}/away">`,
  `<base href="${FOREIGN}/">`,
  `<object data="${FOREIGN}/object"></object>`,
];

/** What does its harm as an address, as a handler, or as code. */
export const CODE: readonly string[] = [
  'javascript:fired(20)',
  'JaVaScRiPt:fired(21)',
  '\u0001javascript:fired(22)',
  'java\nscript:fired(23)',
  'javascript://%0afired(24)',
  'data:text/html,<script>parent.fired(25)</script>',
  'fired(26)',
  ');fired(27);(',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the sign of a template is what is tried
  '${fired(28)}',
  '{{constructor.constructor("fired(29)")()}}',
  'Object.prototype.polluted=fired(30)',
  `https:${FOREIGN.slice(5)}/"><img/src=x/onerror=fired(31)>`,
  "https://foreign.invalid/'onmouseover='fired(32)",
  'https://foreign.invalid/%0d%0aSet-Cookie:x',
];

/** Text that ends a format early, or is none: the ends of comments, sections and lines, controls, and more of them than fit. */
const ENDS: readonly string[] = [
  ']]>',
  '-->',
  '*/',
  '<!--',
  '<![CDATA[',
  '\u2028line\u2029paragraph',
  'null \u0000 byte',
  '\u001b[31mred\u001b[0m',
  '\ufffe\uffff',
  '\ud800',
  '\udfff',
  '&lt;script&gt;',
  '&#x3c;img src=x onerror=fired(40)&#x3e;',
  '{"__proto__":{"polluted":true}}',
  '"',
  "'",
  '\\',
  '\\u0022',
  '\r\n\r\n<h1>x</h1>',
  ' leading and trailing ',
];

/** All of our own. */
export const OWN_STRINGS: readonly string[] = [...CANARIES, ...CODE, ...ENDS, ...OWN];
