import Papa from 'papaparse';
import type { ReadResult, Source } from '../article.ts';
import { refused } from '../article.ts';
import { READ_LIMITS } from '../limits.ts';
import { refusal } from '../refusals.ts';
import { DELIMITERS, delimiterOf } from './columns.ts';
import { isGdeltRow } from './exports.ts';
import { type Row, readRows } from './rows.ts';

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** The names of the separators on screen. */
const NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** Reads CSV in any of its dialects, and TSV: the first row names the columns. A row that does not fit the heading is a problem, and is not read. */
export function readTable(source: Source): ReadResult {
  const text = source.text.replace(/^sep=.\r?\n/, '');
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text) ?? '',
    delimitersToGuess: [...DELIMITERS],
    skipEmptyLines: false,
  });
  const [first = [], ...rest] = data;
  if (isGdeltRow(first))
    return refused(refusal('links-only', source.name, `GDELT: ${data.length.toLocaleString('en')} links, 0 texts`));
  const columns = first.slice(0, READ_LIMITS.columns);
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const rows: Row[] = rest.flatMap((cells, index) => {
    if (isBlank(cells)) return [];
    const where = `${source.name}, row ${index + 2}`;
    // The last row holds all that follows a quotation mark without an end.
    if (open && index === rest.length - 1) return [{ cells, where, fault: refusal('open-quote', where) }];
    const more = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    const fault = more
      ? refusal(
          'uneven-row',
          where,
          `${cells.length} cells for ${columns.length} columns: what stands where cannot be told`,
        )
      : null;
    return [{ cells, where, fault }];
  });
  const notes =
    meta.delimiter === ','
      ? []
      : [{ code: 'separator', words: `Cells parted by ${NAMES[meta.delimiter] ?? `“${meta.delimiter}”`}.` }];
  return readRows({ ...source, notes: [...source.notes, ...notes] }, columns, rows);
}
