import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packModel } from '../reader/modelFile.ts';
import { crossValidate, learnModel, SETTINGS } from '../reader/training/crossValidate.ts';
import { fingerprint } from '../reader/training/fingerprint.ts';
import { LABELS, labelledTexts, takeLabels } from './labelledTexts.ts';
import { attributionRows, reliability, scoreAttributions } from './readerScores.ts';
import { figureTable, writeTable } from './readerTables.ts';

const MODEL = 'src/reader/model-en.bin';

/** Tells which labels, settings and features a model was learnt with. */
export const madeOf = () => ({
  labels: createHash('sha1').update(readFileSync(LABELS)).digest('hex'),
  settings: SETTINGS,
  features: fingerprint(SETTINGS),
});

/**
 * Learns `src/reader/model-en.bin` from the labels in the repository and the texts beside it, prints the figures of
 * cross-validation and writes them into docs/READER.md. `--take` first takes the labels over from the open set. The same texts
 * give the same bytes.
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
  const { text, figures } = scoreAttributions(read, args.includes('--errors') ? ['--errors'] : []);
  const sure = reliability(read);
  console.log(`${text}\n${sure}`);
  const bytes = packModel(learnModel(prepared, held, SETTINGS), madeOf());
  writeFileSync(MODEL, bytes);
  writeTable('attribution', figureTable(attributionRows(figures)));
  writeTable('sureness', sure);
  console.log(`${MODEL}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} packed with gzip`);
  return 0;
}
