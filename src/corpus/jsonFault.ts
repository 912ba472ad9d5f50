const HEX = /^[0-9A-Fa-f]{4}$/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Where a regular expression that sticks to a place ends there; the place itself where it does not fit. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the string that begins at a quotation mark ends; minus the place of the first sign that may not stand in it. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -at;
    if (unit !== 0x5c) continue;
    at += 1;
    const letter = text.charAt(at);
    if (letter === 'u') {
      if (!HEX.test(text.slice(at + 1, at + 5))) return -at;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(letter)) return -at;
  }
  return -text.length;
}

/**
 * The place of the first sign that keeps a text from being JSON, in UTF-16 code units; the length of the text where it ends too soon, null
 * where nothing is wrong. Parsers do not all say it. Reads without recursion.
 */
export function jsonFault(text: string): number | null {
  const open: string[] = [];
  let at = 0;
  /** What may come next: a value, a key, a sign that parts or closes. */
  let next: 'value' | 'first-value' | 'key' | 'first-key' | 'after' = 'value';
  for (;;) {
    at = endOf(SPACE, text, at);
    const sign = text.charAt(at);
    if (next === 'after') {
      const around = open.at(-1);
      if (around === undefined) return at === text.length ? null : at;
      if (sign === ',') next = around === '{' ? 'key' : 'value';
      else if (sign === (around === '{' ? '}' : ']')) open.pop();
      else return at;
      at += 1;
    } else if ((next === 'first-value' && sign === ']') || (next === 'first-key' && sign === '}')) {
      open.pop();
      at += 1;
      next = 'after';
    } else if (next === 'key' || next === 'first-key') {
      const end = sign === '"' ? stringEnd(text, at) : -at;
      if (end <= 0) return -end;
      at = endOf(SPACE, text, end);
      if (text.charAt(at) !== ':') return at;
      at += 1;
      next = 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      next = sign === '{' ? 'first-key' : 'first-value';
    } else {
      const end = sign === '"' ? stringEnd(text, at) : endOf(sign === '-' || /\d/.test(sign) ? NUMBER : WORD, text, at);
      if (end <= at) return end < 0 ? -end : at;
      at = end;
      next = 'after';
    }
  }
}
