import Papa from 'papaparse';

/** A table of text: the names of its columns, and as many cells in every row. */
export type Table = { columns: string[]; rows: string[][] };

const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that a spreadsheet runs, or would show without its first sign; full-width signs count where the keyboard has them. */
const RUN_AT_START = /^\s*['=+\-@\t\r\n＝＋－＠]/;

/**
 * The same inside a cell. Where the list separator of the system is a semicolon, or a tab, a spreadsheet cuts our lines there and at
 * line breaks, and takes the quotation marks between for its own.
 */
const RUN_AFTER_CUT = /(?<=[;\t\r\n][\s"]*)['=+\-@＝＋－＠]/g;
const GUARD_AFTER_CUT = /(?<=[;\t\r\n][\s"]*)'/g;

/** Guards a cell against being run, by apostrophes that `unguarded` finds again: an apostrophe in their place is guarded, too. */
function guarded(cell: string): string {
  const inner = cell.replace(RUN_AFTER_CUT, "'$&");
  return RUN_AT_START.test(cell) ? `'${inner}` : inner;
}

function unguarded(cell: string): string {
  return (cell.startsWith("'") ? cell.slice(1) : cell).replace(GUARD_AFTER_CUT, '');
}

/**
 * Writes a table as RFC 4180 has it: commas, CRLF between lines, every cell in quotation marks; with a byte order mark, by which
 * spreadsheets know UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(guarded));
  return BYTE_ORDER_MARK + Papa.unparse(lines, { quotes: true, delimiter: ',', newline: '\r\n' });
}

/**
 * Reads a table that `writeCsv` wrote, exactly as it was; the first line has the columns. Reads other files with commas, too, and
 * takes an apostrophe at the beginning of their cells for a guard.
 */
export function readCsv(text: string): Table {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const { data } = Papa.parse<string[]>(source, {
    delimiter: ',',
    // Our own line breaks are known; those of other files are found.
    ...(source.includes('"\r\n"') ? { newline: '\r\n' as const } : {}),
  });
  // What follows the last line break is no line.
  const lines = /[\r\n]$/.test(source) ? data.slice(0, -1) : data;
  const [columns = [], ...rows] = lines.map((row) => row.map(unguarded));
  return { columns, rows };
}
