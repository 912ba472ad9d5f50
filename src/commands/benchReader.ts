import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { readModel, type SpeechModel } from '../reader/modelFile.ts';
import { readSpeech } from '../reader/readSpeech.ts';
import { segment } from '../reader/segment.ts';
import { type CrossValidated, crossValidate, SETTINGS } from '../reader/training/crossValidate.ts';
import type { SpeechResult } from '../reader/types.ts';
import { labelledTexts } from './labelledTexts.ts';
import { score, scoreAttributions } from './readerScores.ts';

const MODEL = 'src/reader/model-en.bin';
const GUM = '../shared/bench/gum-news';
/** The peer in speed: a well-known rule-based package for English. It is installed beside the system's temporary files. */
const PEER = 'compromise@14.14.4';
const GOALS = [
  'Goals, at least / aim: found + source words, quoted 88/93, all speech 82/88; found + right actor, quoted 84/90, all speech 77/84;',
  'wrong signed speakers at most 4 %, aim 2 %; exact source 76/82, cue 85/89, content 66/74; gum-news speaker entity 75/80;',
  'processor time 1/8 of the peer, aim 1/15; model, lexicons and code at most 200 kB packed.',
].join('\n');

/** Of the statements at a sureness, how many were right on texts that were not learnt from. */
function reliability(read: CrossValidated): string {
  const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0, size: 0 }));
  for (const { result, statements } of read)
    for (const outcome of statements) {
      const sure = result.statements[outcome.at]?.sure;
      const bin = sure === undefined ? undefined : bins[Math.min(9, Math.floor(sure / 10))];
      if (!bin || sure === undefined) continue;
      bin.sum += sure;
      bin.right += outcome.right ? 1 : 0;
      bin.size++;
    }
  const rows = bins.flatMap(({ sum, right, size }, i) =>
    size === 0
      ? []
      : [
          `${i * 10}–${i * 10 + 9}  said ${Math.round(sum / size)}  right ${Math.round((100 * right) / size)}  of ${size}`,
        ],
  );
  return ['sureness, on articles not seen:', ...rows].join('\n');
}

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
      source: source ? [pair(source)[0], pair(source)[1]] : [],
      speaker: speaker.status === 'unresolved' ? null : (actors[speaker.actor]?.name ?? null),
    })),
  };
}

function gumScores(model: SpeechModel): string {
  if (!existsSync(`${GUM}/dev.json`)) return 'gum-news is not there: left out';
  const gold = JSON.parse(readFileSync(`${GUM}/dev.json`, 'utf8')) as { docs: { id: string; text: string }[] };
  const docs = gold.docs.map(({ id, text }) =>
    gumPrediction(id, readSpeech(segment(text), model, { publisher: null })),
  );
  return score(`${GUM}/score.mjs`, gold, { docs });
}

/** Microseconds of processor time for 1,000 words, warm: the least of several rounds over the texts. */
function timed(texts: readonly { text: string; words: number }[], read: (text: string) => unknown): number {
  const words = texts.reduce((sum, one) => sum + one.words, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const before = process.cpuUsage();
    for (const { text } of texts) read(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, ((user + system) / words) * 1000);
  }
  return least;
}

function speed(model: SpeechModel, texts: readonly { text: string; words: number }[]): string {
  const own = timed(texts, (text) => readSpeech(segment(text), model, { publisher: null }));
  const folder = join(tmpdir(), 'dateline-bench-reader');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', PEER], {
      stdio: 'ignore',
    });
    const nlp = createRequire(join(folder, 'package.json'))('compromise') as (text: string) => {
      quotations(): { json(): unknown };
      people(): { json(): unknown };
    };
    const peer = timed(texts.slice(0, 20), (text) => {
      const doc = nlp(text);
      return [doc.quotations().json(), doc.people().json()];
    });
    return `1,000 words: ${(own / 1000).toFixed(1)} ms, ${PEER} ${(peer / 1000).toFixed(1)} ms: 1/${(peer / own).toFixed(1)}`;
  } catch {
    return `1,000 words: ${(own / 1000).toFixed(1)} ms; ${PEER} could not be installed`;
  }
}

async function packedSize(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'src/reader/readSpeech.ts', formats: ['es'] } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((one) => (one.type === 'chunk' ? one.code : ''));
  const packed = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).length;
  const [model, rest] = [packed(readFileSync(MODEL)), packed(code.join('\n'))];
  return `packed: model ${model} bytes, code and lexicons ${rest} bytes, together ${model + rest}`;
}

/** Prints all figures of the learnt part of the reader beside its goals. `--errors` lists what went wrong. */
export async function main(args: string[]): Promise<number> {
  const { docs, missing } = labelledTexts();
  if (missing.length > 0) {
    console.error(`Nothing is measured: ${missing.length} texts are missing. They come from:\n${missing.join('\n')}`);
    return 1;
  }
  const model = readModel(readFileSync(MODEL));
  console.log(GOALS);
  const { read } = crossValidate(docs, SETTINGS, (line) => console.error(line));
  console.log(scoreAttributions(read, args.includes('--errors') ? ['--errors'] : []));
  console.log(reliability(read));
  console.log(gumScores(model));
  console.log(speed(model, docs.slice(0, 60)));
  console.log(await packedSize());
  return 0;
}
