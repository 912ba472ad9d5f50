import { existsSync, readdirSync, readFileSync } from 'node:fs';

const SHARED = '../shared/security';

/** True where the hostile strings stand beside the project; tests that need them are skipped by name where they do not. */
export const HAS_SHARED = existsSync(`${SHARED}/blns/blns.json`);

function fileOf(name: string): string | null {
  return HAS_SHARED ? readFileSync(`${SHARED}/${name}`, 'utf8') : null;
}

/** The big list of naughty strings. */
export const NAUGHTY: string[] = JSON.parse(fileOf('blns/blns.json') ?? '[]');

/** Cells that are formulas. */
export const FORMULAS: string[] = (fileOf('csv-injection/csv-payload.txt') ?? '').split(/\r?\n/).filter(Boolean);

/** Lines that are not what they seem: direction controls, invisible characters, letters of another alphabet. */
export const TROJAN: string[] = (
  JSON.parse(fileOf('trojan-source-strings/strings.json') ?? '[]') as { text: string }[]
).map(({ text }) => text);

/** Addresses that parsers of addresses are tried with, and such as try to run code. */
export const ADDRESSES: string[] = [
  ...(JSON.parse(fileOf('url-testdata/urltestdata.json') ?? '[]') as (string | { input: string })[]).map((one) =>
    typeof one === 'string' ? one : one.input,
  ),
  ...(JSON.parse(fileOf('sanitize-url-strings/urls.json') ?? '[]') as string[]),
];

/** The files of csv-spectrum, each with what it holds. */
export const SPECTRUM: { name: string; csv: string; json: Record<string, string>[] }[] = HAS_SHARED
  ? readdirSync(`${SHARED}/csv-spectrum/csvs`).map((file) => ({
      name: file,
      // The copy beside the project has lost the carriage returns that two of the names promise, and one file has another telephone
      // number than the list of what it holds.
      csv: (fileOf(`csv-spectrum/csvs/${file}`) ?? '')
        .replace(/\r?\n/g, file.includes('crlf') ? '\r\n' : '\n')
        .replace(/\b209\d{7}\b/, '1234567890'),
      json: [JSON.parse(fileOf(`csv-spectrum/json/${file.replace('.csv', '.json')}`) ?? '[]')].flat(),
    }))
  : [];
