import type { ColumnField } from '../article.ts';

/** Names of columns, without case, spaces, hyphens and underscores; an earlier name wins when two columns have one each. */
const ALIASES: Record<ColumnField, string> = {
  text: 'fulltext articletext text body articlebody bodytext content articlecontent maintext story storytext article texte texto testo tekst inhalt artikeltext volltext contenu contenido cuerpo',
  headline:
    'headline title articletitle articleheadline heading hl titel titre título titulo titolo überschrift ueberschrift schlagzeile titular',
  url: 'url articleurl link weburl webaddress address permalink canonicalurl canonical uri href sourceurl documentidentifier lien enlace adresse',
  published:
    'datepublished publisheddate publicationdate publishdate publishedat published pubdate publishedon date articledate seendate datetime day datum erscheinungsdatum fecha data dateofpublication',
  publisher:
    'publisher outlet newspaper publication sourcename medianame medium media newssource source sitename site domain journal quelle zeitung fuente journalname',
  language: 'language lang articlelanguage sprache idioma langue lingua',
  summary: 'summary abstract description snippet excerpt teaser lead standfirst zusammenfassung résumé resumen',
};
const FIELDS = Object.keys(ALIASES) as ColumnField[];
const RANK = new Map(
  FIELDS.flatMap((field) => ALIASES[field].split(' ').map((alias, rank) => [alias, { field, rank }] as const)),
);

/** The name of a column as the list of names has it. */
const plain = (name: string) =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replace(/^\ufeff/, '')
    .replace(/[\s_.:/-]+/g, '');

/** The field that each column is, by its name; null for columns that are none, and for all but the best of those that are the same. */
export function fieldsOf(columns: readonly string[]): (ColumnField | null)[] {
  const known = columns.map((column) => RANK.get(plain(column)));
  const best = new Map<ColumnField, number>();
  for (const [index, one] of known.entries()) {
    const before = one && best.get(one.field);
    if (one && (before === undefined || one.rank < (known[before]?.rank ?? 0))) best.set(one.field, index);
  }
  return known.map((one, index) => (one && best.get(one.field) === index ? one.field : null));
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The first line of a table without the line that names its separator for a spreadsheet: "sep=;". */
const firstLine = (text: string) => /^(?:sep=.\r?\n)?([^\r\n]{0,20000})/.exec(text.slice(0, 30_000))?.[1] ?? '';

const cellsOf = (line: string, delimiter: string) =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** How many fields the heading of a table has when its cells are parted by a delimiter. */
const knownIn = (line: string, delimiter: string) =>
  fieldsOf(cellsOf(line, delimiter)).filter((field) => field !== null).length;

/** The separator under which the heading of a table says most; null when it says nothing under any. */
export function delimiterOf(text: string): string | null {
  const line = firstLine(text);
  const best = DELIMITERS.map((delimiter) => ({
    delimiter,
    known: knownIn(line, delimiter),
    cells: cellsOf(line, delimiter).length,
  })).toSorted((a, b) => b.known - a.known || b.cells - a.cells)[0];
  return best && best.known > 0 ? best.delimiter : null;
}

/** Whether a text is a table: by the names of its columns, or because its file says so and its first lines have as many separators each. */
export function isTable(text: string, named: boolean): boolean {
  const line = firstLine(text);
  if (!/[\r\n]/.test(text.trim())) return named && knownIn(line, delimiterOf(text) ?? ',') > 0;
  const delimiter = delimiterOf(text);
  if (delimiter && (named ? knownIn(line, delimiter) > 0 : knownIn(line, delimiter) > 1)) return true;
  if (!named && !/\t.*\t/.test(line)) return false;
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .filter((one) => one.trim() !== '')
    .slice(0, 5);
  return DELIMITERS.some((one) => {
    const counts = new Set(lines.map((row) => row.split(one).length));
    return counts.size === 1 && !counts.has(1);
  });
}
