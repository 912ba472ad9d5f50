import { existsSync, readdirSync, readFileSync } from 'node:fs';

const SHARED = '../shared/security';
const DICTIONARIES = `${SHARED}/google-fuzzing-dictionaries/dictionaries`;

/** The value of a line of a dictionary: what stands in quotation marks, with `\\xNN` for a byte. Null for a comment. */
function tokenOf(line: string): string | null {
  const quoted = /^[^"#]*"(.*)"\s*$/.exec(line)?.[1];
  if (quoted === undefined) return null;
  return quoted.replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/g, (_, byte: string | undefined, sign: string) =>
    byte === undefined ? sign : String.fromCharCode(Number.parseInt(byte, 16)),
  );
}

function dictionaryTokens(): string[] {
  if (!existsSync(DICTIONARIES)) return [];
  return readdirSync(DICTIONARIES)
    .sort()
    .flatMap((file) => readFileSync(`${DICTIONARIES}/${file}`, 'latin1').split('\n'))
    .flatMap((line) => tokenOf(line) ?? []);
}

/** What breaks readers, without the hostile strings beside the project: a case of a seed is the same only where those are the same, too. */
const OWN = [
  '',
  ' ',
  '\0',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\ud83d\ude00',
  'e\u0301',
  '\u202e',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '$',
  '$&',
  '-0',
  '1e309',
  '9007199254740993',
  '2019-02-30',
  '2019-01-1X',
  '../2019-01-10',
  'moon',
  'a',
  'null',
  '\\ud800',
  '\\u0000',
];

/** Words to be put in: our own, those of the fuzzing dictionaries, and the big list of naughty strings where it is. */
export const TOKENS: readonly string[] = [
  ...OWN,
  ...dictionaryTokens(),
  ...(existsSync(`${SHARED}/blns/blns.json`)
    ? (JSON.parse(readFileSync(`${SHARED}/blns/blns.json`, 'utf8')) as string[])
    : []
  ).filter((text) => text.length <= 200),
];
