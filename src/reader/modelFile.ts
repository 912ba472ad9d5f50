import type { Calibration } from './confidence.ts';
import { PRONOUN_BITS } from './pronouns.ts';
import type { Weights } from './weights.ts';

/** All that the reader has learnt. */
export type SpeechModel = {
  cues: Weights;
  spans: Weights;
  pronouns: Int8Array | Float32Array;
  /** How sure it is that words and speaker are right, and that the speaker is, once the words are. */
  statement: Calibration;
  speaker: Calibration;
};

const MAGIC = 'DLRM';
const VERSION = 1;

type Head = {
  cues: { bits: number; labels: number; unit: number; transitions: number[] };
  spans: { bits: number; labels: number; unit: number; transitions: number[] };
  statement: Calibration;
  speaker: Calibration;
  made: ModelOrigin | null;
};

/** What a model was learnt with: the digest of its labels, the settings, and a number for the features. */
export type ModelOrigin = { labels: string; settings: unknown; features: number };

/** Reads what a packed model was learnt with; null when it does not say. */
export function madeWith(bytes: Uint8Array): ModelOrigin | null {
  return headOf(bytes).head.made;
}

function headOf(bytes: Uint8Array): { head: Head; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== MAGIC || bytes[4] !== VERSION)
    throw new Error(`This is no reader model of version ${VERSION}: it begins with ${JSON.stringify(magic)}.`);
  const end = 9 + view.getUint32(5, true);
  return { head: JSON.parse(new TextDecoder().decode(bytes.subarray(9, end))) as Head, end };
}

/**
 * Packs a model: "DLRM", one byte version, four bytes length of the head (little endian), the head as JSON, then for cues, spans and
 * pronouns four bytes count, four bytes length of the gaps, the gaps between the places of weights (seven bits a byte, low first),
 * and the weights as signed bytes.
 */
export function packModel(model: SpeechModel, made: ModelOrigin | null = null): Uint8Array {
  const cues = quantised(model.cues);
  const spans = quantised(model.spans);
  const shapeOf = ({ bits, labels, unit, transitions }: Weights) => ({
    bits,
    labels,
    unit,
    transitions: [...transitions],
  });
  const head: Head = {
    cues: shapeOf(cues),
    spans: shapeOf(spans),
    statement: model.statement,
    speaker: model.speaker,
    made,
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const parts = [
    new TextEncoder().encode(MAGIC),
    Uint8Array.of(VERSION),
    uint32(headBytes.length),
    headBytes,
    ...[cues.values, spans.values, smallInts(model.pronouns).values].flatMap(packValues),
  ];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Unpacks a model; throws when the bytes are none of this version. */
export function readModel(bytes: Uint8Array): SpeechModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { head, end } = headOf(bytes);
  let at = end;
  const values = (size: number): Int8Array => {
    const count = view.getUint32(at, true);
    const gaps = view.getUint32(at + 4, true);
    const found = new Int8Array(size);
    let read = at + 8;
    const first = read + gaps;
    let place = 0;
    for (let i = 0; i < count; i++) {
      let gap = 0;
      let shift = 0;
      let byte = 0;
      do {
        byte = bytes[read++] ?? 0;
        gap |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      place += gap;
      found[place] = ((bytes[first + i] ?? 0) << 24) >> 24;
    }
    at = first + count;
    return found;
  };
  const weightsOf = ({ bits, labels, unit, transitions }: Head['cues']): Weights => ({
    bits,
    labels,
    unit,
    values: values(labels * 2 ** bits),
    transitions: Float32Array.from(transitions),
  });
  const cues = weightsOf(head.cues);
  const spans = weightsOf(head.spans);
  return { cues, spans, pronouns: values(2 ** PRONOUN_BITS), statement: head.statement, speaker: head.speaker };
}

/** Weights that round to less are left out: they are most of the size, and cross-validation does not miss them. */
const LEAST = 5;

/** Rounds weights to signed bytes of one unit, of which the largest has 127; transitions are told in the same unit. */
export function quantised(weights: Weights): Weights {
  if (weights.values instanceof Int8Array) return weights;
  const { values, unit } = smallInts(weights.values, LEAST);
  const transitions = weights.transitions.map((value) => Math.round(value / unit));
  return { bits: weights.bits, labels: weights.labels, unit: Number(unit.toPrecision(6)), values, transitions };
}

function smallInts(values: Int8Array | Float32Array, least = 1): { values: Int8Array; unit: number } {
  if (values instanceof Int8Array) return { values, unit: 1 };
  const sizes = values
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  const unit = (sizes.at(-1) ?? 127) / 127 || 1;
  const small = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = Math.round((values[i] as number) / unit);
    if (Math.abs(value) >= least) small[i] = value;
  }
  return { values: small, unit };
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function packValues(values: Int8Array | Float32Array): Uint8Array[] {
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === 0) continue;
    let gap = i - last;
    last = i;
    while (gap > 127) {
      gaps.push(128 | (gap & 127));
      gap >>>= 7;
    }
    gaps.push(gap);
    kept.push(value & 255);
  }
  return [uint32(kept.length), uint32(gaps.length), Uint8Array.from(gaps), Uint8Array.from(kept)];
}
