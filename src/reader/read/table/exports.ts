/** News databases whose exports carry links and no texts, by columns that only they have. */
const EXPORTS: readonly [name: string, columns: readonly string[]][] = [
  ['NewsAPI', ['urlToImage', 'publishedAt']],
  ['GDELT', ['url_mobile', 'seendate']],
  ['GDELT', ['seendate', 'sourcecountry']],
  ['GDELT', ['GlobalEventID']],
  ['GDELT', ['GKGRECORDID']],
  ['Media Cloud', ['media_id', 'publish_date']],
  ['Media Cloud', ['media_name', 'indexed_date']],
  ['Media Cloud', ['stories_id']],
];

/** Names the database that a table was exported from, by its columns; null for any other. */
export function exportName(columns: readonly string[]): string | null {
  const plain = new Set(columns.map((column) => column.toLowerCase().trim()));
  return EXPORTS.find(([, wanted]) => wanted.every((column) => plain.has(column.toLowerCase())))?.[0] ?? null;
}

/** How many columns the tables of GDELT have, which come without a heading: events of version 1 and 2, mentions, the knowledge graph. */
const GDELT_COLUMNS = new Set([57, 58, 61, 16, 27]);

/** Whether a row is one of GDELT's: that many columns, a number or a day first, an address in one of them. */
export const isGdeltRow = (cells: readonly string[]): boolean =>
  GDELT_COLUMNS.has(cells.length) &&
  /^\d{8,}(?:-\d+)?$/.test(cells[0] ?? '') &&
  cells.some((cell) => /^https?:\/\//.test(cell));
