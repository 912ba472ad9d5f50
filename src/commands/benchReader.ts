import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { readModel, type SpeechModel } from '../reader/modelFile.ts';
import { readSpeech } from '../reader/readSpeech.ts';
import { segment } from '../reader/segment.ts';
import { crossValidate, SETTINGS } from '../reader/training/crossValidate.ts';
import type { SpeechResult } from '../reader/types.ts';
import { labelledTexts } from './labelledTexts.ts';
import { attributionRows, reliability, score, scoreAttributions } from './readerScores.ts';
import { type FigureRow, figureTable, writeTable } from './readerTables.ts';

const MODEL = 'src/reader/model-en.bin';
const GUM = '../shared/bench/gum-news';
/** The peer in speed: a well-known rule-based package for English. It is installed beside the system's temporary files. */
const PEER = 'compromise@14.14.4';
/** The form that the scorer of gum-news reads. */
function gumPrediction(id: string, { statements, actors }: SpeechResult) {
  const pair = ({ start, end }: { start: number; end: number }) => [start, end];
  const type = (kind: string) => (kind === 'person' ? 'person' : kind === 'state' ? 'place' : 'organization');
  return {
    id,
    actors: actors.flatMap(({ kind, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, type: type(kind) })),
    ),
    quotes: statements.map(({ content, source, speaker }) => ({
      content: content.map(pair),
      source: source ? [pair(source)] : [],
      speaker: speaker.status === 'unresolved' ? null : (actors[speaker.actor]?.name ?? null),
    })),
  };
}

function gumRows(model: SpeechModel): FigureRow[] {
  if (!existsSync(`${GUM}/dev.json`)) return [];
  const gold = JSON.parse(readFileSync(`${GUM}/dev.json`, 'utf8')) as { docs: { id: string; text: string }[] };
  const docs = gold.docs.map(({ id, text }) =>
    gumPrediction(id, readSpeech(segment(text), model, { publisher: null })),
  );
  const { text } = score(`${GUM}/score.mjs`, gold, { docs });
  console.log(text);
  const right = Number(/SPEAKER ENTITY end-to-end \d+\/\d+ \( *([\d.]+)\)/.exec(text)?.[1] ?? 0);
  return [{ what: 'resolved entity, gum-news dev (%)', reached: right, least: 75, aim: 80 }];
}

/** Milliseconds of processor time for 1,000 words, warm: the least of several rounds over the texts. */
function timed(texts: readonly { text: string; words: number }[], read: (text: string) => unknown): number {
  const words = texts.reduce((sum, one) => sum + one.words, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const before = process.cpuUsage();
    for (const { text } of texts) read(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / words);
  }
  return least;
}

/** Measures the built reader, as it is shipped: run from its sources, every import would be looked up anew each time. */
async function speedRows(code: string, texts: readonly { text: string; words: number }[]): Promise<FigureRow[]> {
  const folder = join(tmpdir(), 'dateline-bench-reader');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', PEER], {
      stdio: 'ignore',
    });
  } catch {
    console.error(`${PEER} could not be installed: its speed is not compared`);
    return [];
  }
  const file = join(folder, 'reader.mjs');
  writeFileSync(file, code);
  const reader = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof import('./wholeReader.ts');
  const model = reader.readModel(readFileSync(MODEL));
  const own = timed(texts, (text) => reader.readSpeech(reader.segment(text), model, { publisher: null }));
  const nlp = createRequire(join(folder, 'package.json'))('compromise') as (text: string) => {
    quotations(): { json(): unknown };
    people(): { json(): unknown };
  };
  const peer = timed(texts.slice(0, 20), (text) => {
    const doc = nlp(text);
    return [doc.quotations().json(), doc.people().json()];
  });
  console.log(`1,000 words: ${own.toFixed(2)} ms of processor time, ${PEER} ${peer.toFixed(2)} ms`);
  return [{ what: `times as fast as ${PEER} (processor time)`, reached: peer / own, least: 8, aim: 15 }];
}

/** Builds all of the reader that is loaded when articles are read. */
async function builtReader(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'src/commands/wholeReader.ts', formats: ['es'] } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((one) => (one.type === 'chunk' ? one.code : ''))
    .join('\n');
}

function sizeRows(code: string): FigureRow[] {
  const packed = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).length;
  const [model, rest] = [packed(readFileSync(MODEL)), packed(code)];
  console.log(`packed: model ${model} bytes, code, lexicons and gazetteer ${rest} bytes`);
  const together = (model + rest) / 1000;
  return [
    { what: 'model, lexicons, gazetteer and code, gzip (kB)', reached: together, least: 300, aim: 200, most: true },
  ];
}

/**
 * Prints all figures of the learnt part of the reader beside its goals, and writes them as tables into docs/READER.md.
 * `--errors` lists what went wrong; `--quick` leaves out cross-validation, which takes minutes.
 */
export async function main(args: string[]): Promise<number> {
  const { docs, missing } = labelledTexts();
  if (missing.length > 0) {
    console.error(`Nothing is measured: ${missing.length} texts are missing. They come from:\n${missing.join('\n')}`);
    return 1;
  }
  const model = readModel(readFileSync(MODEL));
  const code = await builtReader();
  const rows = [...gumRows(model), ...(await speedRows(code, docs.slice(0, 60))), ...sizeRows(code)];
  const table = figureTable(rows);
  writeTable('other figures', table);
  console.log(table);
  if (args.includes('--quick')) return 0;
  const { read } = crossValidate(docs, SETTINGS, (line) => console.error(line));
  const { text, figures } = scoreAttributions(read, args.includes('--errors') ? ['--errors'] : []);
  const attribution = figureTable(attributionRows(figures));
  const sure = reliability(read);
  writeTable('attribution', attribution);
  writeTable('sureness', sure);
  console.log([text, attribution, sure].join('\n'));
  return 0;
}
