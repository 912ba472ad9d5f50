import { readFile } from 'node:fs/promises';
import { readModel, type SpeechModel } from '../reader/modelFile.ts';

/** Reads the model that the reader has learnt, for English, from the file that lies with the code. Only in Node. */
export async function englishModel(): Promise<SpeechModel> {
  return readModel(await readFile(new URL('../reader/model-en.bin', import.meta.url)));
}
