import type { Random } from './random.ts';
import { TOKENS } from './tokens.ts';

type Change = (text: string, at: number, random: Random) => string;

const put = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at);

/** A few characters mostly, a large part now and then. */
const lengthOf = (random: Random) => (random.once(6) ? random.below(2_000) : 1 + random.below(8));

const NUMBERS = [
  '-1',
  '-0',
  '0.5',
  '1e3',
  '1e308',
  '1e999',
  '9007199254740993',
  '123456789012345678901234567890',
  '01',
  '.5',
];
const SIGNS = '{}[]",:\\\u0000 \n0-eE.'.split('');

const CHANGES: Change[] = [
  (text, at, random) => text.slice(0, at) + text.slice(at + lengthOf(random)),
  (text, at, random) => put(text, at, text.slice(at, at + lengthOf(random))),
  (text, at, random) => put(text, random.below(text.length + 1), text.slice(at, at + lengthOf(random))),
  (text, at, random) => put(text, at, random.pick(TOKENS)),
  (text, at, random) => put(text, at, JSON.stringify(random.pick(TOKENS))),
  (text, at, random) => put(text, at, random.pick(SIGNS)),
  (text, at, random) => text.slice(0, at) + random.pick(SIGNS) + text.slice(at + 1),
  (text, at, random) => text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, random) => {
    const found = /-?\d+/.exec(text.slice(at));
    return found
      ? text.slice(0, at + found.index) + random.pick(NUMBERS) + text.slice(at + found.index + found[0].length)
      : text;
  },
  // Between two values white space means nothing.
  (text, at, random) => {
    const comma = text.indexOf(',"', at);
    return comma < 0 ? ` ${text}\n` : put(text, comma + 1, random.pick([' ', '\n', '\t', '\r\n', '\u00a0', '\ufeff']));
  },
  (text, at, random) => {
    const quote = text.indexOf('":', at);
    return quote < 0 ? text : put(text, quote, random.pick(['\\ud83d', '\\udc00', '\\u0000', '\\u0041', '\\', 'x']));
  },
  (text, at, random) => {
    const colon = text.indexOf(':', at) + 1;
    const depth = random.pick([1, 20, 31, 33, 500]);
    return put(text, colon, '['.repeat(depth)) + (random.once(2) ? ']'.repeat(depth) : '');
  },
  (text, _, random) => random.pick(['\ufeff', '\ufeff\ufeff', ' ', '[', 'null']) + text,
  (text, _, random) => text + random.pick(['\0', ' ', ']', '}', ',', text]),
];

/** A text with a few places changed, without regard to what stands there. */
export function mutatedText(text: string, random: Random): string {
  let changed = text;
  for (let more = 1 + random.below(3); more > 0; more -= 1)
    changed = random.pick(CHANGES)(changed, random.below(changed.length + 1), random);
  return changed;
}
