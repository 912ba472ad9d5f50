import { readFileSync } from 'node:fs';
import { annotate } from '../../../src/reader/annotate.ts';
import { readModel } from '../../../src/reader/modelFile.ts';
import { readArticle } from '../../../src/reader/read/readArticle.ts';
import { type Fault, faultsOf } from './compare.ts';
import { EXPECTED, type ExpectedArticle } from './expected.ts';

/** What the reader makes of one article by itself, laid against a reading by hand. */
export type OwnReading = { expected: ExpectedArticle; found: number; faults: Fault[] };

const FOLDER = 'tests/reader/ownArticles';

/** Reads each of the articles of this folder by itself, as a coverage of one article. */
export async function readOwnArticles(): Promise<OwnReading[]> {
  const model = readModel(readFileSync('src/reader/model-en.bin'));
  const readings: OwnReading[] = [];
  for (const expected of EXPECTED) {
    const { articles } = await readArticle(readFileSync(`${FOLDER}/${expected.file}`), { name: expected.file });
    const { corpus } = await annotate(articles, { model, asOf: '2019-01-10' });
    readings.push({ expected, ...faultsOf(corpus, expected) });
  }
  return readings;
}
