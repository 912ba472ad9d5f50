import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { OWN_STRINGS } from './strings/own.ts';

const SHARED = '../shared/security';
const PICKED = 'tests/security/strings';

/** True where the whole corpora of attacks stand beside the project. */
const HAS_SHARED = existsSync(`${SHARED}/blns/blns.json`);

/** Strings with the name of the corpus that they are from. */
export type Source = { name: string; strings: string[] };
/** A file that a JSON parser has to accept (`y_`), refuse (`n_`), or may do either with (`i_`). */
export type JsonFile = { name: string; bytes: Buffer };

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const distinct = (strings: Iterable<unknown>) => [
  ...new Set([...strings].filter((one): one is string => typeof one === 'string')),
];

/** The strings that stand in quotation marks in a dictionary for fuzzers; `\xNN` is a byte of UTF-8. */
function dictionary(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^[^#"\n]*"((?:[^"\\]|\\.)*)"/gm)].map(([, token = '']) => {
    const bytes = token.replace(/\\(["\\])|\\x([0-9a-fA-F]{2})/g, (_, sign, hex) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : sign,
    );
    return /\\x[89a-fA-F]/.test(token) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
  });
}

/** The small selections that every clone has. */
export function pickedStrings(): Source[] {
  const names = ['blns', 'dompurify', 'csvInjection', 'sanitizeUrl', 'trojanSource', 'urlTestdata'];
  return [
    { name: 'own', strings: distinct(OWN_STRINGS) },
    ...names.map((name) => ({ name, strings: distinct(json(`${PICKED}/${name}.json`)) })),
  ];
}

/** All strings of the corpora beside the project, each string once. Where they are absent, the selections. */
export function allStrings(): Source[] {
  if (!HAS_SHARED) return pickedStrings();
  const read = (file: string) => json(`${SHARED}/${file}`);
  const pluck = (file: string, key: string) => read(file).map((one: Record<string, unknown>) => one?.[key]);
  const spectrum = readdirSync(`${SHARED}/csv-spectrum/csvs`);
  const dictionaries = readdirSync(`${SHARED}/google-fuzzing-dictionaries/dictionaries`);
  const sources: Source[] = [
    { name: 'own', strings: distinct(OWN_STRINGS) },
    { name: 'blns', strings: distinct(read('blns/blns.json')) },
    { name: 'dompurify-fixtures', strings: distinct(pluck('dompurify-fixtures/fixtures.json', 'payload')) },
    { name: 'owasp-xss-filter-evasion', strings: distinct(pluck('owasp-xss-filter-evasion/payloads.json', 'payload')) },
    {
      name: 'csv-injection',
      strings: distinct(readFileSync(`${SHARED}/csv-injection/csv-payload.txt`, 'utf8').split(/\r?\n/).filter(Boolean)),
    },
    {
      name: 'csv-spectrum',
      strings: distinct(spectrum.map((file) => readFileSync(`${SHARED}/csv-spectrum/csvs/${file}`, 'utf8'))),
    },
    { name: 'sanitize-url-strings', strings: distinct(read('sanitize-url-strings/urls.json')) },
    { name: 'trojan-source-strings', strings: distinct(pluck('trojan-source-strings/strings.json', 'text')) },
    { name: 'url-testdata', strings: distinct(pluck('url-testdata/urltestdata.json', 'input')) },
    {
      name: 'google-fuzzing-dictionaries',
      strings: distinct(
        dictionaries.flatMap((file) => dictionary(`${SHARED}/google-fuzzing-dictionaries/dictionaries/${file}`)),
      ),
    },
  ];
  const seen = new Set<string>();
  return sources.map(({ name, strings }) => ({
    name,
    strings: strings.filter((text) => !seen.has(text) && seen.add(text)),
  }));
}

/** The picked files of JSONTestSuite, or all of them where they are there. */
export function jsonFiles(all: boolean): JsonFile[] {
  const folder = `${SHARED}/json-test-suite-parsing`;
  if (!all || !HAS_SHARED)
    return Object.entries<string>(json(`${PICKED}/jsonTestSuite.json`)).map(([name, base64]) => ({
      name,
      bytes: Buffer.from(base64, 'base64'),
    }));
  return readdirSync(folder)
    .filter((name) => /^[yni]_.*\.json$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
}
