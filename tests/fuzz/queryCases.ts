import { CERTAINTIES, STATEMENT_KINDS } from '../../src/domain/statement.ts';
import { TIE_KINDS } from '../../src/domain/tie.ts';
import { EMBEDS, PAGES, THEMES, TIES_VIEWS, WALL_ORDERS } from '../../src/domain/view.ts';
import { encodeLink } from '../../src/url/link.ts';
import { FILTER_ROWS, VIEW_ROWS } from '../../src/url/table.ts';
import { SAVED } from '../fixtures/savedLinks.ts';
import type { Random } from './random.ts';
import { randomState } from './states.ts';
import { TOKENS } from './tokens.ts';

const KEYS = [...Object.values(FILTER_ROWS), ...Object.values(VIEW_ROWS)].map(({ key }) => key);
const LINKS = SAVED.map(([query]) => query);
const VALUES = [
  ...[...STATEMENT_KINDS, ...CERTAINTIES, ...TIE_KINDS, ...EMBEDS, ...PAGES, ...THEMES, ...TIES_VIEWS, ...WALL_ORDERS],
  ...['1', '2', '20', '9999', '2019-01-10', '2019-02-30', '0000-01-01', 'a.b', 'kim-jong-un', '22-6', 'evening.json'],
  ...['talks_a~b', 'mediation_a_b~c', 'cooperation_b~a', 'talks_a~a', '~C3~AF', '~', '_', 'a_b-c', 'AAAA0', '-', '.'],
];
const SIGNS = [
  ...'&=?#+%;.~_-/:,!\'"()<>[] \r\n\0'.split(''),
  ...[
    '%',
    '%2',
    '%26',
    '%3D',
    '%253D',
    '%25',
    '%FF',
    '%C3',
    '%C3%A9',
    '%ED%A0%80',
    '%00',
    '%u0041',
    '&amp;',
    '&amp;amp;',
  ],
  ...[
    '\ud83d',
    '\udc00',
    '😀',
    '金',
    '\u2028',
    '\ufeff',
    '~zz',
    '~C3',
    '~F0~9F~98~80',
    '~ED~A0~80',
    'v=',
    'v=1&',
    'len=',
  ],
];

/** A parameter: ours or not, with a value that may fit. */
function pair(random: Random): string {
  const key = random.once(8) ? random.pick(TOKENS) : random.pick(KEYS);
  const name = random.once(10) ? key.toUpperCase() : key;
  const value = random.below(4);
  if (value === 0) return name;
  return `${name}=${value === 1 ? random.pick(TOKENS) : random.pick(VALUES)}`;
}

/** Characters of any kind: bytes, all of the basic plane, or percent signs with what may follow them. */
function noise(random: Random): string {
  const kind = random.below(3);
  let text = '';
  for (let more = random.below(40); more > 0; more -= 1)
    if (kind === 0) text += String.fromCharCode(random.below(256));
    else if (kind === 1) text += String.fromCharCode(random.below(0x10000));
    else text += random.once(3) ? random.pick(SIGNS) : `%${random.below(256).toString(16)}`;
  return text;
}

function base(random: Random): string {
  const kind = random.below(20);
  if (kind < 6) return random.pick(LINKS);
  if (kind < 13) return encodeLink(randomState(random));
  if (kind < 17) return Array.from({ length: 1 + random.below(6) }, () => pair(random)).join('&');
  if (kind < 19) return `${random.once(2) ? 'v=1&' : ''}${pair(random)}&${random.pick(KEYS)}=${noise(random)}`;
  return noise(random);
}

type Change = (text: string, at: number, random: Random) => string;

const percent = (text: string) => encodeURIComponent(text.toWellFormed());

const CHANGES: Change[] = [
  (text, at, random) => text.slice(0, at) + text.slice(at + 1 + random.below(6)),
  (text, at, random) => text.slice(0, at) + random.pick(SIGNS) + text.slice(at),
  (text, at, random) => text.slice(0, at) + random.pick(SIGNS) + text.slice(at + 1),
  (text, at, random) => text.slice(0, at) + random.pick(TOKENS) + text.slice(at),
  (text, at, random) => text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at),
  (text, at, random) => text.slice(0, at) + text.slice(at, at + random.below(30)) + text.slice(at),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => `${text.slice(at)}&${text.slice(0, at)}`,
  (text, at, random) => text.slice(0, at) + percent(text.slice(at, at + 1 + random.below(9))) + text.slice(at + 1),
  (text) => percent(text),
  (text) => percent(percent(text)),
  (text) => text.replaceAll('&', '&amp;'),
  (text) => text.replaceAll('=', '%3D'),
  (text) => text.toUpperCase(),
  (text, _, random) => `${text}${random.pick(['.', ')', '>', '…', '%20', '&', '=', '#', '”'])}`,
  (text, _, random) => `${text}&${pair(random)}`,
  (text, _, random) => `${random.pick(['?', '??', '&', '#', '/?', 'utm_source=x&'])}${text}`,
];

/** The query string of a case: a link that somebody may have saved, that of a random state, or parts of links, mostly with some changes. */
export function queryCase(random: Random): string {
  let text = base(random);
  // Long ones are rare: there are bounds for them, and they take their time.
  if (random.once(20_000)) text = text.repeat(1 + random.below(4_000));
  // A long run of one sign is what slow patterns cannot stand.
  if (random.once(5_000)) {
    const at = random.below(text.length + 1);
    text = text.slice(0, at) + random.pick(SIGNS).repeat(1 + random.below(40_000)) + text.slice(at);
  }
  for (let more = random.below(4); more > 0; more -= 1)
    text = random.pick(CHANGES)(text, random.below(text.length + 1), random);
  return text;
}
