import { ALWAYS } from './row.ts';
import { ROWS } from './rows.ts';

/** Prints the rows as a table in Markdown. Started with `npm run test:faults -- --table`. */
export async function main(): Promise<number> {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  console.log(`On every row: ${ALWAYS}.\n`);
  console.log('| Fault | How it is injected | What must hold beside that | Defence that a mutation takes out |');
  console.log('| --- | --- | --- | --- |');
  for (const { group, id, injected, must, defence } of ROWS)
    console.log(
      `| ${[`${group}: ${id}`, injected, must, `${defence.is} (\`${defence.mutant}\`)`].map(cell).join(' | ')} |`,
    );
  return 0;
}
