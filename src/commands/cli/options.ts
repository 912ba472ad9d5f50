import type { Options } from './arguments.ts';

/** The words for `--format`, and what they stand for. A Word document is known by its first bytes, whatever is said. */
export const FORMATS = ['auto', 'text', 'html', 'feed', 'table', 'json', 'json-lines'] as const;
export type Format = (typeof FORMATS)[number];

export const IMPORT_OPTIONS: Options = {
  out: { value: 'FILE', says: 'the coverage to write; - is the standard output' },
  into: {
    value: 'FILE',
    says: 'adds to this coverage and keeps what people decided in it; also --out, where none is given',
  },
  review: { value: 'PATCH', says: 'applies a file of decisions' },
  id: { value: 'ID', says: 'the id of the coverage, such as ferry-2019' },
  title: { value: 'TITLE', says: 'its title' },
  'as-of': { value: 'DAY', says: 'the day that “Thursday” is counted from: 2019-01-10, or today' },
  feed: { value: 'URL|FILE', many: true, says: 'reads a feed too; the only thing that uses a network' },
  since: { value: '3d|DAY', says: 'passes over what was published earlier' },
  limit: { value: 'N', says: 'takes at most so many new articles' },
  watch: { value: 'FOLDER', says: 'goes on, and imports again when something in this folder changes' },
  'min-sure': { value: 'N', says: 'from 50 to 100: what the reader is less sure of stays open' },
  'only-checked': { says: 'writes only what people have checked' },
  'max-loss': { value: '50%', says: 'writes nothing where more of the old statements would vanish' },
  format: { value: 'FORMAT', says: `what the files are: ${FORMATS.join(', ')}` },
  'dry-run': { says: 'does all but write' },
  json: { says: 'prints one JSON object about the run' },
  quiet: { says: 'says nothing but what went wrong' },
};

export const READ_OPTIONS: Options = {
  format: { value: 'FORMAT', says: `what the files are: ${FORMATS.join(', ')}` },
  json: { says: 'prints one JSON object with all that was read' },
};

export const CHECK_OPTIONS: Options = { json: { says: 'prints one JSON object about all files' } };

export const DIFF_OPTIONS: Options = { json: { says: 'prints one JSON object with all differences' } };
