import { readFile, writeFile } from 'node:fs/promises';
import { draftText } from './readFiles.ts';

/** Writes the draft that Node makes of the made articles to a file. */
export async function main([file = '']: string[]): Promise<number> {
  await writeFile(file, await draftText(await readFile('src/reader/model-en.bin')));
  return 0;
}
