import type {
  ColumnField,
  ColumnUse,
  Finding,
  RawArticle,
  ReadNote,
  ReadProblem,
  ReadResult,
  Source,
} from '../article.ts';
import { shortened } from '../characters.ts';
import { type DayOrder, dayOrderOf } from '../dates.ts';
import { isPieceOfPage, pieceText } from '../html/pieceText.ts';
import { READ_LIMITS } from '../limits.ts';
import { makeArticle, parted } from '../makeArticle.ts';
import { bounded, refusal } from '../refusals.ts';
import { fieldsOf } from './columns.ts';
import { exportName } from './exports.ts';

/** A row of a table: its cells in the order of the columns, and where it stands. A fault keeps it from being read. */
export type Row = { cells: readonly string[]; where: string; fault: ReadProblem | null };

/** How a text ends that a news interface has cut: "… [+2345 chars]". */
const CUT = /(?:…|\.{3})?\s*\[\+\d+ chars\]\s*$/;

const plural = (count: number, word: string) => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

/** A date as tables write it, also in seconds or milliseconds since 1970. */
function dateWords(cell: string): string {
  const seconds = /^(\d{10})(?:\.\d+)?$/.exec(cell.trim())?.[1];
  const milliseconds = /^\d{13}$/.exec(cell.trim())?.[0] ?? (seconds ? `${seconds}000` : null);
  return milliseconds === null ? cell : new Date(Number(milliseconds)).toISOString();
}

type Mapping = { columns: readonly string[]; fields: readonly (ColumnField | null)[]; order: DayOrder | null };

function rowArticle(source: Source, { columns, fields, order }: Mapping, row: Row): RawArticle | ReadProblem {
  if (row.fault) return row.fault;
  const cellOf = (field: ColumnField): Finding | null => {
    const index = fields.indexOf(field);
    const value = row.cells[index] ?? '';
    return value.trim() === '' ? null : { value, found: `column “${columns[index] ?? ''}”` };
  };
  const headline = cellOf('headline');
  const where = headline ? `${row.where}: “${shortened(headline.value)}”` : row.where;
  const text = cellOf('text')?.value ?? '';
  if (text === '') return refusal('empty-row', where);
  if (CUT.test(text)) return refusal('summary-only', where, 'the beginning of a text');
  if (text.length > READ_LIMITS.page) return refusal('page-too-large', where);
  const piece = isPieceOfPage(text) ? pieceText(text) : { text, leftOut: [] };
  const date = cellOf('published');
  const notes: ReadNote[] =
    piece.text === text
      ? []
      : [{ code: 'markup', words: 'The cell is written as a piece of a page; its paragraphs are shown.' }];
  const found = {
    ...piece,
    headline,
    publisher: cellOf('publisher'),
    published: date && { ...date, value: dateWords(date.value) },
    url: cellOf('url'),
    language: cellOf('language'),
    notes,
  };
  return makeArticle(source, 'table', found, where, order);
}

/** What each column was taken for, with the first cell that is not empty. */
function usesOf(
  columns: readonly string[],
  fields: readonly (ColumnField | null)[],
  rows: readonly Row[],
): ColumnUse[] {
  return columns.map((column, index) => {
    const example = rows.slice(0, 50).find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index] ?? '';
    return { column: shortened(column), as: fields[index] ?? null, example: shortened(example) };
  });
}

/** The problem of a table that has links and headlines only, or a text that is always cut. Null when it has texts. */
function withoutTexts(
  source: Source,
  columns: readonly string[],
  fields: readonly (ColumnField | null)[],
  rows: readonly Row[],
): ReadProblem | null {
  const text = fields.indexOf('text');
  const some = rows.filter(({ fault }) => fault === null);
  const whole = some.some(({ cells }) => (cells[text] ?? '').trim() !== '' && !CUT.test(cells[text] ?? ''));
  if (text >= 0 && whole) return null;
  const name = exportName(columns);
  if (!fields.includes('url') && text < 0)
    return refusal(
      'no-text-column',
      source.name,
      `the columns ${columns
        .slice(0, 12)
        .map((column) => `“${shortened(column, 30)}”`)
        .join(', ')}`,
    );
  if (!fields.includes('url')) return null;
  return refusal('links-only', source.name, `${name ? `${name}: ` : ''}${plural(rows.length, 'link')}, 0 texts`);
}

/** Makes articles of rows: by the names of the columns, each row with a text is one. Every other row is a problem of its own. */
export function readRows(source: Source, columns: readonly string[], rows: readonly Row[]): ReadResult {
  const fields = fieldsOf(columns);
  const uses = usesOf(columns, fields, rows);
  if (rows.length === 0) return { articles: [], problems: [refusal('no-rows', source.name)], columns: uses };
  const problem = withoutTexts(source, columns, fields, rows);
  if (problem) return { articles: [], problems: [problem], columns: uses };
  const dates = fields.indexOf('published');
  const order =
    dates < 0 ? null : dayOrderOf(rows.filter(({ fault }) => fault === null).map(({ cells }) => cells[dates] ?? ''));
  const words = { 'day-first': 'the day stands first', 'month-first': 'the month stands first' };
  const settled: Source =
    order === null
      ? source
      : {
          ...source,
          notes: [
            ...source.notes,
            { code: 'day-order', words: `Other rows settle that ${words[order]} in dates such as 01/02/2019.` },
          ],
        };
  const made = rows.slice(0, READ_LIMITS.articles).map((row) => rowArticle(settled, { columns, fields, order }, row));
  const { articles, problems } = parted(made);
  if (rows.length > READ_LIMITS.articles)
    problems.unshift(refusal('too-many-articles', source.name, plural(rows.length, 'row')));
  return { articles, problems: bounded(problems, source.name), columns: uses };
}
