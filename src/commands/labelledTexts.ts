import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { LabelledText } from '../reader/training/labels.ts';

/** Where the open set for quotation attribution is looked for: the texts stay out of the repository. */
const SET = '../shared/bench/news-attribution';
/** The labels in the repository. */
export const LABELS = 'src/reader/training/labels.json.gz';

type Labels = Omit<LabelledText, 'text'>;

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/** Reads the texts of the open set; empty when it is not there. */
function textsOf(folder: string): LabelledText[] {
  return ['train.json', 'dev.json'].flatMap((name) => {
    const path = `${folder}/${name}`;
    if (!existsSync(path)) return [];
    return (JSON.parse(readFileSync(path, 'utf8')) as { docs: LabelledText[] }).docs;
  });
}

/** Writes the labels of the set into the repository: offsets, digests and where the texts come from, and no text. */
export function takeLabels(folder = SET): number {
  const docs = textsOf(folder).map(({ text: _, ...labels }) => labels);
  writeFileSync(LABELS, gzipSync(JSON.stringify(docs), { level: 9 }));
  return docs.length;
}

/** Puts the labels of the repository together with the texts of the set, by digest; `missing` names what is not there. */
export function labelledTexts(folder = SET): { docs: LabelledText[]; missing: string[] } {
  const labels = JSON.parse(gunzipSync(readFileSync(LABELS)).toString('utf8')) as Labels[];
  const texts = new Map(textsOf(folder).map(({ text }) => [sha1(text), text]));
  const missing: string[] = [];
  const docs = labels.flatMap((one) => {
    const text = texts.get(one.sha1);
    if (text === undefined) missing.push(`${one.id}: ${one.attribution}, ${one.url}`);
    return text === undefined ? [] : [{ ...one, text }];
  });
  return { docs, missing };
}

/** Scores predictions with the scorer of the open set: what it prints. */
export const SCORER = `${SET}/score.mjs`;
