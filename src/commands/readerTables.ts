import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/READER.md';

/** One figure with its goals; `most` when it has to stay below them. */
export type FigureRow = { what: string; reached: number; least: number; aim: number; most?: boolean };

/** Writes a table of figures in Markdown, each with what is missing to what was asked for. */
export function figureTable(rows: readonly FigureRow[]): string {
  const lines = rows.map(({ what, reached, least, aim, most }) => {
    const short = most ? reached - least : least - reached;
    const verdict = short > 0.05 ? `**${short.toFixed(1)} ${most ? 'too many' : 'short'}**` : 'reached';
    return `| ${what} | ${reached.toFixed(1)} | ${most ? '≤ ' : ''}${least} | ${most ? '≤ ' : ''}${aim} | ${verdict} |`;
  });
  return ['| What | Reached | At least | Aim | |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

/** Puts a table into the page of the reader, between the marks of its name. Throws when the page has no such marks. */
export function writeTable(name: string, table: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  if (from === -1 || to < from)
    throw new Error(`${PAGE} has no place for "${name}": ${open} and ${close} are missing.`);
  writeFileSync(PAGE, `${page.slice(0, from + open.length)}\n${table}\n${page.slice(to)}`);
}
