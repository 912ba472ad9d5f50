import { PAD, type TokenFeatures } from './features.ts';
import { type FeatureBuffer, hashWord, mix } from './hash.ts';
import { MARK } from './segmented.ts';
import { coarse } from './wordClasses.ts';

/** Labels of the span pass: nothing; first, further and last word of the source; the same of a piece of content. One word is a last one. */
export const SPAN = { none: 0, source: 1, sourceOn: 2, sourceEnd: 3, content: 4, contentOn: 5, contentEnd: 6 } as const;
export const SPAN_LABELS = 7;

/** Where a token stands to the cue. */
export const SIDE = { before: 0, cue: 1, after: 2 } as const;

/** How far a cue reaches, in tokens. */
const REACH_BACK = 90;
const REACH_ON = 130;

/** What is the same for all tokens of the window around one cue. */
export type CueContext = {
  from: number;
  to: number;
  /** The window: tokens `low` to before `high`. */
  low: number;
  high: number;
  sentence: number;
  word: number;
  around: number;
  marksBefore: number;
  quotes: number;
  /** For each token of the window, the classes of the words between it and the cue, as one number. */
  trail: Int32Array;
  kind: number;
};

/** Looks at the surroundings of a cue once. */
export function cueContext(f: TokenFeatures, from: number, to: number): CueContext {
  const a = from + PAD;
  const b = to + PAD;
  const sentence = f.sentence[a] as number;
  const paragraph = f.paragraph[a] as number;
  let low = a;
  while (
    low > PAD &&
    a - low < REACH_BACK &&
    f.paragraph[low - 1] === paragraph &&
    reaches(f, low, low - 1, sentence, 2)
  )
    low--;
  let high = b;
  const end = f.count + PAD;
  while (high < end && high - b < REACH_ON && staysWith(f, high, paragraph) && reaches(f, high - 1, high, sentence, 3))
    high++;
  let first = a;
  while (first > low && f.sentence[first - 1] === sentence) first--;
  let markAfter = 0;
  for (let i = b; i < high && f.sentence[i] === sentence && markAfter === 0; i++)
    if (f.mark[i] === MARK.opening) markAfter = 1;
  const markBefore = (f.marks[a] as number) > (f.marks[first] as number) ? 1 : 0;
  const startsQuoted = f.mark[first] === MARK.opening ? 1 : 0;
  return {
    trail: trailOf(f, low, a, b, high),
    kind: f.kind[a] as number,
    from,
    to,
    low: low - PAD,
    high: high - PAD,
    sentence,
    word: f.word[a] as number,
    around: mix(f.form[a - 1] as number, f.form[b] as number),
    marksBefore: (f.mark[a - 1] ? 2 : 0) + (f.mark[a - 2] ? 1 : 0),
    quotes: startsQuoted * 4 + markAfter * 2 + markBefore,
  };
}

/** How many changes of class a trail tells apart before it is only "long". */
const LONGEST_TRAIL = 7;

/** Hashes the classes of words from the cue outwards; words of one class in a row, and all words of a name, count once. */
function trailOf(f: TokenFeatures, low: number, a: number, b: number, high: number): Int32Array {
  const trail = new Int32Array(high - low);
  const walk = (from: number, step: number, end: number) => {
    let hash = step;
    let last = -1;
    let length = 0;
    for (let i = from; i !== end; i += step) {
      trail[i - low] = hash;
      const kind = coarse(f.kind[i] as number);
      if (kind === last || length > LONGEST_TRAIL) continue;
      last = kind;
      length++;
      hash = length > LONGEST_TRAIL ? step * 5 : mix(hash, kind);
    }
  };
  walk(a - 1, -1, low - 1);
  walk(b, 1, high);
  return trail;
}

/** Whether the window may grow from `inner` to `outer`: one sentence on each side, and more while they stand in quotation marks. */
function reaches(f: TokenFeatures, inner: number, outer: number, sentence: number, limit: number): boolean {
  const apart = Math.abs((f.sentence[outer] as number) - sentence);
  if (apart <= 1) return true;
  if (f.sentence[inner] === f.sentence[outer]) return true;
  return apart <= limit && f.quoted[outer] === 1;
}

const COLON = hashWord(':');

/** Whether a token after the cue belongs to its paragraph, or to the next one when a colon announces that. */
function staysWith(f: TokenFeatures, at: number, paragraph: number): boolean {
  const here = f.paragraph[at] as number;
  if (here === paragraph) return true;
  if (here !== paragraph + 1) return false;
  let last = at - 1;
  while (f.paragraph[last] !== paragraph) last--;
  return f.word[last] === COLON;
}

/** Fills the buffer with the features of a token that are the same for every cue on the same side of it. */
export function localFeatures(f: TokenFeatures, token: number, side: number, out: FeatureBuffer): void {
  const i = token + PAD;
  const { word, form, shape, mark } = f;
  const w = word[i] as number;
  const g = form[i] as number;
  const [g1, g2, h1, h2] = [form[i - 1] as number, form[i - 2] as number, form[i + 1] as number, form[i + 2] as number];
  out.begin(100);
  out.add(side, w);
  out.add(mix(side, g), mix(g1, h1));
  out.add(mix(w, word[i - 1] as number), side);
  out.add(mix(w, word[i + 1] as number), side);
  out.add(mix(g2, g1), mix(g, side));
  out.add(mix(h1, h2), mix(g, side));
  out.add(mix((shape[i] as number) * 64 + (shape[i - 1] as number) * 8 + (shape[i + 1] as number), side));
  out.add(side, (mark[i] as number) * 16 + (mark[i + 1] as number) * 4 + (mark[i - 1] as number));
  out.add(side, f.suffix3[i] as number);
  const { kind } = f;
  const k = kind[i] as number;
  const [k1, k2, n1, n2] = [kind[i - 1] as number, kind[i - 2] as number, kind[i + 1] as number, kind[i + 2] as number];
  out.add((side * 64 + k1) * 64 + k, n1);
  out.add((side * 64 + k2) * 64 + k1, k);
  out.add((side * 64 + k) * 64 + n1, n2);
  out.add(((side * 64 + k2) * 64 + k1) * 64 + k, n1 * 64 + n2);
  out.add(side * 64 + k, w);
}

/** Fills the buffer with the features of a token that depend on the cue: what lies between the two. */
export function pathFeatures(
  f: TokenFeatures,
  token: number,
  cue: CueContext,
  isCue: Uint8Array,
  cuesBefore: Int32Array,
  out: FeatureBuffer,
): void {
  const i = token + PAD;
  const a = cue.from + PAD;
  const b = cue.to + PAD;
  const side = i < a ? SIDE.before : i >= b ? SIDE.after : SIDE.cue;
  const between = (counts: Int32Array, most: number): number => {
    if (side === SIDE.cue) return 0;
    const n =
      side === SIDE.before
        ? (counts[a] as number) - (counts[i + 1] as number)
        : (counts[i] as number) - (counts[b] as number);
    return n > most ? most : n < 0 ? 0 : n;
  };
  const distance = side === SIDE.before ? a - i : side === SIDE.after ? i - b + 1 : 0;
  const far = distance > 20 ? 9 : distance > 12 ? 8 : distance > 8 ? 7 : distance > 5 ? 6 : distance;
  const commas = between(f.commas, 3);
  const verbs = between(f.verbs, 3);
  const marks = between(f.marks, 4);
  const that = between(f.thats, 1);
  const others = between(cuesBefore, 2);
  const apart = Math.max(-2, Math.min(3, (f.sentence[i] as number) - cue.sentence));
  const quoted = f.quoted[i] as number;
  const path = (((side * 4 + commas) * 4 + verbs) * 5 + marks) * 8 + apart + 2;
  const g = f.form[i] as number;
  const [g1, h1] = [f.form[i - 1] as number, f.form[i + 1] as number];
  const w = f.word[i] as number;
  out.begin(300);
  const trail = cue.trail[token - cue.low] as number;
  const k = f.kind[i] as number;
  const beyond = f.kind[i + (side === SIDE.before ? -1 : 1)] as number;
  out.add(trail, side);
  out.add(trail, k);
  out.add(trail, cue.word);
  out.add(mix(trail, k), beyond);
  out.add(mix(path, quoted), k * 64 + beyond);
  out.begin(200);
  out.add(side, far);
  out.add(path, quoted);
  out.add(path, cue.word);
  out.add(path, g);
  out.add(side * 8 + apart, marks * 2 + quoted);
  out.add(side * 4 + commas, mix(g1, 7));
  out.add(side * 4 + commas, mix(h1, 9));
  out.add(side * 16 + far, mix(g, cue.word));
  out.add(side * 16 + far, cue.around);
  out.add(path, cue.around);
  out.add(path, cue.quotes);
  out.add(cue.quotes, (side * 8 + apart) * 2 + quoted);
  out.add(mix(cue.quotes, path), g);
  out.add(side * 2 + that, verbs * 2 + quoted);
  out.add(side * 2 + that, mix(w, far));
  out.add(side * 4 + others, g);
  out.add(side, isCue[token] as number);
  out.add(side * 4 + commas, mix(g1, g));
  out.add(side * 4 + commas, mix(g, h1));
  const firstOf = f.sentence[i - 1] === f.sentence[i] ? 0 : 1;
  const lastOf = f.sentence[i + 1] === f.sentence[i] ? 0 : 1;
  out.add(side * 4 + firstOf * 2 + lastOf, apart);
  out.add(side * 4 + commas, f.suffix3[i] as number);
  out.add(cue.marksBefore, side * 16 + far);
  out.add(cue.marksBefore, path);
  out.add(side * 8 + apart, (lastOf + firstOf * 2) * 4 + (f.mark[i + 1] as number));
}
