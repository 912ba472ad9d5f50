import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packModel } from '../reader/modelFile.ts';
import { crossValidate, learnModel, SETTINGS } from '../reader/training/crossValidate.ts';
import { labelledTexts, takeLabels } from './labelledTexts.ts';
import { scoreAttributions } from './readerScores.ts';

const MODEL = 'src/reader/model-en.bin';

/**
 * Learns `src/reader/model-en.bin` from the labels in the repository and the texts beside it, and prints the figures of
 * cross-validation. `--take` first takes the labels over from the open set. The same texts give the same bytes.
 */
export async function main(args: string[]): Promise<number> {
  if (args.includes('--take')) console.error(`labels of ${takeLabels()} texts taken over`);
  const { docs, missing } = labelledTexts();
  if (missing.length > 0) {
    console.error(
      `The model is not learnt: ${missing.length} texts are missing. They come from:\n${missing.join('\n')}`,
    );
    return 1;
  }
  const { read, held, prepared } = crossValidate(docs, SETTINGS, (line) => console.error(line));
  console.log(scoreAttributions(read));
  const bytes = packModel(learnModel(prepared, held, SETTINGS));
  writeFileSync(MODEL, bytes);
  console.log(`${MODEL}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} packed with gzip`);
  return 0;
}
