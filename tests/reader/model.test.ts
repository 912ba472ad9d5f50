// @vitest-environment node
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { madeOf } from '../../src/commands/train.ts';
import { madeWith, packModel, readModel } from '../../src/reader/modelFile.ts';
import { barOf, isotonic } from '../../src/reader/training/calibrate.ts';
import { learn, prepare } from '../../src/reader/training/crossValidate.ts';
import type { LabelledText } from '../../src/reader/training/labels.ts';

const bytes = readFileSync('src/reader/model-en.bin');

describe('the model in the repository', () => {
  it('was learnt from these labels, with these settings and features: else run `npm run train`', () => {
    expect(madeWith(bytes)).toEqual(madeOf());
  });

  it('is small enough to be loaded when articles are read', () => {
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(180_000);
  });

  it('is packed again to the same bytes', () => {
    expect(Buffer.from(packModel(readModel(bytes), madeWith(bytes))).equals(bytes)).toBe(true);
  });
});

describe('learning', () => {
  const text = '"We will rebuild the bridge," Paul Reyes said. Anna Novak said that it would rain.';
  const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const statement = (content: string, cue: string, source: string, actor: string) => ({
    kind: 'indirect',
    content: [span(content)],
    cue: [[text.indexOf(cue, text.indexOf(source)), text.indexOf(cue, text.indexOf(source)) + cue.length]],
    source: span(source),
    speaker: { status: 'named', actor },
    relay: null,
  });
  const doc = {
    text,
    actors: [
      { id: 'r', name: 'Paul Reyes', kind: 'person', aliases: [] },
      { id: 'n', name: 'Anna Novak', kind: 'person', aliases: [] },
    ],
    statements: [
      statement('We will rebuild the bridge', 'said', 'Paul Reyes', 'r'),
      statement('it would rain', 'said', 'Anna Novak', 'n'),
    ],
  } as unknown as LabelledText;
  const rate = { step: 0.1, shrink: 1e-4, thin: 0.01 };
  const settings = { bits: 12, epochs: 2, seed: 7, cues: rate, spans: rate, fewest: 1 };
  const calibration = { weights: [], base: 0, trees: [], steps: [], bar: 1 };

  it('gives the same bytes for the same texts', () => {
    const once = () =>
      packModel({ ...learn(prepare([doc], settings), settings), statement: calibration, speaker: calibration });
    expect(Buffer.from(once()).equals(Buffer.from(once()))).toBe(true);
  });

  it('sets a bar above which few claims are wrong together, not each by itself', () => {
    const points = Array.from({ length: 200 }, (_, i) => ({ raw: i / 200, right: i >= 100 || i % 2 === 0 }));
    const bar = barOf(points);
    const signed = points.filter(({ raw }) => raw >= bar);
    expect(signed.length).toBeGreaterThan(100);
    expect(signed.filter(({ right }) => !right).length / signed.length).toBeLessThanOrEqual(0.04);
  });

  it('gives steps of sureness that never fall', () => {
    const steps = isotonic(Array.from({ length: 300 }, (_, i) => ({ raw: i / 300, right: (i * 7919) % 300 < i })));
    expect(steps.map(({ sure }) => sure)).toEqual(steps.map(({ sure }) => sure).sort((a, b) => a - b));
  });
});
